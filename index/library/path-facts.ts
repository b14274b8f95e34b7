/** Facts that a report's text may lack and its path tells: "80445_cambridgeshire/… - 18 february 2019.pdf". */

import { dateRange } from '../formats/facts.ts'
import type { Facts, Provenance } from '../model/report.ts'
import type { Authority } from './authorities.ts'
import { authorityByUrn, authorityNamed, everydayName } from './authority-names.ts'

type Added = { facts: Partial<Facts>; provenance: Partial<Record<keyof Facts, Provenance>> }

/** The ISO day at the end of a file's name; null where there is none. */
export function publishedIn(source: string): string | null {
  const dated = /[-–_ ](\d{1,2} \p{L}+ \d{4})\.\w+$/u.exec(source)?.[1]
  return dated ? (dateRange(dated)?.from ?? null) : null
}

/** What to add to the facts read from a text: never anything that the text itself tells. */
export function pathFacts(source: string, read: Partial<Facts>): Added {
  const folder = /(?:^|\/)(\d{5,6})_([^/]+)\//.exec(source)
  const facts: Partial<Facts> = {}
  const provenance: Added['provenance'] = {}
  const add = <K extends keyof Facts>(name: K, value: Facts[K], from: Provenance['from'], note: string): void => {
    if (read[name] || !value) return
    facts[name] = value
    provenance[name] = { from, note }
  }
  const printed = read.authority ?? read.council ?? null
  const named = printed ? authorityNamed(printed) : null
  const numbered = folder?.[1] ? authorityByUrn(folder[1]) : null
  const authority: Authority | null = named ?? numbered
  if (printed) {
    facts.authority = named?.name ?? everydayName(printed)
    provenance.authority = { from: 'text', note: null }
  } else add('authority', numbered?.name ?? null, 'path', 'From the number in the folder’s name.')
  add('urn', folder?.[1] ?? null, 'path', 'From the folder’s name.')
  if (!folder) add('urn', authority?.urn ?? null, 'authorities', 'Ofsted’s number for the authority that the text names.')
  add('published', publishedIn(source), 'path', 'From the name of the file; not printed in the report.')
  return { facts, provenance }
}
