/**
 * Citation styles for what leaves the assistant. The one place that knows how each style writes a report, a paragraph and a page.
 *
 * To add a style: its name in `STYLES`, a `Style` in `WRITTEN`, and a golden test for each kind of report.
 */

import type { Report } from '../../index/model/report.ts'
import type { Placed } from '../../index/search/corpus.ts'
import { dayInWords } from './citation.ts'
import { type Pin, pinOf, pinWords } from './pinpoint.ts'

export const STYLES = ['govuk', 'ofsted', 'harvard', 'oscola'] as const
export type StyleName = (typeof STYLES)[number]
export const STYLE_NAMES: Record<StyleName, string> = {
  govuk: 'GOV.UK',
  ofsted: 'Ofsted house style',
  harvard: 'Harvard',
  oscola: 'OSCOLA',
}

/** Part of a citation. */
export type Run = { text: string; italic?: boolean; href?: string }

export type Cited = {
  /** What stands in the running text after the quote; null where the style cites by note alone. */
  inText: string | null
  /** The footnote, pinpoint included. */
  note: Run[]
}

export type Reading = {
  /** ISO day on which it was looked up. */
  viewed: string
  /** Where the assistant runs, such as "https://quotes.example.gov.uk"; null leaves addresses and viewing dates out. */
  base: string | null
  /** Harvard's letters, by report id: "a" of 2019a. */
  letters: Map<string, string>
}

type Style = {
  note(report: Report, pin: string, reading: Reading, passage: string | null): Run[]
  inText(report: Report, pin: string, reading: Reading): string | null
  pin(pin: Pin): string
}

const MONTH = /^\d+ (\p{L}+ \d{4})$/u

/** Day of publication, or the last of the inspection; null where neither is known. */
const dayOf = ({ published, inspected }: Report): string | null => published ?? inspected?.to ?? null

/** The year of publication. For an undated document the catalogue's year, which no page prints: `undated` says so. */
function yearOf(report: Report): { year: string | null; undated: boolean } {
  const day = dayOf(report)
  return { year: day ? day.slice(0, 4) : (report.years[0]?.toString() ?? null), undated: !day }
}

function monthOf(report: Report, undated: (year: string | null) => string): string {
  const day = dayOf(report)
  return day ? (MONTH.exec(dayInWords(day))?.[1] ?? day) : undated(yearOf(report).year)
}

const urlOf = ({ id }: Report, { base }: Reading, passage: string | null): string | null =>
  base && `${base}/reports/${encodeURIComponent(id)}${passage ? `#${encodeURIComponent(passage)}` : ''}`
const linked = (text: string, url: string | null): Run => (url ? { text, href: url } : { text })
const quoted = (title: string): string => `‘${title}’`

function govuk(report: Report, pin: string, reading: Reading, passage: string | null): Run[] {
  const { year, undated } = yearOf(report)
  const when = undated ? (year ? `undated, about ${year}` : 'undated') : year
  const url = urlOf(report, reading, passage)
  return [
    { text: `${report.publisher}. ‘` },
    linked(report.title, url),
    { text: `’ ${when}${pin ? `: ${pin}` : ''}${url ? ` (viewed on ${dayInWords(reading.viewed)})` : ''}` },
  ]
}

function ofsted(report: Report, pin: string, reading: Reading, passage: string | null): Run[] {
  const when = monthOf(report, (year) => (year ? `undated, about ${year}` : 'undated'))
  const url = urlOf(report, reading, passage)
  const head = { text: [quoted(report.title), report.publisher, when, ...(pin ? [pin] : [])].join(', ') }
  return url ? [head, { text: '; ' }, linked(url, url), { text: '.' }] : [head, { text: '.' }]
}

function harvardYear(report: Report, { letters }: Reading): string {
  const { year, undated } = yearOf(report)
  const letter = letters.get(report.id) ?? ''
  return undated ? (year ? `c. ${year}${letter}` : `no date${letter && ` ${letter}`}`) : `${year}${letter}`
}

function harvard(report: Report, pin: string, reading: Reading, passage: string | null): Run[] {
  const url = urlOf(report, reading, passage)
  return [
    { text: `${report.publisher} (${harvardYear(report, reading)}) ` },
    { text: report.title, italic: true },
    { text: `${pin ? `, ${pin}` : ''}.` },
    ...(url ? [{ text: ' Available at: ' }, linked(url, url), { text: ` (Accessed: ${dayInWords(reading.viewed)}).` }] : []),
  ]
}

function oscola(report: Report, pin: string, reading: Reading, passage: string | null): Run[] {
  const when = monthOf(report, (year) => (year ? `c ${year}` : 'nd'))
  const url = urlOf(report, reading, passage)
  return [
    { text: `${report.publisher}, ${quoted(report.title)} (${when})${pin ? ` ${pin}` : ''}` },
    ...(url ? [{ text: ' <' }, linked(url, url), { text: `> accessed ${dayInWords(reading.viewed)}.` }] : [{ text: '.' }]),
  ]
}

const WRITTEN: Record<StyleName, Style> = {
  govuk: {
    note: govuk,

    inText: () => null,
    pin: pinWords('paragraph ', 'page ', ', '),
  },
  ofsted: {
    note: ofsted,

    inText: () => null,
    pin: pinWords('paragraph ', 'page ', ', '),
  },
  harvard: {
    note: harvard,

    inText: (report, pin, reading) => `(${[report.publisher, harvardYear(report, reading), pin].join(', ')})`,
    pin: pinWords('para. ', 'p. ', ', '),
  },
  // A paragraph is pinpoint enough for OSCOLA, and its page numbers stand bare.
  oscola: {
    note: oscola,

    inText: () => null,
    pin: pinWords('para ', '', null),
  },
}

/** How a quote is cited in its place. */
export function cite(style: StyleName, placed: Placed, reading: Reading): Cited {
  const written = WRITTEN[style]
  const pin = written.pin(pinOf(placed))
  return { inText: written.inText(placed.report, pin, reading), note: written.note(placed.report, pin, reading, placed.passage.id) }
}

/** How a whole report stands in a list of references. */
export const referenceOf = (style: StyleName, report: Report, reading: Reading): Run[] => WRITTEN[style].note(report, '', reading, null)

export const plainRuns = (runs: Run[]): string => runs.map(({ text }) => text).join('')

/** Letters for reports of one publisher and year that are cited together, in the order of their titles. */
export function harvardLetters(reports: Report[]): Map<string, string> {
  const groups = new Map<string, Report[]>()
  for (const report of [...reports].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1))) {
    const key = `${report.publisher} ${yearOf(report).year} ${yearOf(report).undated}`
    groups.set(key, [...(groups.get(key) ?? []), report])
  }
  const letters = new Map<string, string>()
  for (const group of groups.values()) if (group.length > 1) for (const [i, { id }] of group.entries()) letters.set(id, letterOf(i))
  return letters
}

/** a to z, then aa, ab …: as spreadsheets name columns. */
const letterOf = (i: number): string => (i < 26 ? '' : letterOf(Math.floor(i / 26) - 1)) + String.fromCharCode(97 + (i % 26))
