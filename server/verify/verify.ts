/**
 * verify(): a draft → a verdict on each quotation in it. A quotation is found only if every word of it is printed, in order,
 * in one report; whatever cannot be shown to be so is not found.
 */
import type { Corpus } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { atOnce, inTurns, type Steps, TooMuchWork } from '../work/steps.ts'
import { besideOf, draftOf } from './beside.ts'
import { type Difference, differenceOf } from './difference.ts'
import { partsOf } from './draft-parts.ts'
import { type Finding, foundIn, judge } from './judge.ts'
import { isCitationPart } from './names.ts'
import { placedAt, quotesAt } from './places.ts'
import { claimsBeside, contradictions } from './placing.ts'
import { type Print, printInTurns, printOf } from './print.ts'
import { possessive, type Span, spansOf } from './spans.ts'
import { unmarkedCopies } from './unmarked.ts'
import { type Pattern, patternOf, plainPattern } from './words.ts'

export type VerdictName = 'found' | 'differently_cited' | 'altered' | 'stitched' | 'not_found'

export type Verdict = {
  /** The quoted words, `text.slice(...at)`. */
  text: string
  at: [number, number]
  /** How the draft sets it apart. */
  how: Span['how']
  verdict: VerdictName
  /** Why, in words. */
  reason: string
  /** Where it stands, best fitting first; for a stitched quotation, where its pieces stand. */
  places: Quote[]
  /** The nearest wording, and the way from it to the draft's. */
  nearest: { quote: Quote; difference: Difference[] } | null
}

type Reading = { span: Span; pattern: Pattern; finding: Finding }

export type Check = {
  quotations: Verdict[]
  /** Marked stretches too short to say where they are from; no verdict is given on them. */
  tooShort: { text: string; at: [number, number] }[]
}

/**
 * Fewest words that are looked up. In the five reports 57 in 100 pairs of words stand in more than one passage, 27 in 100 threes,
 * 14 in 100 fours: below four, finding them proves nothing. A whole table row or heading may have two. Range 3 to 6.
 */
export const SHORTEST_QUOTATION = 4
const SHORTEST_WHOLE = 2

/** A book of 300 pages has half of that (500 to 5,000). The page of so many verdicts takes 2 MB. */
export const MOST_QUOTATIONS = 1000
/**
 * Comparisons of words that one check may take (50 to 500 million). Fifty pages with 180 changed quotations take 6 million; one
 * quotation of 400 words that stands nowhere takes 2, so that a draft may have a hundred of those.
 */
export const MOST_WORK = 60_000_000
/** What a verdict costs besides, and each place in it: it is cited, its claims are read, and all of it is drawn. */
const VERDICT_COST = 20_000
const PLACE_COST = 10_000

/** All words of a collection are held to look for a draft's in them, a kilobyte a passage (100,000 to 500,000). */
const MOST_PASSAGES = 300_000
const TOO_LARGE = `This collection has more than ${MOST_PASSAGES.toLocaleString('en-GB')} paragraphs, which is more than drafts are checked against. Ask for the quotation instead, with its words in quotation marks.`

/** A draft that quotes more than is checked at once, or of a collection that is too large. */
export class TooManyQuotations extends Error {}
const TOO_MANY = `The draft has more than ${MOST_QUOTATIONS.toLocaleString('en-GB')} quotations, which is more than is checked at once. Check it in parts.`
/** Thirty pages, in characters (20,000 to 200,000): what is longer lacks its closing mark. */
const LONGEST_QUOTATION = 100_000
const SHOWN = 60
const unclosed = (head: string): string =>
  `The quotation that begins “${head.replace(/\s+/g, ' ')}…” has more than ${LONGEST_QUOTATION.toLocaleString('en-GB')} characters. Put in its closing mark, or check the draft in parts.`
const TOO_LONG =
  'Comparing all that looks like a quotation in this draft with the reports would take too long. Check it in parts, a chapter at a time.'

/**
 * Draft text as sent; offsets in the reply are into it.
 * @throws TooManyQuotations
 */
