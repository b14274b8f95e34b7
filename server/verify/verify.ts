/**
 * verify(): a draft → a verdict on each quotation in it. A quotation is found only if every word of it is printed, in order,
 * in one report; whatever cannot be shown to be so is not found.
 */
import type { Corpus } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { besideOf, draftOf } from './beside.ts'
import { type Difference, differenceOf } from './difference.ts'
import { partsOf } from './draft-parts.ts'
import { type Finding, foundIn, judge } from './judge.ts'
import { isCitationPart } from './names.ts'
import { placedAt, quotesAt } from './places.ts'
import { claimsBeside, contradictions } from './placing.ts'
import { type Print, printOf } from './print.ts'
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

/** Two and a half seconds of work at the worst; a book of 300 pages has a tenth of that. */
export const MOST_QUOTATIONS = 5000

/** A draft that quotes more than is checked at once. */
export class TooManyQuotations extends Error {
  constructor(count: number) {
    const most = MOST_QUOTATIONS.toLocaleString('en-GB')
    super(`The draft has ${count.toLocaleString('en-GB')} quotations; at most ${most} are checked at once. Check it in parts.`)
  }
}

/**
 * Draft text as sent; offsets in the reply are into it.
 * @throws TooManyQuotations
 */
export function verify(text: string, corpus: Corpus): Check {
  const print = printOf(corpus)
  const parts = partsOf(text)
  const marked = spansOf(text, parts)
  if (marked.length > MOST_QUOTATIONS) throw new TooManyQuotations(marked.length)
  const read = readerOf(print, text)
  const listed: Reading[] = []
  const short: Span[] = []
  const names: Span[] = []
  for (const given of marked) {
    if (isCitationPart(corpus, text, given)) {
      names.push(given)
      continue
    }
    const reading = read(given)
    if (reading.pattern.words.length >= SHORTEST_QUOTATION || isWhole(print, reading)) listed.push(reading)
    else if (given.how !== 'indented' && reading.pattern.words.length > 0) short.push(reading.span)
  }
  // A word in marks within a copy, the 'front door', does not end it.
  const known = [...listed.map(({ span }) => span), ...names].sort(byStart)
  const copies = unmarkedCopies(print, text, parts, known)
  // Indented paragraphs and copies are quotations only if they resemble print.
  const quotations = [...listed, ...copies.map(read)]
    .filter(({ span: { how }, finding }) => finding.verdict !== 'not_found' || how === 'marks' || how === 'block')
    .sort((one, other) => byStart(one.span, other.span))
  const spans = quotations.map(({ span }) => span)
  const draft = draftOf(text, parts, spans)
  const cut = ({ start, end }: Span): { text: string; at: [number, number] } => ({ text: text.slice(start, end), at: [start, end] })
  return {
    quotations: quotations.map(({ span, finding }, index) => ({
      ...cut(span),
      how: span.how,
      ...toldOf(print, text, finding, () => claimsBeside(besideOf(draft, index))),
    })),
    tooShort: outside(short, copies).map(cut),
  }
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
function readerOf(print: Print, text: string): (given: Span) => Reading {
  let left = MOST_ENDS_TRIED
  const patternsOf = (start: number, end: number): [Pattern, ...Pattern[]] => {
    const pattern = patternOf(text, start, end, (key) => print.vocabulary.has(key))
    return pattern.gaps.size > 0 ? [pattern, plainPattern(text, start, end)] : [pattern]
  }
  return (given) => {
    const [pattern, ...others] = patternsOf(given.start, given.end)
    const first: Reading = { span: given, pattern, finding: judge(print, pattern, others) }
    if (first.finding.verdict === 'found' || given.ends.length === 0) return first
    let farthest: Reading | null = null
    for (const end of given.ends) {
      if (left-- <= 0) break
      const patterns = patternsOf(given.start, end)
      const finding = patterns[0].words.length >= SHORTEST_QUOTATION ? foundIn(print, patterns) : null
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

type Told = Pick<Verdict, 'verdict' | 'reason' | 'places' | 'nearest'>

function toldOf(print: Print, text: string, finding: Finding, beside: () => ReturnType<typeof claimsBeside>): Told {
  const nearest =
    'alignment' in finding && finding.alignment
      ? {
          quote: quotesAt(print, [wordsMatched(finding.alignment)])[0]!,
          difference: differenceOf(finding.alignment, text, (passage) => print.placed[passage]!.passage.text),
        }
      : null
  if (finding.verdict === 'altered')
    return { verdict: 'altered', reason: 'Words differ from the nearest wording in the reports.', places: [], nearest }
  if (finding.verdict === 'not_found')
    return { verdict: 'not_found', reason: 'No report in the collection prints this.', places: [], nearest }
  if (finding.verdict === 'stitched') {
    const places = finding.pieces.flatMap(({ from, to, place }) => quotesAt(print, [[place, place + to - from]]))
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
