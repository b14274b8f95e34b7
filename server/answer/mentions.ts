/** Every passage that speaks of what is asked, over all reports and not only the best of them: counted from the index. */

import type { Report } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import type { Documents } from '../../index/search/search-index.ts'
import { ownTurn } from '../../index/work/turn.ts'
import type { Quote } from '../cite/quote.ts'
import { quoteOf } from '../cite/quote.ts'
import { lastDay } from './days.ts'
import type { Concept, ConceptForm, Question } from './question.ts'
import { marksOf } from './rank/marks.ts'
import { inflections, matcherOf } from './rank/match.ts'

/** A passage that speaks of what is asked, by the number of its first sentence that does. */
export type Mention = { sentence: number; report: Report }

/**
 * A passage mentions what is asked where it holds every part of it that is not only a shade ("how well", "children"):
 * all words of a phrase, or of one of its synonyms, in one sentence. Passages in the order of the reports; those of the
 * reports in scope only.
 */
export async function mentionsIn(question: Question, corpus: Corpus): Promise<Mention[]> {
  const wanted = partsOf(question)
  if (wanted.length === 0) return []
  const { held, excluded } = await sentencesWith(wanted, question, corpus)
  const firsts = held.map((forms) => firstSentences(forms, corpus))
  const { paragraphOf, reportOf } = corpus.places
  const without = new Set(excluded.flatMap((sentences) => Array.from(sentences, (at) => paragraphOf[at])))
  const mentions: Mention[] = []
  const [first] = firsts
  for (let passage = 0; first && passage < corpus.evidence.length; passage++) {
    if (firsts.some((one) => one[passage] === NONE) || without.has(passage)) continue
    mentions.push({ sentence: first[passage]!, report: corpus.reports[reportOf[passage]!]! })
  }
  return mentions
}

/** How many sentences in scope hold every part of what is asked. */
export async function sentencesOn(question: Question, corpus: Corpus): Promise<number> {
  const wanted = partsOf(question)
  if (wanted.length === 0) return 0
  const { held } = await sentencesWith(wanted, { ...question, excluded: [] }, corpus)
  const [first, ...others] = held.map((forms) => new Set(forms.flatMap((sentences) => [...sentences])))
  return [...first!].filter((sentence) => others.every((other) => other.has(sentence))).length
}

/** A passage that holds this share of what is asked speaks of it (0.3 to 0.7). */
export const SPEAKS = 0.5

/**
 * Ids of the reports with a passage that speaks of what is asked: one pass over the holders of its words, so that the cost is that
 * of the words and not of the collection.
 */
export async function speakingReports(question: Question, corpus: Corpus): Promise<Set<string>> {
  const wanted = partsOf(question)
  const speaking = new Set<string>()
  if (wanted.length === 0) return speaking
  const { held } = await sentencesWith(wanted, { ...question, excluded: [] }, corpus)
  const { paragraphOf, reportOf } = corpus.places
  const shares = new Float32Array(corpus.evidence.length)
  // the last concept that each passage was counted for, from 1
  const counted = new Uint8Array(corpus.evidence.length)
  const all = wanted.reduce((sum, { weight }) => sum + weight, 0)
  for (const [i, { weight }] of wanted.entries())
    for (const sentences of held[i]!)
      for (let at = 0; at < sentences.length; at++) {
        const passage = paragraphOf[sentences[at]!]!
        if (counted[passage] === i + 1) continue
        counted[passage] = i + 1
        shares[passage]! += weight / all
        if (shares[passage]! >= SPEAKS - ROUNDING) speaking.add(corpus.reports[reportOf[passage]!]!.id)
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
/** By passage, the number of its first sentence among these; NONE where it has none. */
function firstSentences(lists: readonly Documents[], corpus: Corpus): Int32Array {
  const { paragraphOf } = corpus.places
  const first = new Int32Array(corpus.evidence.length).fill(NONE)
  for (const sentences of lists)
    for (let i = 0; i < sentences.length; i++) {
      const sentence = sentences[i]!
      const passage = paragraphOf[sentence]!
      if (first[passage] === NONE || first[passage]! > sentence) first[passage] = sentence
    }
  return first
}

/** The sentences in scope that hold each form of each concept, and each excluded word: all asked of the index at once. */
async function sentencesWith(
  wanted: readonly Concept[],
  { reports, excluded }: Pick<Question, 'reports' | 'excluded'>,
  corpus: Corpus,
): Promise<{ held: Documents[][]; excluded: Documents[] }> {
  const forms = wanted.flatMap((concept) => concept.forms)
  const groups = [...forms.map(({ stems }) => stems), ...excluded.map((stem) => [stem])]
  const found = await corpus.sentenceIndex.holders(groups, scopeOf(reports, corpus))
  await ownTurn()
  let at = 0
  const held = wanted.map((concept) => concept.forms.map((form) => asPrinted(form, found[at++]!, corpus)))
  return { held, excluded: found.slice(at) }
}

/** An exact form has to stand there as it is, not only by its stem. */
function asPrinted({ words, exact }: ConceptForm, sentences: Documents, { forward }: Corpus): Documents {
  if (!exact) return sentences
  const numbers = words.map((word) => inflections(word).map((one) => forward.wordNumber(one)))
  const held: number[] = []
  for (let i = 0; i < sentences.length; i++) if (numbers.every((same) => forward.holdsAny(sentences[i]!, same))) held.push(sentences[i]!)
  return held
}

/** Places of the reports in scope; null for the whole collection. */
function scopeOf(reports: readonly string[], corpus: Corpus): ReadonlySet<number> | null {
  if (reports.length === corpus.reports.length) return null
  const inScope = new Set(reports)
  return new Set(corpus.reports.flatMap(({ id }, place) => (inScope.has(id) ? [place] : [])))
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
export function mentionId({ sentence }: Mention, { units }: Corpus): string {
  const { placed, at } = units.at(sentence)!
  return placed.passage.sentences.length === 1 ? placed.passage.id : `${placed.passage.id}.s${at + 1}`
}

/** The sentence as a quote, with the words that mention it marked. */
export function mentionQuote({ sentence }: Pick<Mention, 'sentence'>, concepts: Concept[], corpus: Corpus): Quote {
  const unit = corpus.units.at(sentence)!
  const here = matcherOf({ concepts: concepts.filter(({ light }) => !light) }, corpus)(corpus.forward.sentence(sentence))
  return quoteOf({ placed: unit.placed, sentences: [unit.at, unit.at], marks: marksOf({ unit, here }) })
}

export type ReportMentions = { report: Report; mentions: Mention[] }

/** By report, the newest first. */
export async function mentionsByReport(question: Question, corpus: Corpus): Promise<ReportMentions[]> {
  const byReport = new Map<Report, Mention[]>()
  for (const mention of await mentionsIn(question, corpus)) {
    const { report } = mention
    const own = byReport.get(report)
    if (own) own.push(mention)
    else byReport.set(report, [mention])
  }
  return [...byReport]
    .map(([report, mentions]) => ({ report, mentions }))
    .sort((a, b) => lastDay(b.report).localeCompare(lastDay(a.report)) || a.report.id.localeCompare(b.report.id))
}
