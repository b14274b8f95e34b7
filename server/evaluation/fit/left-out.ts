/** What a fit is worth on the gold set that it has not seen, each set left out in turn. */
import { SIGNALS } from '../../answer/rank/signals.ts'
import { ANSWERS } from '../../answer/select/confidence.ts'
import { probability } from '../../answer/select/logistic.ts'
import { answerExamples, fitSignals, rankedBy, STRENGTH } from './fit.ts'
import type { Instance } from './instances.ts'
import { fitLogistic } from './logistic.ts'

export type Worth = { first: number; top3: number; questions: number }

const setsOf = (instances: readonly Instance[]): string[] => [...new Set(instances.map(({ set }) => set))]

/** First quotes that answer, over all answerable questions, each ranked by weights fitted without its set. */
export function leftOut(instances: readonly Instance[], frozen?: ReadonlySet<number>, strength?: number): Worth {
  const worth = { first: 0, top3: 0, questions: 0 }
  for (const set of setsOf(instances)) {
    const weights = fitSignals(
      instances.filter((one) => one.set !== set),
      frozen,
      strength,
    )
    for (const instance of instances.filter((one) => one.set === set && !one.unanswerable)) {
      const ranked = rankedBy(weights, instance)
      worth.questions++
      worth.first += Number(ranked[0]?.grade === 2)
      worth.top3 += Number(ranked.slice(0, 3).some(({ grade }) => grade === 2))
    }
  }
  return worth
}

/** By signal: how many first quotes fewer (or more) answer when it is taken away. */
export const ablation = (instances: readonly Instance[]): { name: string; worth: Worth }[] =>
  SIGNALS.map(({ name }, i) => ({ name, worth: leftOut(instances, new Set([i])) }))

export type Reliability = { from: number; to: number; questions: number; said: number; right: number }

export type Predicted = { p: number; right: boolean; grade: number; unanswerable: boolean }

/** The probability said of each left-out question, beside what was so. */
export function predictions(instances: readonly Instance[]): Predicted[] {
  return setsOf(instances).flatMap((set) => {
    const others = instances.filter((one) => one.set !== set)
    const weights = fitSignals(others)
    const [bias, ...fitted] = fitLogistic(answerExamples(weights, others), STRENGTH.logistic)
    const named = { bias: bias!, ...Object.fromEntries(ANSWERS.map((name, i) => [name, fitted[i]!])) }
    return answerExamples(
      weights,
      instances.filter((one) => one.set === set),
    ).map(({ features, right, grade, unanswerable }) => ({ p: probability(ANSWERS, features, named), right, grade, unanswerable }))
  })
}

const BANDS = 10

export function reliability(predicted: readonly Predicted[]): Reliability[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const own = predicted.filter(({ p }) => Math.min(BANDS - 1, Math.floor(p * BANDS)) === band)
    const share = (sum: number): number => (own.length > 0 ? sum / own.length : 0)
    return {
      from: band / BANDS,
      to: (band + 1) / BANDS,
      questions: own.length,
      said: share(own.reduce((sum, { p }) => sum + p, 0)),
      right: share(own.filter(({ right }) => right).length),
    }
  })
}
