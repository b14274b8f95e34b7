/** Text + earlier questions → Question, by rule and in the open. */

import type { Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { type Token, terms, tokens } from '../../../index/text/analyzer.ts'
import { ASKS_AS_WELL, type Asks, type FactName } from '../asks.ts'
import { ALL_PARTS, type Concept, type Correction, type Missing, type Parts, type Question, type Wanted } from '../question.ts'
import { asidesIn, without } from './asker.ts'
import { conceptsOf } from './concepts.ts'
import { collectionIn } from './cues/collection.ts'
import { asksIn } from './cues/cues.ts'
import { factsIn } from './cues/facts.ts'
import { asksForGrades } from './cues/grades.ts'
import { ofQuoteIn } from './cues/of-quote.ts'
import { talkIn } from './cues/talk.ts'
import { detailsIn, wantedBy } from './detail.ts'
import { documentConcepts, isAboutDocument } from './document.ts'
import { isFollowUp, leans, merge } from './follow-up.ts'
import { eventConcept, selectGroup } from './scope/events.ts'
import { type Named, namedIn, UNNAMED } from './scope/scope.ts'
import { correct } from './spelling.ts'
import { topicOf } from './topic.ts'

/** What the reader picked in the page: it narrows whatever the words say. */
export type Picked = { authorities?: string[] | undefined; years?: number[] | undefined; reports?: string[] | undefined }

/** One question's own words, before the conversation and the collection are brought in. */
export type Parsed = {
  asked: string
  /** Spelling corrected. */
  text: string
  /** The same without where and when. */
  topic: string
  tokens: Token[]
  named: Named
  concepts: Concept[]
  phrases: string[][]
  excluded: string[]
  wanted: Wanted | null
  aboutDocument: boolean
  corrections: Correction[]
}

/** Format and tag characters that a reader cannot see: they hide instructions, never words. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu
const PHRASE = /["“”]([^"“”]{2,200})["“”]/g
const EXCLUDED = /(?:^|\s)-(\p{L}[\p{L}\p{N}'’-]*)/gu

export function parse(asked: string, corpus: Corpus, parts: Parts, today: string): Parsed {
  const clean = asked.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  const excluded = [...clean.matchAll(EXCLUDED)].flatMap((found) => terms(found[1] ?? ''))
  const positive = clean.replace(EXCLUDED, ' ').trim()
  const { text, corrections } = parts.spelling ? correct(positive, tokens(positive), corpus) : { text: positive, corrections: [] }
  const words = tokens(text)
  const named = namedIn(text, words, corpus, today)
  const asides = asidesIn(text)
  const isAside = ({ start }: Token): boolean => asides.some(([from, to]) => from <= start && start < to)
  const placed = new Set([...named.used].filter((i) => !isAside(words[i]!)))
  words.forEach((word, i) => {
    if (isAside(word)) named.used.add(i)
  })
  // a council's name in quotation marks says where, and need not stand in the quote
  const isScope = (from: number, to: number): boolean => words.every(({ start, end }, i) => end <= from || start >= to || named.used.has(i))
  const quoted = [...text.matchAll(PHRASE)]
  const phrases = [...clean.matchAll(PHRASE)]
    .filter((_, i) => !quoted[i] || !isScope(quoted[i].index, quoted[i].index + quoted[i][0].length))
    .map((found) => terms(found[1] ?? ''))
    .filter((stems) => stems.length > 0)
  const wanted = wantedBy(text)
  const concepts = conceptsOf(words, named.used, wanted, corpus, parts)
  const aboutDocument = isAboutDocument(text, wanted, concepts)
  const document = aboutDocument ? documentConcepts(words, wanted, corpus) : []
  const own = aboutDocument ? [...concepts.filter(({ light }) => light), ...document] : concepts
  const topic = topicOf(without(asides, text), words, placed)
  return {
    asked,
    text,
    topic,
    tokens: words,
    named,
    concepts: own,
    phrases,
    excluded,
    wanted,
    aboutDocument: document.length > 0,
    corrections,
  }
}

/** The conversation so far, read one question after the other. */
function parseAll(asked: string, earlier: string[], corpus: Corpus, parts: Parts, today: string): Parsed {
  const own = parse(asked, corpus, parts, today)
  const last = earlier.at(-1)
  if (last === undefined || !parts.followUps || !isFollowUp(own)) return own
  const before = parseAll(last, earlier.slice(0, -1), corpus, parts, today)
  if (!SAME_YEAR.test(own.text) || own.named.years.length > 0) return merge(own, before)
  return merge({ ...own, named: { ...own.named, years: yearsOf(before, corpus) } }, before)
}

const SAME_YEAR = /\b(?:same|that) year\b/i
/** The year that a question was about: named in it, or that of the only year that its council has a report of. */
function yearsOf({ named: { years, authorities } }: Parsed, corpus: Corpus): number[] {
  if (years.length > 0) return years
  const of = corpus.reports.filter(({ authority }) => authorities.includes(authority ?? '')).map((report) => report.years[0] ?? 0)
  return new Set(of).size === 1 ? of.slice(0, 1) : []
}

/** Today as an ISO day, by which "last year" is read. */
export const isoToday = (): string => new Date().toISOString().slice(0, 10)

/** Who has picked a report or a year in the page has said the time: "last year" is then the report's, not the clock's. */
const timedBy = (named: Named, { reports, years }: Picked): Named =>
  named.clock && (reports?.length || years?.length) ? { ...named, years: [], months: [], range: null, clock: null } : named

/** Without a day of its own, a question is asked today. */
export function understand(
  asked: string,
  earlier: string[],
  corpus: Corpus,
  picked: Picked = {},
  parts = ALL_PARTS,
  today = isoToday(),
): Question {
  const ofQuote = parts.followUps ? ofQuoteIn(asked, earlier) : null
  const [own, before] = ofQuote ? [ofQuote.of, ofQuote.earlier] : [asked, earlier]
  const talk = talkIn(own)
  const collection = talk ? null : collectionIn(own)
  if ((talk && !ASKS_AS_WELL.has(talk)) || collection) return unread(asked, { talk, collection }, parts)
  const parsed = parseAll(own, before, corpus, parts, today)
  const named = parts.scope ? timedBy(parsed.named, picked) : UNNAMED
  const reports = corpus.reports.filter(
    (report) =>
      (!picked.authorities?.length || picked.authorities.includes(report.authority ?? '')) &&
      (!picked.years?.length || picked.years.some((year) => report.years.includes(year))) &&
      (!picked.reports?.length || picked.reports.includes(report.id)),
  )
  const scoped = asScope(parsed, named, reports)
  const { selection, members } = selectGroup(scoped, reports, corpus)
  const absent = named.authorities.length === 0 ? (named.absent[0] ?? named.elsewhere?.name) : undefined
  const narrowed = selection.reports.length < corpus.reports.length
  const concepts = [...parsed.concepts, ...selection.events.map((year) => eventConcept(year, named, corpus))]
  const { phrases, wanted } = parsed
  const asks = asksIn(parsed.text, { concepts, phrases, wanted, group: members, latest: named.latest, topic: parsed.topic })
  // "the last inspection before 2018", of which there is a report
  const held = scoped.range?.from === 0 && asks.facts.includes('previous')
  return {
    asked,
    text: ofQuote ? `${asked} (of the first quote on: ${parsed.text})` : parsed.text,
    topic: parsed.topic,
    asks: {
      ...{ talk, collection, unclear: earlier.length === 0 && leans(parsed.text) },
      ofQuote: ofQuote && { ask: ofQuote.ask, step: ofQuote.step },
      ...asks,
      ...(held ? { facts: ['inspected', 'grade'] as const satisfies FactName[] } : {}),
    },
    scope: {
      authorities: absent
        ? [absent]
        : (members?.councils ?? (named.authorities.length > 0 ? named.authorities : (picked.authorities ?? []))),
      years: selection.years.length > 0 ? selection.years : (picked.years ?? []),
      reports: narrowed ? selection.reports.map(({ id }) => id) : [],
    },
    reports: absent ? [] : selection.reports.map(({ id }) => id),
    kinds: named.kinds,
    missing: missingOf(named, absent, selection.absentYear),
    absent: named.absent.filter((name) => name !== absent),
    vague: named.vague,
    concepts,
    phrases,
    excluded: parsed.excluded,
    wanted,
    given: wanted ? detailsIn(parsed.text, wanted).map(([start, end]) => parsed.text.slice(start, end)) : [],
    aboutDocument: parsed.aboutDocument,
    corrections: parsed.corrections,
    events: selection.events,
    group: members,
    latest: named.latest,
    parts,
    vector: null,
  }
}

/**
 * The newest report is not the newest grade: a focused visit gives none, so all are taken where a grade is asked for. Nor is
 * an inspection before a year the report of that year: where no report is of the time before, the first one after may tell.
 */
function asScope({ text, concepts }: Parsed, named: Named, reports: Report[]): Named {
  const { range } = named
  if (range?.from === 0 && factsIn(text, concepts).includes('previous')) {
    const isHeld = ({ authority, years, judgements }: Report): boolean =>
      named.authorities.includes(authority ?? '') && judgements.length > 0 && years.every((year) => year <= range.to)
    if (reports.some(isHeld)) return named
    const later = reports.filter(({ authority, judgements }) => named.authorities.includes(authority ?? '') && judgements.length > 0)
    return {
      ...named,
      years: later
        .flatMap(({ years }) => years.filter((year) => year > range.to))
        .sort()
        .slice(0, 1),
      range: null,
    }
  }
  return named.latest && named.kinds.length === 0 && asksForGrades(text) ? { ...named, latest: false } : named
}

/** What is named that the collection does not hold; null where it holds all of it. */
function missingOf(
  { authorities, absent: councils, elsewhere, clock, range }: Named,
  absent: string | undefined,
  year: number | null,
): Missing | null {
  if (absent) {
    const where = councils.length > 0 || !elsewhere ? null : elsewhere.outside ? 'outside' : 'unknown'
    return { authority: absent, year: null, clock: null, range: null, elsewhere: where }
  }
  return year === null ? null : { authority: authorities[0] ?? null, year, clock, range, elsewhere: null }
}

/** What is no question about the reports is looked into no further. */
function unread(asked: string, asks: Pick<Asks, 'talk' | 'collection'>, parts: Parts): Question {
  const scope = { authorities: [], years: [], reports: [] }
  return {
    ...{
      asked,
      text: asked,
      topic: asked,
      scope,
      reports: [],
      kinds: [],
      missing: null,
      absent: [],
      vague: [],
      concepts: [],
      phrases: [],
      excluded: [],
      wanted: null,
      given: [],
    },
    asks: {
      ...asksIn('', { concepts: [], phrases: [], wanted: null, group: null, latest: false, topic: '' }),
      ...asks,
      ofQuote: null,
      unclear: false,
    },
    ...{ aboutDocument: false, corrections: [], events: [], group: null, latest: false, parts, vector: null },
  }
}
