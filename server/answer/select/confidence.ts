/**
 * How likely the first quote is to the point, whether or not it answers by itself: a logistic model of the best candidate and of what
 * stands beside it, fitted and checked on gold sets that were left out (`npm run -s fit`, `npm run -s evaluate -- --reliability`). Fitted to
 * whether it answers, it refused 2% fewer of the questions that nothing answers, at as many answers that were wrong.
 */
import type { Scored } from '../rank/score.ts'
import { weightsFor } from '../rank/weights.ts'
import { probability } from './logistic.ts'

/** What a candidate is like whatever its score, each 0 to about 1. */
export const FACTS = [
  { name: 'own', of: ({ coverage }: Scored) => coverage.own },
  { name: 'covered', of: (one: Scored) => coveredBy(one) },
  { name: 'least', of: ({ coverage }: Scored) => coverage.least },
  { name: 'meaning', of: ({ similarity }: Scored) => Math.max(0, similarity) },
  { name: 'passage', of: ({ passageSimilarity }: Scored) => Math.max(0, passageSimilarity) },
  { name: 'words', of: ({ words }: Scored) => Math.log1p(words) / WORDS_SCALE },
  { name: 'asked', of: ({ question }: Scored) => Math.log1p(question.concepts.length) / ASKED_SCALE },
  { name: 'unknown', of: (one: Scored) => unknownShare(one) },
  { name: 'missing', of: (one: Scored) => lacksRequired(one) },
  { name: 'noDetail', of: ({ question, details }: Scored) => Number(question.wanted !== null && details === 0) },
  { name: 'uncounted', of: (one: Scored) => Number(lacksCounted(one)) },
] as const
type Fact = (typeof FACTS)[number]['name']
export const factsOf = (one: Scored): number[] => FACTS.map(({ of }) => of(one))

/** Scores, leads and counts are brought near 1 (fitted weights make up for any other choice). */
const [SCORE_SCALE, LEAD_SCALE, WORDS_SCALE, ASKED_SCALE] = [10, 2, 4, 3]

/** Facts that say more together than apart: meaning counts for most where few words are shared. */
const TOGETHER: readonly (readonly [Fact, Fact])[] = [
  ['own', 'own'],
  ['covered', 'covered'],
  ['meaning', 'meaning'],
  ['meaning', 'own'],
  ['meaning', 'unknown'],
]
const AT = Object.fromEntries(FACTS.map(({ name }, i) => [name, i])) as Record<Fact, number>

/** Of the first of a ranking: its score, its lead over the second, what the first three hold, and its facts. */
export const ANSWERS = [
  'score',
  'lead',
  'held',
  'peak',
  ...FACTS.map(({ name }) => name as string),
  ...TOGETHER.map(([a, b]) => `${a} × ${b}`),
]
/**
 * @param scores best first.
 * @param meanings how near the others are in meaning, in any order.
 * @param facts of the first.
 */
export const answerFeatures = (scores: readonly number[], meanings: readonly number[], facts: readonly number[]): number[] => [
  scores[0]! / SCORE_SCALE,
  Math.min(1, (scores[0]! - (scores[1] ?? 0)) / LEAD_SCALE),
  heldByFirst(scores),
  peakOf(facts[AT.meaning]!, meanings),
  ...facts,
  ...TOGETHER.map(([a, b]) => facts[AT[a]]! * facts[AT[b]]!),
]

/** The share of a ranking's probability (softmax, as the weights are fitted) that its first three hold. */
function heldByFirst(scores: readonly number[]): number {
  const shares = scores.slice(0, WEIGHED).map((score) => Math.exp(score - scores[0]!))
  const sum = (some: number[]): number => some.reduce((total, share) => total + share, 0)
  return sum(shares.slice(0, FIRST)) / sum(shares)
}
/** Of 1, 3 and 5 three told most on left-out sets; what stands further down holds next to nothing. */
const [FIRST, WEIGHED] = [3, 30]

/** How far the first stands out in meaning from the next few: where nothing answers, many are as near as the nearest. */
function peakOf(first: number, others: readonly number[]): number {
  const next = [...others].sort((a, b) => b - a).slice(0, NEXT)
  return next.length > 0 ? first - next.reduce((sum, one) => sum + one, 0) / next.length : 0
}
/** Of 3, 5 and 10 none was better by more than a question on left-out sets. */
const NEXT = 5

/** Of a further one: its score, how far it is behind the first, and its facts. */
export const SHOWS = ['score', 'behind', ...FACTS.map(({ name }) => name as string)]
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

/** How likely the first is to the point. */
export function confidenceIn(ranked: readonly Scored[]): number {
  const [best, ...others] = ranked
  if (!best) return 0
  const meanings = others.map(({ similarity }) => Math.max(0, similarity))
  const scores = ranked.map(({ score }) => score)
  return probability(ANSWERS, answerFeatures(scores, meanings, factsOf(best)), weightsFor(best.question).answers)
}

/** How likely a further candidate is on the topic and fit to be shown beside the best. */
export const fitnessOf = (one: Scored, best: Scored): number =>
  probability(SHOWS, showFeatures(one.score, best.score, factsOf(one)), weightsFor(best.question).shows)
