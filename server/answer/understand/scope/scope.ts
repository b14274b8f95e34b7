/** Which reports a question is about: councils, years, kinds and single reports named in its words. */

import { authorityAt, authorityCalled, authorityWords } from '../../../../index/library/authorities.ts'
import type { ReportKind } from '../../../../index/model/report.ts'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { type Token, terms } from '../../../../index/text/analyzer.ts'
import { commonness } from '../../../../index/text/english.ts'
import type { Group } from '../../question.ts'
import { type Elsewhere, elsewhereIn, isDistrict } from './elsewhere.ts'
import { groupIn } from './groups.ts'
import { MONTHS, nameYears } from './years.ts'

/** What the words of one question name, before it is held against the collection. */
export type Named = {
  /** Authorities that the collection has reports on. */
  authorities: string[]
  /** English authorities that it has none on. */
  absent: string[]
  /** A place that no council of England is, or a name that nobody knows. */
  elsewhere: Elsewhere | null
  /** Every council of the collection: "both councils", "the two authorities". */
  allCouncils: boolean
  /** Councils named together: "good authorities", "in London". */
  group: Group | null
  years: number[]
  /** A range: "since 2019", "between 2009 and 2025". */
  range: { from: number; to: number } | null
  /** The words by which a year was named against the clock: "last year". */
  clock: string | null
  /** Words for a time that is none: "recently", "since the pandemic". */
  vague: string[]
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
  elsewhere: null,
  allCouncils: false,
  group: null,
  years: [],
  range: null,
  clock: null,
  vague: [],
  months: [],
  kinds: [],
  latest: false,
  events: [],
  used: new Set(),
}

/** After the name of a place these make another body of it. */
const BODIES = new Set(['police', 'constabulary', 'hospital', 'hospitals', 'nhs', 'pct', 'university', 'college', 'fire'])
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
  'last inspect',
  'last visit',
  'last visited',
  'last focused visit',
  'current',
]

/** Words for now, which say nothing of what is asked. */
const NOW = ['at the moment', 'right now', 'at present', 'as things stand', 'these days', 'as of now', 'to date']

/** Finds a run of words, such as "most recent", in the words of the question: its places. */
function runs(words: string[], phrase: string): number[] {
  const parts = phrase.split(' ')
  return words.flatMap((_, at) => (parts.every((part, i) => words[at + i] === part || words[at + i] === `${part}s`) ? [at] : []))
}

/** Councillors as those who speak, which they do in committee papers; as those who are spoken of they are a topic. */
const COUNCILLORS_SAY =
  /\b(councillors?|members)\b.{0,12}\b(says?|said|raised?|ask|asked|hear|heard|note|noted|told|concerned|think|thought|quer(y|ied)|discuss|discussed|pleased|welcomed?|happy|unhappy|worried|disappointed)\b|\b(concerns?|questions?|views?) (did|of|from|by) (the )?(councillors|members)\b|\b(raised|asked|noted|said) by (councillors|members)\b/i

/** @param today ISO day by which "last year" is read. */
export function namedIn(text: string, tokens: Token[], corpus: Corpus, today: string): Named {
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
    nameElsewhere(text, tokens, corpus, named, use)
  }
  nameYears(words, named, use, today)
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
  for (const phrase of NOW) for (const at of runs(words, phrase)) use(at, phrase.split(' ').length)
  for (const phrase of LATEST)
    for (const at of runs(words, phrase)) {
      named.latest = true
      use(at, phrase.split(' ').length)
    }
  return named
}

function nameElsewhere(text: string, tokens: Token[], corpus: Corpus, named: Named, use: (at: number, length?: number) => void): void {
  if (named.group || named.authorities.length > 0) return
  const found = elsewhereIn(text, tokens, named.used, corpus)
  if (!found) return
  named.elsewhere = { name: found.name, outside: found.outside }
  use(found.at, found.length)
}

/** "Staffordshires overall rating": a possessive typed without its apostrophe. */
const withoutPossessive = (word: string): string =>
  word.endsWith('s') && !authorityWords.has(word) && authorityWords.has(word.slice(0, -1)) && commonness(word) === null
    ? word.slice(0, -1)
    : word

function nameAuthorities(
  text: string,
  tokens: Token[],
  printed: string[],
  held: Set<string | null>,
  named: Named,
  use: (at: number, length?: number) => void,
): void {
  const words = printed.map(withoutPossessive)
  for (let at = 0; at < words.length; at++) {
    const found = authorityAt(words, at)
    if (!found) continue
    const { authority, length } = found
    const next = words[at + length] ?? ''
    if (BODIES.has(next) || isDistrict(words, at)) continue
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
