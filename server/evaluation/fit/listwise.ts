/**
 * Weights of a sum that put an answer first: the likelihood that a softmax over the candidates of a question picks one that
 * answers (ListNet's top-one, Cao and others, 2007), with a Gaussian prior on the weights. Plain gradient ascent with Adam's
 * steps, from nought: the same input gives the same weights, to the bit.
 */

export type List = { signals: readonly Float64Array[]; answers: readonly boolean[] }

export type Fitting = { strength: number; steps?: number; rate?: number; frozen?: ReadonlySet<number> }

/** @param strength of the prior, by question (0.0003 to 0.03). @param frozen signals that keep the weight 0. */
export function fitListwise(lists: readonly List[], size: number, { strength, steps = 400, rate = 0.1, frozen }: Fitting): Float64Array {
  const weights = new Float64Array(size)
  const [momentum, spread] = [new Float64Array(size), new Float64Array(size)]
  const usable = lists.filter(({ answers }) => answers.includes(true) && answers.includes(false))
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size)
    for (const list of usable) addGradient(list, weights, gradient)
    for (let i = 0; i < size; i++) {
      if (frozen?.has(i)) continue
      const slope = gradient[i]! / usable.length - strength * weights[i]!
      momentum[i] = 0.9 * momentum[i]! + 0.1 * slope
      spread[i] = 0.999 * spread[i]! + 0.001 * slope * slope
      const pace = rate * (1 - step / (steps + 1))
      weights[i]! += (pace * (momentum[i]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[i]! / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return weights
}

/** Of the log likelihood: what the answers hold of each signal, less what is expected of any candidate. */
function addGradient({ signals, answers }: List, weights: Float64Array, gradient: Float64Array): void {
  const scores = signals.map((own) => dot(own, weights))
  const most = Math.max(...scores)
  let [all, right] = [0, 0]
  const shares = scores.map((score, i) => {
    const share = Math.exp(score - most)
    all += share
    if (answers[i]) right += share
    return share
  })
  signals.forEach((own, i) => {
    const pull = (answers[i] ? shares[i]! / right : 0) - shares[i]! / all
    for (let k = 0; k < own.length; k++) gradient[k]! += pull * own[k]!
  })
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
