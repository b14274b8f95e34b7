/** Which reports a question is about: councils, years, kinds and single reports named in its words. */

import { authorityAt, authorityCalled } from '../../../../index/library/authorities.ts'
import type { Report, ReportKind } from '../../../../index/model/report.ts'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { type Token, terms } from '../../../../index/text/analyzer.ts'
import { lastDay } from '../../days.ts'
import type { Group } from '../../question.ts'
import { groupIn } from './groups.ts'
import { MONTHS, nameYears } from './years.ts'

/** What the words of one question name, before it is held against the collection. */
export type Named = {
  /** Authorities that the collection has reports on. */
  authorities: string[]
  /** English authorities that it has none on. */
  absent: string[]
  /** Every council of the collection: "both councils", "the two authorities". */
  allCouncils: boolean
  /** Councils named together: "good authorities", "in London". */
  group: Group | null
  years: number[]
  /** A range: "since 2019", "between 2009 and 2025". */
  range: { from: number; to: number } | null
  /** ISO months named with a year ("2018-06"), which tell an event from a report. */
  months: string[]
  kinds: ReportKind[]
  latest: boolean
  /** Runs of stems that name an event without its year: "June focused visit". */
  events: string[][]
  /** Numbers of the tokens that say all this: they are not what the question is about. */
  used: Set<number>
}

/** What a question names that names nothing. */
export const UNNAMED: Named = {
  authorities: [],
  absent: [],
  allCouncils: false,
  group: null,
  years: [],
  range: null,
  months: [],
  kinds: [],
  latest: false,
  events: [],
  used: new Set(),
}

const BODIES = new Set(['police', 'constabulary', 'hospital', 'hospitals', 'nhs', 'pct', 'university', 'college', 'moorlands', 'fire'])
const COUNCIL_WORDS = new Set(['council', 'councils', 'borough', 'county', 'city', 'metropolitan', 'authority', 'authorities', 'lb'])

const LETTERS: ReportKind[] = ['focused_visit', 'monitoring_visit']
/** Words that name a kind of document, as runs of words. */
const KINDS: [string, ReportKind[]][] = [
  ['focused visit', ['focused_visit']],
  ['focussed visit', ['focused_visit']],
  ['monitoring visit', ['monitoring_visit']],
  ['letter', LETTERS],
  ['select committee', ['committee_report']],
  ['scrutiny committee', ['committee_report']],
  ['committee paper', ['committee_report']],
  ['committee report', ['committee_report']],
  ['committee', ['committee_report']],
  ['elected members', ['committee_report']],
  ['minutes', ['committee_report']],
  ['agenda item', ['committee_report']],
  ['full inspection', ['ilacs_inspection', 'single_inspection', 'safeguarding_inspection']],
]
const LATEST = [
  'latest',
  'newest',
  'most recent',
  'last time',
  'last report',
  'last letter',
  'last visit',
  'last inspection',
  'last inspected',
  'last visited',
  'last focused visit',
  'current',
]

/** Finds a run of words, such as "most recent", in the words of the question: its places. */
function runs(words: string[], phrase: string): number[] {
  const parts = phrase.split(' ')
  return words.flatMap((_, at) => (parts.every((part, i) => words[at + i] === part || words[at + i] === `${part}s`) ? [at] : []))
}

/** Councillors as those who speak, which they do in committee papers; as those who are spoken of they are a topic. */
const COUNCILLORS_SAY =
  /\b(councillors?|members)\b.{0,12}\b(says?|said|raised?|ask|asked|hear|heard|note|noted|told|concerned|think|thought|quer(y|ied)|discuss|discussed|pleased|welcomed?|happy|unhappy|worried|disappointed)\b|\b(concerns?|questions?|views?) (did|of|from|by) (the )?(councillors|members)\b|\b(raised|asked|noted|said) by (councillors|members)\b/i

export function namedIn(text: string, tokens: Token[], corpus: Corpus): Named {
  const words = tokens.map(({ word }) => word)
  const named = structuredClone(UNNAMED)
  const held = new Set(corpus.reports.map((report) => report.authority))
  const use = (at: number, length = 1): void => {
    for (let i = 0; i < length; i++) named.used.add(at + i)
  }
  nameAuthorities(text, tokens, words, held, named, use)
  if (named.authorities.length === 0 && named.absent.length === 0) {
    const found = groupIn(text, tokens)
    named.group = found?.group ?? null
    for (const at of found?.used ?? []) use(at)
    if (!found) nameByType(words, corpus, named, use)
  }
  nameYears(words, named, use)
  for (const [phrase, kinds] of KINDS)
    for (const at of runs(words, phrase)) {
      if (named.used.has(at)) continue
      named.kinds.push(...kinds)
      const month = MONTHS.find((name) => words.slice(Math.max(0, at - 2), at).includes(name))
      if (month) named.events.push(terms(`${month} ${phrase}`))
      use(at, phrase.split(' ').length)
    }
  if (COUNCILLORS_SAY.test(text)) {
    named.kinds.push('committee_report')
    for (const who of ['councillor', 'member']) for (const at of runs(words, who)) use(at)
  }
  for (const phrase of LATEST)
    for (const at of runs(words, phrase)) {
      named.latest = true
      use(at, phrase.split(' ').length)
    }
  return named
}

