/** What a draft says about where a quotation is from, read from one stretch of its words. */
import authorities from '../../index/library/authorities.json' with { type: 'json' }
import type { Report } from '../../index/model/report.ts'

export type Claims = {
  /** Everyday names of authorities. */
  authorities: string[]
  years: number[]
  /** Printed paragraph numbers, ranges as their ends. */
  paragraphs: [number, number][]
  /** "Ofsted" or "council": whose document it is said to be. */
  publishers: ('Ofsted' | 'council')[]
}

/** How the words are bound to the quotation: a citation of its own, or the sentence around it. */
export type Bond = 'citation' | 'sentence'

/** Days on which somebody looked something up, statutes and addresses name years that are no report's. */
const NO_REPORT_YEAR =
  /\b(?:accessed|viewed|retrieved|downloaded)\b[^)\].;]{0,40}|\bAct (?:19|20)\d\d|\bsection \d+|https?:\/\/\S+|\b(?:since|before|until|by|than) (?:the |its )?(?:19|20)\d\d\b/giu
const YEAR = /(?<![\d.,£])(?:19|20)\d\d(?!\d|[,.]\d)/g
/** A year in running words is a report's only where a report is spoken of. */
const OF_A_REPORT =
  /\b(?:ofsted|inspect\w*|report\w*|visit\w*|letter|found|said|says|noted|stated?|judge\w*|wrote|writes|concluded|committee|review|paper)\b/i
const PARAGRAPH = /\bpara(?:graph)?s?\b\.? ?(\d{1,3})(?:\.\d+)?(?: ?(?:-|–|to|and|,|&) ?(\d{1,3}))?/gi
const OFSTED = /\bofsted\b|\bHMI\b|\bHer Majesty|\bHis Majesty/i
const OFSTED_SPEAKS =
  /\b(?:ofsted|inspectors?)\b[^.]{0,60}?\b(?:said|says?|found|finds?|noted?|notes|report(?:s|ed)?|judged|stated?|states|conclude[sd]?|wrote|writes)\b/i
const COUNCIL = /\b(?:select committee|committee (?:paper|report)|council paper|cabinet member|improvement plan)\b/i

/** Names that are also common words: only "Reading Borough Council", "Bath and …" and the like count. */
const WORDS_TOO = new Set(['Reading', 'Bury', 'Bath', 'Slough', 'Hull', 'Medway', 'Kent', 'Poole'])
type Named = { name: string; council: string; aliases: string[] }
const FORMS = new Map(
  (authorities.authorities as Named[]).flatMap(({ name, council, aliases }) =>
    [name, council, ...aliases].filter((form) => form.length > 3 && !WORDS_TOO.has(form)).map((form) => [fold(form), name] as const),
  ),
)

function fold(form: string): string {
  return form
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[-–\s]+/g, ' ')
}

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\-–]')
const AUTHORITY = new RegExp(
  `(?<![\\p{L}-]|East |South |North |Mid )(?:${[...FORMS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\p{L}-])(?! (?:police|moorlands|university|hospital)\\b)`,
  'giu',
)

export function claimsOf(words: string, bond: Bond): Claims {
  const plain = words.replace(/\s+/g, ' ').replace(/[’‘`]/g, "'")
  const dated = plain.replace(NO_REPORT_YEAR, ' ')
  const years = bond === 'citation' || OF_A_REPORT.test(plain) ? (dated.match(YEAR) ?? []).map(Number) : []
  const publishers: Claims['publishers'] = []
  if (bond === 'citation' ? OFSTED.test(plain) : OFSTED_SPEAKS.test(plain)) publishers.push('Ofsted')
  if (COUNCIL.test(plain)) publishers.push('council')
  return {
    authorities: [...new Set(Array.from(plain.matchAll(AUTHORITY), ([form]) => FORMS.get(fold(form))!))],
    years,
    paragraphs: Array.from(plain.matchAll(PARAGRAPH), ([, from, to]) => [Number(from), Number(to ?? from)]),
    publishers,
  }
}

/** The years by which a report may be cited. */
export const yearsOfReport = ({ years, inspected, published }: Report): Set<number> =>
  new Set([...years, ...[inspected?.from, inspected?.to, published].flatMap((day) => (day ? [Number(day.slice(0, 4))] : []))])
