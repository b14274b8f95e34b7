/** Question → the sentences in scope that may answer it, weighed, best first. */

import type { Voice } from '../../../index/model/report.ts'
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import { ownTurn } from '../../../index/work/turn.ts'
import type { Question } from '../question.ts'
import { candidatesOf, type Hit } from './candidate.ts'
import { nearnessOf } from './nearness.ts'
import { type Scored, scoreOf } from './score.ts'

/** What each search hands over (20 to 120). 120 and 120 found one more question of 581 at three times the cost. */
const PARAGRAPHS = 40
const SENTENCES = 60
const NEAREST = 40
/**
 * Of these the ones that the searches themselves rank best are weighed by all signals (60 to 200). Weighing all 200 found one more
 * first answer of 547 at twice the cost.
 */
const WEIGHED = 100

/** Said by others than the inspectors: left out where the words have to be the inspectors'. */
const SECOND_HAND: ReadonlySet<Voice> = new Set<Voice>(['members', 'self-report'])

/** The candidates in scope, best first; equal ones in the order of the reports. */
export async function retrieve(question: Question, corpus: Corpus): Promise<Scored[]> {
  if (question.concepts.length === 0 && !question.vector) return []
  const hits = await hitsOf(question, corpus)
  await ownTurn()
  const read = candidatesOf(question, corpus)
  const weighed = hits
    .filter((hit) => isAllowed(hit.unit, question, corpus))
    .sort((a, b) => bound(b) - bound(a) || a.unit.ordinal - b.unit.ordinal)
    .slice(0, WEIGHED)
  const nearness = nearnessOf(weighed, question, corpus)
  return weighed
    .map((hit) => scoreOf(read({ ...hit, ...nearness(hit) })))
    .sort((a, b) => b.score - a.score || a.unit.ordinal - b.unit.ordinal)
}

/** A cheap guess at the score, of what the searches tell alone. */
const bound = ({ bm25, paragraphBm25, similarity }: Hit): number => bm25 + paragraphBm25 / 2 + 2 * Math.max(0, similarity)

async function hitsOf(question: Question, corpus: Corpus): Promise<Hit[]> {
  const inScope = new Set(question.reports)
  const places = corpus.reports.flatMap(({ id }, i) => (inScope.has(id) ? [i] : []))
  // a list of all thousands of them would only be carried to the engine and back
  const reports = places.length === corpus.reports.length ? null : new Set(places)
  const terms = termsOf(question, corpus)
  const [paragraphs, sentences] = await Promise.all([
    corpus.paragraphIndex.search({ terms, reports, limit: PARAGRAPHS }),
    corpus.sentenceIndex.search({ terms, reports, limit: SENTENCES }),
  ])
  const nearest = question.vector ? (corpus.reader?.nearest(question.vector, NEAREST, places) ?? []) : []
  const hits = new Map<Unit, Hit>()
  const hitOf = (unit: Unit): Hit => {
    const known = hits.get(unit)
    if (known) return known
    const similarity = question.vector ? (corpus.reader?.similarity(question.vector, unit.ordinal) ?? 0) : 0
    const hit = { unit, bm25: 0, paragraphBm25: 0, similarity }
    hits.set(unit, hit)
    return hit
  }
  const [bestParagraph, bestSentence] = [paragraphs, sentences].map(([first]) => Math.max(first?.score ?? 1, Number.MIN_VALUE))
  for (const { document, score } of sentences) {
    const unit = corpus.units.at(document)
    if (unit) hitOf(unit).bm25 = score / bestSentence!
  }
  for (const { ordinal } of nearest) {
    const unit = corpus.units.at(ordinal)
    if (unit) hitOf(unit)
  }
  for (const { document, score } of paragraphs)
    for (const unit of corpus.unitsOf.get(corpus.evidence.at(document)?.passage.id ?? '') ?? [])
      hitOf(unit).paragraphBm25 = score / bestParagraph!
  return [...hits.values()]
}

/**
 * What is searched for, by the weight of the concept that it stands for: every stem of what was asked, and of each phrase that says the
 * same the rarest, since a sentence without it does not hold the phrase. ("Children looked after" is not looked for by "children".)
 */
function termsOf({ concepts }: Question, { sentenceIndex }: Corpus): { term: string; weight: number }[] {
  const weights = new Map<string, number>()
  for (const { forms, weight } of concepts)
    for (const { stems, asked } of forms) {
      const rarest = stems.reduce(
        (a, b) => (sentenceIndex.statistics.frequency(b) < sentenceIndex.statistics.frequency(a) ? b : a),
        stems[0] ?? '',
      )
      for (const stem of asked ? stems : [rarest]) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight / 10 + 0.1))
    }
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

/** Exact phrases, excluded words, and whose words they have to be. */
function isAllowed(unit: Unit, { phrases, excluded, asks, kinds }: Question, { forward }: Corpus): boolean {
  if (asks.ofsted && kinds.length === 0 && SECOND_HAND.has(unit.placed.passage.speaker.voice)) return false
  if (phrases.length === 0 && excluded.length === 0) return true
  const stems = Array.from(forward.sentence(unit.ordinal), (word) => forward.stemOf[word])
  if (excluded.some((stem) => stems.includes(forward.stemNumber(stem)))) return false
  const wanted = phrases.map((phrase) => phrase.map((stem) => forward.stemNumber(stem)))
  return wanted.every((phrase) => stems.some((_, at) => phrase.every((stem, k) => stems[at + k] === stem)))
}
