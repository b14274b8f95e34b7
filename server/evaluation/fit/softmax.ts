/**
 * Softmax (multinomial logistic) regression with a Gaussian prior on all but the biases. Plain gradient ascent with Nesterov's momentum, from
 * nought: the same input gives the same weights, to the bit.
 */
export type Labelled = { features: Float32Array; label: number }

const STEPS = 300
const RATE = 8
const MOMENTUM = 0.9

/** @returns for each class its bias, then one weight a feature. */
export function fitSoftmax(examples: readonly Labelled[], classes: number, strength: number): Float64Array[] {
  const size = (examples[0]?.features.length ?? 0) + 1
  const weights = new Float64Array(classes * size)
  const speed = new Float64Array(classes * size)
  const ahead = new Float64Array(classes * size)
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < ahead.length; i++) ahead[i] = weights[i]! + MOMENTUM * speed[i]!
    const slope = slopeOf(examples, ahead, classes, size)
    for (let i = 0; i < slope.length; i++) {
      const prior = i % size === 0 ? 0 : strength * ahead[i]!
      speed[i] = MOMENTUM * speed[i]! + RATE * (slope[i]! / examples.length - prior)
      weights[i]! += speed[i]!
    }
  }
  return Array.from({ length: classes }, (_, at) => weights.slice(at * size, (at + 1) * size))
}

/** Of the log likelihood. */
function slopeOf(examples: readonly Labelled[], weights: Float64Array, classes: number, size: number): Float64Array {
  const slope = new Float64Array(weights.length)
  const shares = new Float64Array(classes)
  for (const { features, label } of examples) {
    sharesOf(features, weights, shares, size)
    for (let at = 0; at < classes; at++) {
      const pull = Number(at === label) - shares[at]!
      const from = at * size
      slope[from]! += pull
      for (let k = 1; k < size; k++) slope[from + k]! += pull * features[k - 1]!
    }
  }
  return slope
}

export function sharesOf(features: Float32Array, weights: Float64Array, shares: Float64Array, size: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < shares.length; at++) {
    let score = weights[at * size]!
    for (let k = 1; k < size; k++) score += weights[at * size + k]! * features[k - 1]!
    shares[at] = score
    if (score > most) most = score
  }
  let all = 0
  for (let at = 0; at < shares.length; at++) {
    shares[at] = Math.exp(shares[at]! - most)
    all += shares[at]!
  }
  for (let at = 0; at < shares.length; at++) shares[at]! /= all
}
