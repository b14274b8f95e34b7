/**
 * How likely the first quote answers: a logistic model of the best candidate and of what stands beside it, fitted and
 * checked on gold sets that were left out (`npm run -s fit`; the reliability table is in the evaluation).
 */
import type { Scored } from '../rank/score.ts'
import weights from '../rank/weights.json' with { type: 'json' }
import { type Feature, probability } from './logistic.ts'

/** What the best candidate is like, each 0 to 1 or so. `others`: the rest, best first. */
export const ANSWERS: readonly Feature<{ best: Scored; others: readonly Scored[] }>[] = [
  { name: 'score', of: ({ best }) => best.score / 10 },
  { name: 'lead', of: ({ best, others }) => Math.min(1, (best.score - (others[0]?.score ?? 0)) / 2) },
  { name: 'own', of: ({ best }) => best.coverage.own },
  { name: 'covered', of: ({ best }) => coveredBy(best) },
  { name: 'least', of: ({ best }) => best.coverage.least },
  { name: 'meaning', of: ({ best }) => best.similarity },
  { name: 'unknown', of: ({ best }) => unknownShare(best) },
  { name: 'missing', of: ({ best }) => lacksRequired(best) },
  { name: 'noDetail', of: ({ best: { question, details } }) => Number(question.wanted !== null && details === 0) },
  { name: 'uncounted', of: ({ best }) => Number(lacksCounted(best)) },
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

export const confidenceIn = (ranked: readonly Scored[]): number => {
  const [best, ...others] = ranked
  return best ? probability(ANSWERS, { best, others }, weights.answers) : 0
}

/** How likely a further candidate is on the topic and fit to be shown beside the best. */
export const SHOWS: readonly Feature<{ one: Scored; best: Scored }>[] = [
  { name: 'score', of: ({ one }) => one.score / 10 },
  { name: 'behind', of: ({ one, best }) => (best.score - one.score) / 10 },
  { name: 'covered', of: ({ one }) => coveredBy(one) },
  { name: 'own', of: ({ one }) => one.coverage.own },
  { name: 'least', of: ({ one }) => one.coverage.least },
  { name: 'meaning', of: ({ one }) => one.similarity },
]

export const fitnessOf = (one: Scored, best: Scored): number => probability(SHOWS, { one, best }, weights.shows)
