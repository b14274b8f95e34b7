/** The local authorities of England that have children's services: everyday name, council, Ofsted's number. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Authority = z.object({
  name: z.string().min(1),
  council: z.string().min(1),
  urn: z.string().nullable(),
  region: z.string(),
  type: z.string(),
  aliases: z.array(z.string()),
  /** The year in which an authority that is no more was replaced. */
  until: z.int().nullable(),
})
export type Authority = z.infer<typeof Authority>

const { authorities } = z
  .object({ authorities: z.array(Authority) })
  .parse(JSON.parse(readFileSync(new URL('./data/authorities.json', import.meta.url), 'utf8')))

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^ ?the /, '')
    .trim()

const byName = new Map<string, Authority>()
// an authority's own name outranks another's alias
for (const authority of authorities) for (const alias of authority.aliases) byName.set(key(alias), authority)
for (const authority of authorities) for (const name of [authority.council, authority.name]) byName.set(key(name), authority)
const byUrn = new Map(authorities.flatMap((authority) => (authority.urn ? [[authority.urn, authority]] : [])))

const PREFIX = /^(the )?((london|royal|metropolitan) borough|royal borough|city|council|county) of (the )?/i
const SUFFIX =
  /[ ,]+(county|city|unitary|metropolitan|district|borough|council|authority|corporation|mbc|local authority|children[’']s services)$/i

/** "The Royal Borough of Windsor and Maidenhead" → "Windsor and Maidenhead": what a reader calls it, by its form alone. */
export function everydayName(printed: string): string {
  let name = printed.trim()
  while (SUFFIX.test(name)) name = name.replace(SUFFIX, '')
  return name.replace(PREFIX, '').trim()
}

/** The authority that a printed name stands for, such as "Wirral Metropolitan Borough Council"; null for any other text. */
export const authorityNamed = (text: string): Authority | null => byName.get(key(text)) ?? byName.get(key(everydayName(text))) ?? null

/** The authority with Ofsted's number, such as "80445". */
export const authorityByUrn = (urn: string): Authority | null => byUrn.get(urn) ?? null
