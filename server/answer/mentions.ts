/** Every passage that speaks of what is asked, over all reports and not only the best of them: counted from the index. */

import type { Report } from '../../index/model/report.ts'
import type { Corpus, Unit } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { quoteOf } from '../cite/quote.ts'
import { lastDay } from './days.ts'
import type { Concept, ConceptForm, Question } from './question.ts'
import { marksOf } from './rank/marks.ts'
import { inflections, matcherOf } from './rank/match.ts'

/** A passage with its first sentence that speaks of what is asked. */
export type Mention = { unit: Unit }

/**
 * A passage mentions what is asked where it holds every part of it that is not only a shade ("how well", "children"):
 * all words of a phrase, or of one of its synonyms, in one sentence. Passages in the order of the reports; those of the
 * reports in scope only.
 */
export function mentionsIn(question: Question, corpus: Corpus): Mention[] {
  const wanted = partsOf(question)
  if (wanted.length === 0) return []
  const ranges = rangesOf(question, corpus)
  const held = wanted.map((concept) => passagesWith(concept, corpus, ranges))
  const places = placesOf(corpus)
  const without = new Set(question.excluded.flatMap((stem) => Array.from(corpus.sentenceIndex.holders(stem), (at) => places[at])))
  const mentions: Mention[] = []
  const [first] = held
  for (let passage = 0; first && passage < corpus.evidence.length; passage++) {
    if (held.some((one) => one[passage] === NONE) || without.has(passage)) continue
    const unit = corpus.units[first[passage]!]
    if (unit) mentions.push({ unit })
  }
  return mentions
}

/** A passage that holds this share of what is asked speaks of it (0.3 to 0.7). */
export const SPEAKS = 0.5

/**
 * Ids of the reports with a passage that speaks of what is asked: one pass over the holders of its words, so that the cost is that
 * of the words and not of the collection.
 */
export function speakingReports(question: Question, corpus: Corpus): Set<string> {
  const wanted = partsOf(question)
  const places = placesOf(corpus)
  const ranges = rangesOf(question, corpus)
  const shares = new Float32Array(corpus.evidence.length)
  // the last concept that each passage was counted for, from 1
  const counted = new Uint8Array(corpus.evidence.length)
  const all = wanted.reduce((sum, { weight }) => sum + weight, 0)
  const speaking = new Set<string>()
  for (const [i, { forms, weight }] of wanted.entries())
    for (const form of forms)
      for (const sentence of sentencesWith(form, corpus, ranges)) {
        const passage = places[sentence]!
        if (counted[passage] === i + 1) continue
        counted[passage] = i + 1
        shares[passage]! += weight / all
        if (shares[passage]! >= SPEAKS - ROUNDING) speaking.add(corpus.evidence[passage]!.report.id)
      }
  return speaking
}
/** Of sums of 32-bit floats. */
const ROUNDING = 1e-5

function partsOf({ concepts, phrases }: Question): Concept[] {
  const solid = concepts.filter(({ light }) => !light)
  return [...(solid.length > 0 ? solid : concepts), ...phrases.map(asConcept)]
}

const NONE = -1
const placesBy = new WeakMap<Corpus, Int32Array>()
/** The number of the passage that each sentence stands in. */
function placesOf(corpus: Corpus): Int32Array {
  const known = placesBy.get(corpus) ?? Int32Array.from(corpus.units, ({ placed }) => placed.ordinal)
  placesBy.set(corpus, known)
  return known
}

/** By passage, the number of its first sentence that holds a concept; NONE where none does. */
function passagesWith({ forms }: Concept, corpus: Corpus, ranges: readonly Range[] | null): Int32Array {
  const places = placesOf(corpus)
  const first = new Int32Array(corpus.evidence.length).fill(NONE)
  for (const form of forms)
    for (const sentence of sentencesWith(form, corpus, ranges)) {
      const passage = places[sentence]!
      if (first[passage] === NONE || first[passage]! > sentence) first[passage] = sentence
    }
  return first
}

