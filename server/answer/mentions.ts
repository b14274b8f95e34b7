/** Every passage that speaks of what is asked, over all reports and not only the best of them: counted from the index. */
import type { Corpus, Unit } from '../../index/corpus.ts'
import type { Report } from '../../index/report.ts'
import type { Quote } from './answer.ts'
import { lastDay } from './days.ts'
import { indexed, match } from './match.ts'
import type { Concept, ConceptForm, Question } from './question.ts'
import { quoteOf } from './quote.ts'

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
  const found = wanted.map((concept) => passagesWith(concept, corpus)).sort((a, b) => a.size - b.size)
  const [rarest, ...others] = found
  const without = new Set(question.excluded.flatMap((stem) => passagesOf(Array.from(corpus.sentenceIndex.holders(stem)), corpus)))
  return [...(rarest ?? [])]
    .filter(([passage, unit]) => others.every((one) => one.has(passage)) && !without.has(passage) && inScope.has(unit.placed.report.id))
    .sort(([a], [b]) => a - b)
    .map(([, unit]) => ({ unit }))
}

const passagesOf = (sentences: number[], corpus: Corpus): number[] => sentences.map((at) => corpus.units[at]?.placed.ordinal ?? -1)

/** The numbers of the passages that hold a concept, each with its first sentence that does. */
function passagesWith(concept: Concept, corpus: Corpus): Map<number, Unit> {
  const first = new Map<number, Unit>()
  for (const form of concept.forms)
    for (const sentence of sentencesWith(form, corpus)) {
      const unit = corpus.units[sentence]
      if (!unit) continue
      const before = first.get(unit.placed.ordinal)
      if (!before || unit.ordinal < before.ordinal) first.set(unit.placed.ordinal, unit)
    }
  return first
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
