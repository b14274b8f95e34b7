import { expect, test } from 'vitest'
import { fitSoftmax, type Labelled, sharesOf } from '../../../server/evaluation/fit/softmax.ts'
import { diceOf } from '../../support/dice.ts'

const dice = diceOf(7)
const near = (x: number, y: number, label: number): Labelled => ({
  features: Float32Array.of(x + dice() / 4, y + dice() / 4),
  label,
})
const examples = Array.from({ length: 20 }, () => [near(0, 0, 0), near(1, 0, 1), near(0, 1, 2)]).flat()

test('three heaps of points are told apart', () => {
  const weights = Float64Array.from(fitSoftmax(examples, 3, 0.0001).flatMap((row) => [...row]))
  const shares = new Float64Array(3)
  for (const { features, label } of examples) {
    sharesOf(features, weights, shares, 3)
    expect(shares.indexOf(Math.max(...shares))).toBe(label)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  }
})

test('the same examples give the same weights, to the bit', () => {
  expect(fitSoftmax(examples, 3, 0.0001)).toEqual(fitSoftmax(examples, 3, 0.0001))
})

test('a stronger prior gives smaller weights', () => {
  const size = (strength: number): number => fitSoftmax(examples, 3, strength).reduce((sum, row) => sum + Math.hypot(...row.slice(1)), 0)
  expect(size(0.1)).toBeLessThan(size(0.0001))
})
