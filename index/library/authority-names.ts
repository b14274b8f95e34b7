/** The local authorities of England that have children's services: everyday name, council, Ofsted's number. */
import { AUTHORITIES, type Authority } from './authorities.ts'

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
for (const authority of AUTHORITIES) for (const alias of authority.aliases) byName.set(key(alias), authority)
for (const authority of AUTHORITIES) for (const name of [authority.council, authority.name]) byName.set(key(name), authority)
const byUrn = new Map(AUTHORITIES.flatMap((authority) => (authority.urn ? [[authority.urn, authority]] : [])))

const PREFIX = /^(the )?((london|royal|metropolitan) borough|royal borough|city|council|county) of (the )?/i
const SUFFIX =
  /(?<![ ,])[ ,]+(county|city|unitary|metropolitan|district|borough|council|authority|corporation|mbc|local authority|children[’']s services)$/i

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