/** The sentences that hold all words of a form. An exact form has to stand there as it is, not only by its stem. */
function sentencesWith(
  { stems, words, exact }: ConceptForm,
  { sentenceIndex, forward }: Corpus,
  ranges: readonly Range[] | null,
): ArrayLike<number> & Iterable<number> {
  const lists = stems.map((stem) => within(sentenceIndex.holders(stem), ranges))
  const [first, ...others] = lists.sort((a, b) => a.length - b.length)
  let shared: ArrayLike<number> & Iterable<number> = first ?? []
  for (const other of others) shared = intersection(shared, other)
  if (!exact) return shared
  const numbers = words.map((word) => inflections(word).map((one) => forward.wordNumber(one)))
  const held: number[] = []
  for (let i = 0; i < shared.length; i++) if (numbers.every((same) => forward.holdsAny(shared[i]!, same))) held.push(shared[i]!)
  return held
}

/** Of two ascending lists, the first the shorter: each of its numbers is looked for in what is left of the other by halves. */
function intersection(short: ArrayLike<number>, long: ArrayLike<number>): number[] {
  const both: number[] = []
  let from = 0
  for (let i = 0; i < short.length; i++) {
    const wanted = short[i]!
    from = lowerBound(long, wanted, from)
    if (long[from] === wanted) both.push(wanted)
  }
  return both
}

/** Ordinals of sentences, `[from, to)`. */
type Range = readonly [from: number, to: number]
const rangesBy = new WeakMap<Corpus, Map<string, Range>>()

/** The sentences of the reports in scope; null for the whole collection. */
function rangesOf({ reports }: Question, corpus: Corpus): Range[] | null {
  if (reports.length === corpus.reports.length) return null
  let ranges = rangesBy.get(corpus)
  if (!ranges) {
    ranges = new Map()
    for (const { ordinal, placed } of corpus.units)
      ranges.set(placed.report.id, [ranges.get(placed.report.id)?.[0] ?? ordinal, ordinal + 1])
    rangesBy.set(corpus, ranges)
  }
  return reports.flatMap((id) => [ranges.get(id) ?? []].filter((range): range is Range => range.length === 2)).sort((a, b) => a[0] - b[0])
}

/** The numbers of an ascending list that stand in the ranges. */
function within(list: ArrayLike<number> & Iterable<number>, ranges: readonly Range[] | null): ArrayLike<number> & Iterable<number> {
  if (!ranges) return list
  const kept: number[] = []
  let at = 0
  for (const [from, to] of ranges) for (at = lowerBound(list, from, at); at < list.length && list[at]! < to; at++) kept.push(list[at]!)
  return kept
}

/** The first place from `from` on of an ascending list whose number is at least `value`. */
function lowerBound(list: ArrayLike<number>, value: number, from: number): number {
  let to = list.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (list[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}

/** A quoted phrase counts as it stands. */
const asConcept = (stems: string[]): Concept => ({
  words: stems.join(' '),
  forms: [{ stems, words: stems, exact: false, asked: true, worth: 1 }],
  also: [],
  weight: 1,
  light: false,
  counted: false,
  required: true,
  unknown: false,
})

/** The id of the sentence, as `quoteOf` makes it. */
export const mentionId = ({ unit: { placed, at } }: Mention): string =>
  placed.passage.sentences.length === 1 ? placed.passage.id : `${placed.passage.id}.s${at + 1}`

/** The sentence as a quote, with the words that mention it marked. */
export const mentionQuote = ({ unit }: Mention, concepts: Concept[], corpus: Corpus): Quote =>
  quoteOf({
    placed: unit.placed,
    sentences: [unit.at, unit.at],
    marks: marksOf({
      unit,
      here: matcherOf({ concepts: concepts.filter(({ light }) => !light) }, corpus)(corpus.forward.sentence(unit.ordinal)),
    }),
  })

export type ReportMentions = { report: Report; mentions: Mention[] }

/** By report, the newest first. */
export function mentionsByReport(question: Question, corpus: Corpus): ReportMentions[] {
  const byReport = new Map<Report, Mention[]>()
  for (const mention of mentionsIn(question, corpus)) {
    const { report } = mention.unit.placed
    const own = byReport.get(report)
    if (own) own.push(mention)
    else byReport.set(report, [mention])
  }
  return [...byReport]
    .map(([report, mentions]) => ({ report, mentions }))
    .sort((a, b) => lastDay(b.report).localeCompare(lastDay(a.report)) || a.report.id.localeCompare(b.report.id))
}
