/** What a fit is worth, as a table to be read and put into a commit. */
import type { Instance } from './instances.ts'
import { ablation, leftOut, predictions, reliability } from './left-out.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
const PRIORS = [0.0003, 0.001, 0.003, 0.01, 0.03]
const THRESHOLDS = [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8]

export function worthOf(instances: readonly Instance[], whole = false): string {
  const worth = leftOut(instances)
  const reachable = instances.filter(({ grades }) => grades.includes(2)).length
  return [
    `${worth.questions} answerable questions, ${reachable} with an answer among their candidates.`,
    `Sets left out in turn: first ${percent(worth.first / worth.questions)}, in three ${percent(worth.top3 / worth.questions)}.`,
    ...(whole ? [...priors(instances), ...ablated(instances, worth)] : []),
    ...calibrationOf(instances),
  ].join('\n')
}

const priors = (instances: readonly Instance[]): string[] =>
  PRIORS.map((strength) => {
    const { first, top3, questions } = leftOut(instances, undefined, strength)
    return `prior ${strength}: first ${percent(first / questions)}, in three ${percent(top3 / questions)}`
  })

const ablated = (instances: readonly Instance[], { first, top3 }: { first: number; top3: number }): string[] =>
  ablation(instances).map(
    ({ name, worth }) => `without ${name.padEnd(16)} first ${String(worth.first - first).padStart(4)}, in three ${worth.top3 - top3}`,
  )

/** How often the first quote is to the point, beside how likely that was said to be, each set left out in turn; and what each threshold would give. */
export function calibrationOf(instances: readonly Instance[]): string[] {
  const predicted = predictions(instances)
  const bands = reliability(predicted).map(
    ({ from, to, questions, said, right }) =>
      `${from.toFixed(1)}–${to.toFixed(1)} ${String(questions).padStart(10)} ${said.toFixed(3).padStart(10)} ${right.toFixed(3).padStart(6)}`,
  )
  const thresholds = THRESHOLDS.map((least) => {
    const shown = predicted.filter(({ p }) => p >= least)
    const refused = predicted.filter(({ unanswerable, p }) => unanswerable && p < least).length
    const right = shown.filter(({ grade }) => grade === 2).length + refused
    const wrong = shown.filter(({ grade }) => grade === 0).length
    const unanswerable = predicted.filter((one) => one.unanswerable).length
    return `answered from ${least}: right ${percent(right / predicted.length)}, wrong ${percent(wrong / predicted.length)}, refused ${percent(refused / unanswerable)} of what nothing answers`
  })
  return ['said      questions  mean said     so', ...bands, ...thresholds]
}
