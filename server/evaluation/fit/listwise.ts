/**
 * Weights of a sum that put an answer first: the likelihood that a softmax over the candidates of a question picks one that
 * answers (ListNet's top-one, Cao and others, 2007), with a Gaussian prior on the weights. Plain gradient ascent with Adam's
 * steps, from nought: the same input gives the same weights, to the bit.
 */

export type List = { signals: readonly (readonly number[])[]; answers: readonly boolean[] }

export type Fitting = {
  /** Of the prior, by question (0.0003 to 0.03). */
  strength: number
  /** Signals that keep the weight 0. */
  frozen?: ReadonlySet<number>
}

const STEPS = 200
const RATE = 0.15
/** Adam's (Kingma and Ba, 2015). */
const [MOMENTUM, SPREAD, TINY] = [0.9, 0.999, 1e-8]

export function fitListwise(lists: readonly List[], size: number, { strength, frozen }: Fitting): Float64Array {
  const weights = new Float64Array(size)
  const [momentum, spread] = [new Float64Array(size), new Float64Array(size)]
  const flat = lists.filter(({ answers }) => answers.includes(true) && answers.includes(false)).map(flattened)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(size)
    for (const list of flat) addGradient(list, weights, gradient)
    for (let i = 0; i < size; i++) {
      if (frozen?.has(i)) continue
      const slope = gradient[i]! / flat.length - strength * weights[i]!
      momentum[i] = MOMENTUM * momentum[i]! + (1 - MOMENTUM) * slope
      spread[i] = SPREAD * spread[i]! + (1 - SPREAD) * slope * slope
      const pace = (RATE * (1 - step / (STEPS + 1))) / (1 - MOMENTUM ** step)
      weights[i]! += (pace * momentum[i]!) / (Math.sqrt(spread[i]! / (1 - SPREAD ** step)) + TINY)
    }
  }
  return weights
}

/** One row a candidate, so that a pass over all questions reads memory in order. */
type Flat = { rows: Float64Array; answers: Uint8Array; shares: Float64Array }
const flattened = ({ signals, answers }: List): Flat => ({
  rows: Float64Array.from(signals.flat()),
  answers: Uint8Array.from(answers, Number),
  shares: new Float64Array(answers.length),
})

/** Of the log likelihood: what the answers hold of each signal, less what is expected of any candidate. */
function addGradient({ rows, answers, shares }: Flat, weights: Float64Array, gradient: Float64Array): void {
  const size = weights.length
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0, at = 0; i < shares.length; i++) {
    let score = 0
    for (let k = 0; k < size; k++, at++) score += rows[at]! * weights[k]!
    shares[i] = score
    if (score > most) most = score
  }
  let [all, right] = [0, 0]
  for (let i = 0; i < shares.length; i++) {
    const share = Math.exp(shares[i]! - most)
    shares[i] = share
    all += share
    if (answers[i]) right += share
  }
  for (let i = 0, at = 0; i < shares.length; i++) {
    const pull = (answers[i] ? shares[i]! / right : 0) - shares[i]! / all
    for (let k = 0; k < size; k++, at++) gradient[k]! += pull * rows[at]!
  }
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
