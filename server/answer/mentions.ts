/** Every passage that speaks of what is asked, over all reports and not only the best of them: counted from the index. */

import type { Report } from '../../index/model/report.ts'
import type { Corpus, Unit } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { quoteOf } from '../cite/quote.ts'
import { lastDay } from './days.ts'
import type { Concept, ConceptForm, Question } from './question.ts'
import { indexed, match } from './rank/concept-match.ts'

/** A passage with its first sentence that speaks of what is asked. */
export type Mention = { unit: Unit }

/**
 * A passage mentions what is asked where it holds every part of it that is not only a shade ("how well", "children"):
 * all words of a phrase, or of one of its synonyms, in one sentence. Passages in the order of the reports; those of the
 * reports in scope only.
 */
export function mentionsIn(question: Question, corpus: Corpus): Mention[] {
  const solid = question.concepts.filter(({ light }) => !light)
  const wanted = [...(solid.length > 0 ? solid : question.concepts), ...question.phrases.map(asConcept)]
  if (wanted.length === 0) return []
  const inScope = new Set(question.reports)
  const places = placesOf(corpus)
  const [rarest, ...others] = wanted.map((concept) => passagesWith(concept, places, corpus)).sort((a, b) => a.count - b.count)
  const without = new Set(question.excluded.flatMap((stem) => Array.from(corpus.sentenceIndex.holders(stem), (at) => places[at])))
  const mentions: Mention[] = []
  for (let passage = 0; rarest && passage < corpus.evidence.length; passage++) {
    const sentence = rarest.first[passage] ?? NONE
    if (sentence === NONE || others.some(({ first }) => first[passage] === NONE)) continue
    const unit = corpus.units[sentence]
    if (unit && !without.has(passage) && inScope.has(unit.placed.report.id)) mentions.push({ unit })
  }
  return mentions
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
type Held = { first: Int32Array; count: number }

function passagesWith({ forms }: Concept, places: Int32Array, corpus: Corpus): Held {
  const held: Held = { first: new Int32Array(corpus.evidence.length).fill(NONE), count: 0 }
  for (const form of forms)
    for (const sentence of sentencesWith(form, corpus)) {
      const passage = places[sentence] ?? NONE
      const before = held.first[passage]
      if (before === undefined || (before !== NONE && before <= sentence)) continue
      if (before === NONE) held.count++
      held.first[passage] = sentence
    }
  return held
}

/** The sentences that hold all words of a form. An exact form has to stand there as it is, not only by its stem. */
function sentencesWith({ stems, words, exact }: ConceptForm, { sentenceIndex, units }: Corpus): number[] {
  const [first, ...others] = stems.map((stem) => sentenceIndex.holders(stem)).sort((a, b) => a.length - b.length)
  let shared = Array.from(first ?? [])
  for (const other of others) shared = intersection(shared, other)
  if (!exact) return shared
  return shared.filter((at) => {
    const unit = units[at]
    return unit !== undefined && words.every((word) => unit.placed.passage.text.slice(unit.start, unit.end).toLowerCase().includes(word))
  })
}

/** Of two ascending lists. */
function intersection(a: number[], b: ArrayLike<number>): number[] {
  const both: number[] = []
  let at = 0
  for (const number of a) {
    while (at < b.length && b[at]! < number) at++
    if (b[at] === number) both.push(number)
  }
  return both
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
    marks: concepts
      .filter(({ light }) => !light)
      .flatMap((concept) => match(concept, indexed(unit.tokens), corpus).marks)
      .sort((a, b) => a[0] - b[0]),
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
