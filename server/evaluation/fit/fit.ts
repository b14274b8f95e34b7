/** Everything that is fitted, and what it is worth on gold sets that were left out. */

import { SIGNALS } from '../../answer/rank/signals.ts'
import type { Weights } from '../../answer/rank/weights.ts'
import { ANSWERS, answerFeatures, FACTS, SHOWS, showFeatures } from '../../answer/select/confidence.ts'
import type { Instance } from './instances.ts'
import { dot, fitListwise, type List } from './listwise.ts'
import { type Example, fitLogistic } from './logistic.ts'

/** Of 0.0003, 0.001, 0.003, 0.01 and 0.03 best on left-out sets. */
export const STRENGTH = { signals: 0.002, logistic: 1 } as const

const listOf = ({ signals, grades }: Instance): List => ({ signals, answers: grades.map((grade) => grade === 2) })

export const fitSignals = (
  instances: readonly Instance[],
  frozen?: ReadonlySet<number>,
  strength: number = STRENGTH.signals,
): Float64Array =>
  fitListwise(
    instances.filter(({ unanswerable }) => !unanswerable).map(listOf),
    SIGNALS.length,
    frozen ? { strength, frozen } : { strength },
  )

type Ranked = { score: number; facts: number[]; grade: number }
/** The candidates in the order that the weights give them. */
export function rankedBy(weights: Float64Array, { signals, facts, grades }: Instance): Ranked[] {
  return signals
    .map((row, at) => ({ score: dot(row, weights), facts: facts[at]!, grade: grades[at]!, at }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

const MEANING = FACTS.findIndex(({ name }) => name === 'meaning')

export type AnswerExample = Example & { grade: number; unanswerable: boolean }

/** Of each question with candidates: whether the best one is to the point. What is not is what an answer must not begin with. */
export function answerExamples(weights: Float64Array, instances: readonly Instance[]): AnswerExample[] {
  return instances.flatMap((instance) => {
    const [first, ...others] = rankedBy(weights, instance)
    if (!first) return []
    const meanings = others.map(({ facts }) => facts[MEANING]!)
    const scores = [first, ...others].map(({ score }) => score)
    const features = answerFeatures(scores, meanings, first.facts)
    return [{ features, right: first.grade >= 1, grade: first.grade, unanswerable: instance.unanswerable }]
  })
}

/** How many further candidates of each question are looked at. */
const FURTHER = 12

export function showExamples(weights: Float64Array, instances: readonly Instance[]): Example[] {
  return instances.flatMap((instance) => {
    const [first, ...others] = rankedBy(weights, instance)
    if (!first || instance.unanswerable) return []
    return others
      .slice(0, FURTHER)
      .map(({ score, facts, grade }) => ({ features: showFeatures(score, first.score, facts), right: grade >= 1 }))
  })
}

export function fitAll(instances: readonly Instance[]): Weights {
  const weights = fitSignals(instances)
  const named = (names: readonly string[], values: readonly number[]): Record<string, number> =>
    Object.fromEntries([['bias', round(values[0]!)], ...names.map((name, i) => [name, round(values[i + 1]!)])])
  return {
    signals: Object.fromEntries(SIGNALS.map(({ name }, i) => [name, round(weights[i]!)])),
    answers: named(ANSWERS, fitLogistic(answerExamples(weights, instances), STRENGTH.logistic)),
    shows: named(SHOWS, fitLogistic(showExamples(weights, instances), STRENGTH.logistic)),
  }
}

/** Three places: more would tell two machines apart and nothing else. */
const round = (value: number): number => Math.round(value * 1000) / 1000
