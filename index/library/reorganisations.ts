/** Councils with children's services that were abolished or replaced since 2009, and what came of them: the law's dates. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Authority } from './authorities.ts'
import { AUTHORITIES, authorityCalled } from './authorities.ts'
import { authorityNamed } from './authority-names.ts'

const Reorganisations = z.strictObject({
  reorganisations: z.array(
    z.strictObject({
      /** The council as it was called until then. */
      council: z.string(),
      /** Its name in `authorities.json`. */
      authority: z.string(),
      /** The day of the change. */
      on: z.iso.date(),
      /** The council was wound up; false where it went on under another name with its districts' tasks. */
      dissolved: z.boolean(),
      /** `area`: the part of the old council's area that this one took; null for all of it. */
      becomes: z.array(z.strictObject({ authority: z.string(), area: z.string().nullable() })).min(1),
      order: z.string(),
      source: z.url(),
    }),
  ),
})
export type Reorganisation = z.infer<typeof Reorganisations>['reorganisations'][number]

export const REORGANISATIONS: Reorganisation[] = Reorganisations.parse(
  JSON.parse(readFileSync(new URL('./reorganisations.json', import.meta.url), 'utf8')),
).reorganisations

/** One authority that came before or after another. */
export type Succession = {
  /** The other authority's name in `authorities.json`. */
  name: string
  council: string
  /** ISO day of the change. */
  on: string
  /** The part of the earlier council's area that went over; null for all of it. */
  area: string | null
  order: string
  /** Address of the order. */
  source: string
}

/** Every name of an authority will do: "Northamptonshire", "Dorset County Council". */
const nameOf = (name: string): string => authorityCalled(name)?.name ?? authorityNamed(name)?.name ?? name

/** The authorities that took over from one that is no more; none for one that still is, or that only changed its council's name. */
export function successorsOf(name: string): Succession[] {
  const own = nameOf(name)
  return REORGANISATIONS.filter(({ authority }) => authority === own).flatMap(({ becomes, on, order, source }) =>
    becomes
      .filter(({ authority }) => authority !== own)
      .map(({ authority, area }) => ({
        name: authority,
        council: authorityCalled(authority)?.council ?? authority,
        ...{ on, area, order, source },
      })),
  )
}

/** The authorities that were responsible for the area before; none for one that has been there throughout. */
export function predecessorsOf(name: string): Succession[] {
  const own = nameOf(name)
  return REORGANISATIONS.filter(({ authority }) => authority !== own).flatMap(({ authority, council, becomes, on, order, source }) =>
    becomes.filter((one) => one.authority === own).map(({ area }) => ({ name: authority, council, ...{ on, area, order, source } })),
  )
}

/** The days on which an authority began and was no more; null where it was there throughout, or is there still. */
type Life = { began: string | null; ended: string | null }
const lives = new Map<string, Life>(
  AUTHORITIES.map(({ name }) => [name, { began: predecessorsOf(name)[0]?.on ?? null, ended: successorsOf(name)[0]?.on ?? null }]),
)

/** The ISO day on which an authority ended; null for one that is there today. */
export const endedOn = (name: string): string | null => lives.get(nameOf(name))?.ended ?? null

/** Whether an authority was there on an ISO day. */
export function wasThere({ name }: Authority, day: string): boolean {
  const { began = null, ended = null } = lives.get(name) ?? {}
  return (!ended || day < ended) && (!began || day >= began)
}

const plain = (name: string): string => name.replace(/ \(.*\)$/, '')
const namesakes = new Map<string, Authority[]>()
for (const authority of AUTHORITIES) namesakes.set(plain(authority.name), [...(namesakes.get(plain(authority.name)) ?? []), authority])

/**
 * The authority that bore a name on a day: "Dorset" was another council before April 2019. The same authority where no
 * other shares its name, or where the day (ISO) is not known.
 */
export const authorityOn = (authority: Authority, day: string | null): Authority =>
  (day && namesakes.get(plain(authority.name))?.find((other) => wasThere(other, day))) || authority
