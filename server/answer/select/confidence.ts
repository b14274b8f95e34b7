/**
 * How likely the first quote answers: a logistic model of the best candidate and of what stands beside it, fitted and
 * checked on gold sets that were left out (`npm run -s fit`; the reliability table is in the evaluation).
 */
import type { Scored } from '../rank/score.ts'
import { weightsFor } from '../rank/weights.ts'
import { probability } from './logistic.ts'

/** What a candidate is like whatever its score, each 0 to 1. */
export const FACTS: readonly { name: string; of(one: Scored): number }[] = [
  { name: 'own', of: ({ coverage }) => coverage.own },
  { name: 'covered', of: (one) => coveredBy(one) },
  { name: 'least', of: ({ coverage }) => coverage.least },
  { name: 'meaning', of: ({ similarity }) => Math.max(0, similarity) },
  { name: 'unknown', of: (one) => unknownShare(one) },
  { name: 'missing', of: (one) => lacksRequired(one) },
  { name: 'noDetail', of: ({ question, details }) => Number(question.wanted !== null && details === 0) },
  { name: 'uncounted', of: (one) => Number(lacksCounted(one)) },
]
export const factsOf = (one: Scored): number[] => FACTS.map(({ of }) => of(one))

/** Scores are brought near 1, leads to at most 1 (fitted weights make up for any other choice). */
const [SCORE_SCALE, LEAD_SCALE] = [10, 2]

/** Of the first of a ranking: its score, its lead over the second, and its facts. */
export const ANSWERS = ['score', 'lead', 'peak', ...FACTS.map(({ name }) => name)]
/** @param meanings how near the others are in meaning, in any order. */
export const answerFeatures = (score: number, second: number, meanings: readonly number[], facts: readonly number[]): number[] => [
  score / SCORE_SCALE,
  Math.min(1, (score - second) / LEAD_SCALE),
  peakOf(facts[MEANING]!, meanings),
  ...facts,
]
const MEANING = FACTS.findIndex(({ name }) => name === 'meaning')

/** How far the first stands out in meaning from the next few: where nothing answers, many are as near as the nearest. */
function peakOf(first: number, others: readonly number[]): number {
  const next = [...others].sort((a, b) => b - a).slice(0, NEXT)
  return next.length > 0 ? first - next.reduce((sum, one) => sum + one, 0) / next.length : 0
}
/** Of 3, 5 and 10 none was better by more than a question on left-out sets. */
const NEXT = 5

/** Of a further one: its score, how far it is behind the first, and its facts. */
export const SHOWS = ['score', 'behind', ...FACTS.map(({ name }) => name)]
export const showFeatures = (score: number, first: number, facts: readonly number[]): number[] => [
  score / SCORE_SCALE,
  (first - score) / SCORE_SCALE,
  ...facts,
]

/** The share of the question that the sentence and what is around it speak of. */
export const coveredBy = ({ coverage: { own, before, beside, passage, heading } }: Scored): number =>
  own + before + beside + passage + heading

const unknownShare = ({ question: { concepts } }: Scored): number => {
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0)
  return all > 0 ? concepts.reduce((sum, { unknown, weight }) => sum + (unknown ? weight : 0), 0) / all : 0
}

/** Found this well or better is found (0.2 to 0.5). */
const PRESENT = 0.3
const lacksRequired = ({ question: { concepts }, coverage }: Scored): number =>
  Number(concepts.some(({ required }, i) => required && (coverage.places[i]?.value ?? 0) < PRESENT))
/** "How many social workers" is not answered by the number of anything else. */
const lacksCounted = ({ question: { concepts }, here }: Scored): boolean =>
  concepts.some(({ counted, light }, i) => counted && !light && (here[i]?.value ?? 0) < PRESENT)

/** How likely the first answers. */
export function confidenceIn([best, ...others]: readonly Scored[]): number {
  if (!best) return 0
  const meanings = others.map(({ similarity }) => Math.max(0, similarity))
  return probability(ANSWERS, answerFeatures(best.score, others[0]?.score ?? 0, meanings, factsOf(best)), weightsFor(best.question).answers)
}

/** How likely a further candidate is on the topic and fit to be shown beside the best. */
export const fitnessOf = (one: Scored, best: Scored): number =>
  probability(SHOWS, showFeatures(one.score, best.score, factsOf(one)), weightsFor(best.question).shows)