function nameAuthorities(
  text: string,
  tokens: Token[],
  words: string[],
  held: Set<string | null>,
  named: Named,
  use: (at: number, length?: number) => void,
): void {
  for (let at = 0; at < words.length; at++) {
    const found = authorityAt(words, at)
    if (!found) continue
    const { authority, length } = found
    const next = words[at + length] ?? ''
    if (BODIES.has(next)) continue
    const first = tokens[at]
    const capital = first && /^\p{Lu}/u.test(text.slice(first.start, first.end)) && first.start > 0
    if (authority.ambiguous && !capital && !COUNCIL_WORDS.has(next) && !held.has(authority.name)) continue
    const list = held.has(authority.name) ? named.authorities : named.absent
    if (!list.includes(authority.name)) list.push(authority.name)
    let end = at + length
    while (COUNCIL_WORDS.has(words[end] ?? '')) end++
    use(at, end - at)
    at = end - 1
  }
}

/** "the county council" is a council of the collection where only one of it is a county. */
function nameByType(words: string[], corpus: Corpus, named: Named, use: (at: number, length?: number) => void): void {
  const councils = [...new Set(corpus.reports.flatMap(({ authority }) => (authority ? [authority] : [])))]
  for (const all of [
    'both councils',
    'both authorities',
    'both areas',
    'two councils',
    'two authorities',
    'two areas',
    'either council',
    'each council',
    'both places',
    'all councils',
  ])
    for (const at of runs(words, all)) {
      named.allCouncils = true
      use(at, 2)
    }
  if (named.allCouncils && councils.length > 1) {
    named.authorities.push(...councils)
    return
  }
  const byType: [string, (council: string, type: string) => boolean][] = [
    ['county council', (_, type) => type === 'county'],
    ['the county', (_, type) => type === 'county'],
    ['city council', (council) => / City Council$/.test(council)],
    ['the city', (council) => / City Council$/.test(council)],
  ]
  for (const [phrase, is] of byType)
    for (const at of runs(words, phrase)) {
      const fitting = councils.filter((name) => {
        const authority = authorityCalled(name)
        return authority && is(authority.council, authority.type)
      })
      const [only] = fitting
      if (fitting.length !== 1 || !only) continue
      if (!named.authorities.includes(only)) named.authorities.push(only)
      use(at, 2)
    }
}

export type Selection = {
  reports: Report[]
  years: number[]
  /** Years that no report in scope is of, but that reports in scope speak of: they have to stand in the quote's passage. */
  events: number[]
  /** A year that neither is. */
  absentYear: number | null
}

/** Holds what is named against the collection. `picked` reports come in already narrowed by what the reader chose. */
export function select(named: Named, picked: Report[], speaksOf: (year: number, reports: Report[]) => boolean): Selection {
  let reports = named.authorities.length > 0 ? picked.filter((report) => named.authorities.includes(report.authority ?? '')) : picked
  const ofAuthority = reports
  const ofKind = reports.filter((report) => named.kinds.includes(report.kind))
  if (ofKind.length > 0) reports = ofKind
  const { range } = named
  if (range) {
    const within = reports.filter(({ years }) => years.some((year) => year >= range.from && year <= range.to))
    const years = [...new Set(within.flatMap((report) => report.years))].sort()
    return { reports: within, years, events: [], absentYear: within.length === 0 ? (named.years[0] ?? null) : null }
  }
  if (named.years.length > 0) {
    const isMonthOf = (report: Report): boolean => {
      const own = named.months.filter((month) => report.years.includes(Number(month.slice(0, 4))))
      const days = [report.inspected?.from, report.inspected?.to, report.published].filter((day) => day !== null && day !== undefined)
      return own.length === 0 || days.length === 0 || own.some((month) => days.some((day) => day.startsWith(month)))
    }
    const ofYear = (list: Report[]): Report[] =>
      list.filter((report) => named.years.some((year) => report.years.includes(year)) && isMonthOf(report))
    const within = ofYear(reports)
    if (within.length > 0) {
      const known = named.years.filter((year) => within.some((report) => report.years.includes(year)))
      const other = named.years.filter((year) => !known.includes(year))
      return { reports: within, years: known, events: other.filter((year) => speaksOf(year, within)), absentYear: null }
    }
    // "the June 2018 focused visit": no report of that time, but another report may speak of it
    const events = named.years.filter((year) => speaksOf(year, ofAuthority))
    if (events.length === 0) return { reports: [], years: [], events: [], absentYear: named.years[0] ?? null }
    return { reports: ofAuthority, years: [], events, absentYear: null }
  }
  if (named.latest && reports.length > 0) {
    // "the latest" is one report of each council that is named, or of the collection
    const councils = named.authorities.length > 0 ? named.authorities : [null]
    reports = councils.flatMap((council) => {
      const own = council ? reports.filter((report) => report.authority === council) : reports
      return [...own].sort((a, b) => lastDay(b).localeCompare(lastDay(a))).slice(0, 1)
    })
  }
  return { reports, years: [], events: [], absentYear: null }
}
