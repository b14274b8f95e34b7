/** Facts that a report's text may lack and its path tells: "80445_cambridgeshire/… - 18 february 2019.pdf". */

import { dateRange } from '../formats/facts.ts'
import type { Facts, Provenance } from '../model/report.ts'
import { authorityByUrn, authorityNamed } from './authority-names.ts'
import { authoritiesIn, type Mention } from './councils/mentions.ts'

type Added = { facts: Partial<Facts>; provenance: Partial<Record<keyof Facts, Provenance>> }

/** Ofsted's own folders: its number for the authority, then the name. */
const AUTHORITY_FOLDER = /(?:^|\/)(\d{5,7})_([^/]+)\//
/** What separates words in names of files. */
const SEPARATORS = /[_.\-–,;()[\]\s]+/g

/** The ISO day at the end of a file's name; null where there is none. */
export function publishedIn(source: string): string | null {
  const dated = /[-–_ ](\d{1,2} \p{L}+ \d{4})\.\w+$/u.exec(source)?.[1]
  return dated ? (dateRange(dated)?.from ?? null) : null
}

/** The authority by the number of its folder, and those that the names of folders and file hold. */
export function councilInPath(source: string): { numbered: Mention | null; named: Mention[] } {
  const [, urn, name] = AUTHORITY_FOLDER.exec(source) ?? []
  const numbered = urn ? authorityByUrn(urn) : null
  const named = source
    .replace(/\.\w+$/, '')
    .split('/')
    .flatMap((part) => mentionsIn(part))
  return { numbered: numbered && { authority: numbered, printed: `${urn}_${name}`, asCouncil: true, capitalAnyway: false }, named }
}

function mentionsIn(part: string): Mention[] {
  // names of files are written without capitals
  const words = part
    .replace(SEPARATORS, ' ')
    .trim()
    .replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase())
  const whole = authorityNamed(words.replace(/^\d+ /, ''))
  if (whole) return [{ authority: whole, printed: part, asCouncil: true, capitalAnyway: false }]
  // "reading list" and "bury" are words too
  return authoritiesIn(words).filter(({ authority, asCouncil }) => asCouncil || !authority.ambiguous)
}

/** What to add to the facts read from a text: never anything that the text itself tells. */
export function pathFacts(source: string, read: Partial<Facts>, urn: string | null): Added {
  const numbered = AUTHORITY_FOLDER.exec(source)?.[1] ?? null
  const facts: Partial<Facts> = {}
  const provenance: Added['provenance'] = {}
  const add = <K extends keyof Facts>(name: K, value: Facts[K], from: Provenance['from'], note: string): void => {
    if (read[name] || !value) return
    facts[name] = value
    provenance[name] = { from, note }
  }
  // a folder's number is the council's own only where nothing else says another
  if (numbered && (!urn || urn === numbered)) add('urn', numbered, 'path', 'From the folder’s name.')
  add('urn', urn, 'authorities', 'Ofsted’s number for the authority that the text names.')
  add('published', publishedIn(source), 'path', 'From the name of the file; not printed in the report.')
  return { facts, provenance }
}
