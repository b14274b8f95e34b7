/** Logistic regression, the half that learns: Newton's steps with a Gaussian prior on all but the bias. Deterministic. */
import { sigmoid } from '../../answer/select/logistic.ts'

export type Example = { features: readonly number[]; right: boolean }

const STEPS = 25

/** @returns the bias, then the weights in the order of the features. */
export function fitLogistic(examples: readonly Example[], strength: number): number[] {
  const size = (examples[0]?.features.length ?? 0) + 1
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : -strength * weight))
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-6 : strength) : 0)))
    for (const { features, right } of examples) {
      const row = [1, ...features]
      const p = sigmoid(row.reduce((sum, value, i) => sum + value * weights[i]!, 0))
      for (let i = 0; i < size; i++) {
        gradient[i]! += row[i]! * (Number(right) - p)
        for (let j = 0; j < size; j++) curvature[i]![j]! += row[i]! * row[j]! * p * (1 - p)
      }
    }
    const change = solve(curvature, gradient)
    weights = weights.map((weight, i) => weight + change[i]!)
  }
  return weights
}

/** Gaussian elimination with partial pivoting of a small symmetric system. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / rows[column]![column]!
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * rows[column]![k]!
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!)
}