export function verify(text: string, corpus: Corpus): Check {
  if (corpus.all.length > MOST_PASSAGES) throw new TooManyQuotations(TOO_LARGE)
  return orRefused(() => atOnce(checkOf(text, corpus, printOf(corpus)), MOST_WORK))
}

/** The same while others have their turn: no step holds the thread for long. `turn` may end it by throwing. */
export async function verifyInTurns(text: string, corpus: Corpus, turn?: () => Promise<unknown>): Promise<Check> {
  if (corpus.all.length > MOST_PASSAGES) throw new TooManyQuotations(TOO_LARGE)
  const print = await printInTurns(corpus)
  return inTurns(checkOf(text, corpus, print), MOST_WORK, turn).catch((error: unknown) => orRefused(() => thrown(error)))
}

const thrown = (error: unknown): never => {
  throw error
}
function orRefused<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof TooMuchWork ? new TooManyQuotations(TOO_LONG) : error
  }
}

function* checkOf(text: string, corpus: Corpus, print: Print): Steps<Check> {
  const parts = yield* partsOf(text)
  const marked = yield* spansOf(text, parts, MOST_QUOTATIONS)
  if (marked.length > MOST_QUOTATIONS) throw new TooManyQuotations(TOO_MANY)
  const endless = marked.find(({ start, end }) => end - start > LONGEST_QUOTATION)
  if (endless) throw new TooManyQuotations(unclosed(text.slice(endless.start, endless.start + SHOWN)))
  const read = readerOf(print, text)
  const listed: Reading[] = []
  const short: Span[] = []
  const names: Span[] = []
  for (const given of marked) {
    if (isCitationPart(corpus, print, text, given)) {
      names.push(given)
      continue
    }
    const reading = yield* read(given)
    if (reading.pattern.words.length >= SHORTEST_QUOTATION || isWhole(print, reading)) listed.push(reading)
    else if (given.how !== 'indented' && reading.pattern.words.length > 0) short.push(reading.span)
  }
  // A word in marks within a copy, the 'front door', does not end it.
  const known = [...listed.map(({ span }) => span), ...names].sort(byStart)
  const copies = yield* unmarkedCopies(print, text, parts, known)
  if (listed.length + copies.length > MOST_QUOTATIONS) throw new TooManyQuotations(TOO_MANY)
  const copied: Reading[] = []
  for (const copy of copies) copied.push(yield* read(copy))
  // Indented paragraphs and copies are quotations only if they resemble print.
  const quotations = [...listed, ...copied]
    .filter(({ span: { how }, finding }) => finding.verdict !== 'not_found' || how === 'marks' || how === 'block')
    .sort((one, other) => byStart(one.span, other.span))
  const spans = quotations.map(({ span }) => span)
  const draft = draftOf(text, parts, spans)
  const cut = ({ start, end }: Span): { text: string; at: [number, number] } => ({ text: text.slice(start, end), at: [start, end] })
  const verdicts: Verdict[] = []
  for (const [index, { span, finding }] of quotations.entries()) {
    const told = toldOf(print, text, finding, () => claimsBeside(besideOf(draft, index)))
    yield VERDICT_COST + PLACE_COST * told.places.length
    verdicts.push({ ...cut(span), how: span.how, ...told })
  }
  return { quotations: verdicts, tooShort: outside(short, copies).map(cut) }
}

const byStart = (one: Span, other: Span): number => one.start - other.start

/** Those of a sorted list that stand in none of another. */
function outside(spans: Span[], others: Span[]): Span[] {
  let next = 0
  return spans.filter(({ start }) => {
    while (next < others.length && others[next]!.end <= start) next++
    return (others[next]?.start ?? start + 1) > start
  })
}

/** Other ends of single-marked quotations that are tried in one draft: more apostrophes than that are no writing. */
const MOST_ENDS_TRIED = 5000

