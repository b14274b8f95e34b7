/** Facts that reports print about themselves: dates, inspectors, reference, licence. */
import type { Block, Licence } from '../model/report.ts'

/** By their first three letters; "Sept" is printed too. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?'
/** Hyphen, dashes, minus and the line of a box (U+2500). */
const DASH = '[-\u2010-\u2015\u2212\u2500]'
const TO = String.raw`\s*(?:to|and|until|${DASH})\s*`

const pad = (n: number | string): string => String(n).padStart(2, '0')
const iso = (day: string, month: string, year: string): string =>
  `${year}-${pad(/\d/.test(month) ? month : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1)}-${pad(day)}`

/** The date ranges that inspectors print, most complete first; each gives the ISO days from and to. */
const RANGES: [RegExp, (m: string[]) => { from: string; to: string }][] = [
  [
    new RegExp(`${DAY} ${MONTH},? (\\d{4})${TO}${DAY} ${MONTH},? (\\d{4})`, 'i'),
    (m) => ({ from: iso(m[1]!, m[2]!, m[3]!), to: iso(m[4]!, m[5]!, m[6]!) }),
  ],
  [
    new RegExp(`${DAY} ${MONTH}${TO}${DAY} ${MONTH},? (\\d{4})`, 'i'),
    (m) => ({ from: iso(m[1]!, m[2]!, m[5]!), to: iso(m[3]!, m[4]!, m[5]!) }),
  ],
  [new RegExp(`${DAY}${TO}${DAY} ${MONTH},? (\\d{4})`, 'i'), (m) => ({ from: iso(m[1]!, m[3]!, m[4]!), to: iso(m[2]!, m[3]!, m[4]!) })],
  [
    new RegExp(`(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s*(?:to|${DASH})\\s*(\\d{1,2})/(\\d{1,2})/(\\d{4})`),
    (m) => ({ from: iso(m[1]!, m[2]!, m[3]!), to: iso(m[4]!, m[5]!, m[6]!) }),
  ],
  [new RegExp(`${DAY} ${MONTH},? (\\d{4})`, 'i'), (m) => ({ from: iso(m[1]!, m[2]!, m[3]!), to: iso(m[1]!, m[2]!, m[3]!) })],
  [/(\d{1,2})\/(\d{1,2})\/(\d{4})/, (m) => ({ from: iso(m[1]!, m[2]!, m[3]!), to: iso(m[1]!, m[2]!, m[3]!) })],
]

/** The first range of days in a text, such as "29 June to 10 July 2009"; null where there is none. */
export function dateRange(text: string): { from: string; to: string } | null {
  for (const [pattern, read] of RANGES) {
    const match = pattern.exec(text)
    if (match) return read(match)
  }
  return null
}

/** All the days of an inspection: from the first to the last where two visits are printed ("… and 7 to 8 August 2019"). */
export function datesOfVisits(text: string): { from: string; to: string } | null {
  const visits = text.split(/\band\b/).map(dateRange)
  const first = visits[0]
  const last = visits.at(-1)
  return first && last && !visits.includes(null) ? { from: first.from, to: last.to } : dateRange(text)
}

/** What follows a printed label, up to the next label: `labelled(blocks, /Lead inspector:/)` → "Neil Penswick HMI". */
export function labelled(blocks: Block[], label: RegExp): string | null {
  for (const block of blocks) {
    const match = label.exec(block.text)
    if (!match) continue
    const value = block.text
      .slice(match.index + match[0].length)
      .split(/\s(?=(?:[A-Z][a-z]+ ){1,3}?(?:inspector|dates|group|no):)/)[0]
      ?.trim()
    if (value) return value
  }
  return null
}

/** The licence as the document states it; every part null where it states none. */
export function licenceOf(blocks: Block[]): Licence {
  const find = (pattern: RegExp): string | null => {
    for (const { text } of blocks) {
      const match = pattern.exec(text)
      if (match) return match[0]
    }
    return null
  }
  const open = find(/You may re-?use this information[^.]*\bOpen Government Licence\b[^.]*\./)
  const old = find(/You may copy all or parts of this document[^.]*\.?/)
  return {
    name: open ? 'Open Government Licence' : old ? 'Non-commercial educational use, unaltered (notice printed in the report)' : null,
    sentence: open ?? old,
    copyright: find(/© Crown copyright \d{4}/),
  }
}

export const yearsOf = (inspected: { from: string; to: string } | null, published: string | null): number[] => [
  ...new Set([inspected?.from, inspected?.to, published].flatMap((day) => (day ? [Number(day.slice(0, 4))] : []))),
]
