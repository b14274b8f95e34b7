/**
 * verify(): a draft → a verdict on each quotation in it. A quotation is found only if every word of it is printed, in order,
 * in one report; whatever cannot be shown to be so is not found.
 */
import type { Corpus } from '../../index/corpus.ts'
import type { Quote } from './answer.ts'
import { besideOf, draftOf } from './verify/beside.ts'
import { type Difference, differenceOf } from './verify/difference.ts'
import { partsOf } from './verify/draft-parts.ts'
import { type Finding, judge } from './verify/judge.ts'
import { isCitationPart } from './verify/names.ts'
import { placedAt, quotesAt } from './verify/places.ts'
import { claimsBeside, contradictions } from './verify/placing.ts'
import { type Print, printOf } from './verify/print.ts'
import { possessive, type Span, spansOf } from './verify/spans.ts'
import { unmarkedCopies } from './verify/unmarked.ts'
import { type Pattern, patternOf, plainPattern } from './verify/words.ts'

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

/** Draft text as sent; offsets in the reply are into it. */
export function verify(text: string, corpus: Corpus): Check {
  const print = printOf(corpus)
  const parts = partsOf(text)
  const marked = spansOf(text, parts)
  const spans = [...marked, ...unmarkedCopies(print, text, parts, marked)].sort((a, b) => a.start - b.start)
  const readings = spans.filter((span) => !isCitationPart(corpus, text, span)).map((span) => bestReading(print, text, span))
  const draft = draftOf(
    text,
    parts,
    readings.map(({ span }) => span),
  )
  const check: Check = { quotations: [], tooShort: [] }
  readings.forEach(({ span, pattern, finding }, index) => {
    const own = { text: text.slice(span.start, span.end), at: [span.start, span.end] as [number, number] }
    if (pattern.words.length < SHORTEST_QUOTATION && !isWhole(print, pattern, finding)) {
      if (span.how !== 'indented' && pattern.words.length > 0) check.tooShort.push(own)
      return
    }
    // Indented paragraphs and copies are quotations only if they resemble print.
    if ((span.how === 'indented' || span.how === 'unmarked') && finding.verdict === 'not_found') return
    check.quotations.push({ ...own, how: span.how, ...toldOf(print, text, finding, () => claimsBeside(besideOf(draft, index))) })
  })
  return check
}

/** An apostrophe may be the closing mark: an end that makes it a printed wording is the right one, the farthest of them. */
function bestReading(print: Print, text: string, given: Span): Reading {
  const read = (end: number): Reading => {
    const pattern = patternOf(text, given.start, end)
    const others = pattern.gaps.size > 0 ? [plainPattern(text, given.start, end)] : []
    const outer: [number, number] = [given.outer[0], end === given.end ? given.outer[1] : end + 1]
    return { span: { ...given, end, outer }, pattern, finding: judge(print, pattern, others) }
  }
  const first = read(given.end)
  if (first.finding.verdict === 'found' || given.ends.length === 0) return first
  const found = given.ends
    .map(read)
    .filter(({ finding, pattern }) => finding.verdict === 'found' && pattern.words.length >= SHORTEST_QUOTATION)
  const farthest = found.reduce<Reading | null>((best, one) => (!best || one.span.end > best.span.end ? one : best), null)
  // Cut off at "parents' ", a changed wording looks like a short true one.
  const cutOff = farthest && possessive(text, farthest.span.end) && first.finding.verdict !== 'not_found'
  return farthest && !cutOff ? farthest : first
}

function isWhole(print: Print, { words }: Pattern, finding: Finding): boolean {
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