/** An apostrophe may be the closing mark: an end that makes it a printed wording is the right one, the farthest of them. */
function readerOf(print: Print, text: string): (given: Span) => Steps<Reading> {
  let left = MOST_ENDS_TRIED
  function* patternsOf(start: number, end: number): Steps<[Pattern, ...Pattern[]]> {
    const pattern = yield* patternOf(text, start, end, (key) => print.vocabulary.has(key))
    return pattern.gaps.size > 0 ? [pattern, yield* plainPattern(text, start, end)] : [pattern]
  }
  return function* (given) {
    const [pattern, ...others] = yield* patternsOf(given.start, given.end)
    const first: Reading = { span: given, pattern, finding: yield* judge(print, pattern, others) }
    if (first.finding.verdict === 'found' || given.ends.length === 0) return first
    let farthest: Reading | null = null
    for (const end of given.ends) {
      if (left-- <= 0) break
      const patterns = yield* patternsOf(given.start, end)
      const finding = patterns[0].words.length >= SHORTEST_QUOTATION ? yield* foundIn(print, patterns) : null
      if (finding && (!farthest || end > farthest.span.end))
        farthest = { span: { ...given, end, outer: [given.outer[0], end + 1] }, pattern: patterns[0], finding }
    }
    // Cut off at "parents' ", a changed wording looks like a short true one.
    const cutOff = farthest && possessive(text, farthest.span.end) && first.finding.verdict !== 'not_found'
    return farthest && !cutOff ? farthest : first
  }
}

function isWhole(print: Print, { pattern: { words }, finding }: Reading): boolean {
  if (words.length < SHORTEST_WHOLE || finding.verdict !== 'found') return false
  return finding.occurrences.some(({ pieces }) => {
    const { number } = placedAt(print, pieces[0]!.place)
    return pieces[0]!.place === print.starts[number] && print.starts[number + 1]! - print.starts[number]! === words.length
  })
}

/** Pieces of a stitched quotation whose places are told (20 to 500): what has more is a text put together of phrases. */
const MOST_PIECES_SHOWN = 100

type Told = Pick<Verdict, 'verdict' | 'reason' | 'places' | 'nearest'>

function toldOf(print: Print, text: string, finding: Finding, beside: () => ReturnType<typeof claimsBeside>): Told {
  const nearest =
    'alignment' in finding && finding.alignment
      ? {
          quote: quotesAt(print, [wordsMatched(finding.alignment)])[0]!,
          difference: differenceOf(finding.alignment, text, (passage) => print.placed.at(passage)!.passage.text),
        }
      : null
  if (finding.verdict === 'altered')
    return { verdict: 'altered', reason: 'Words differ from the nearest wording in the reports.', places: [], nearest }
  if (finding.verdict === 'not_found')
    return { verdict: 'not_found', reason: 'No report in the collection prints this.', places: [], nearest }
  if (finding.verdict === 'stitched') {
    const places = finding.pieces
      .slice(0, MOST_PIECES_SHOWN)
      .flatMap(({ from, to, place }) => quotesAt(print, [[place, place + to - from]]))
    return { verdict: 'stitched', reason: 'Pieces of print are joined without an ellipsis.', places: distinct(places), nearest }
  }
  const claims = beside()
  const all = finding.occurrences.map(({ pieces }) => {
    const places = quotesAt(
      print,
      pieces.map(({ from, to, place }) => [place, place + to - from]),
    )
    return { places, against: contradictions(claims, placedAt(print, pieces[0]!.place).placed) }
  })
  all.sort((a, b) => a.against.length - b.against.length)
  const places = distinct(all.flatMap((one) => one.places))
  const against = all[0]!.against
  if (against.length > 0)
    return { verdict: 'differently_cited', reason: `It is printed, but ${against.join('; ')}.`, places, nearest: null }
  return { verdict: 'found', reason: 'Printed word for word.', places, nearest: null }
}

function wordsMatched({ steps, printed }: NonNullable<Extract<Finding, { alignment: unknown }>['alignment']>): [number, number] {
  const places = steps.filter(({ op }) => op === 'same').map((step) => printed[step.printed]!.place)
  return [places[0] ?? 0, (places.at(-1) ?? 0) + 1]
}

const distinct = (quotes: Quote[]): Quote[] => [...new Map(quotes.map((quote) => [quote.id, quote])).values()]
