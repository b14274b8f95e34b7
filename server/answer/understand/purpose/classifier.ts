/** Intent classification: softmax regression on the reader's vector of a question. The weights are made by `npm run -s fit -- --purposes`. */
import type { Vector } from '../../../../index/search/reader.ts'
import fitted from './weights.json' with { type: 'json' }

/** `classes[i]` has the bias `bias[i]` and one weight a dimension in `weights[i]`, all in hundredths; `reader` is the version that they were fitted to. */
export type PurposeWeights = { reader: string; classes: string[]; bias: number[]; weights: number[][] }
const HUNDREDTHS = 100
/** Of a vector's bytes. */
const BYTE = 127

export type Classified = { name: string; probability: number }

/** The likeliest class; null where the weights are not of this reader. */
export function classify(vector: Vector, reader: string, { classes, bias, weights, ...made }: PurposeWeights = fitted): Classified | null {
  if (made.reader !== reader) return null
  const scores = weights.map((row, i) => (bias[i]! + row.reduce((sum, weight, k) => sum + weight * vector[k]!, 0) / BYTE) / HUNDREDTHS)
  const most = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - most))
  const best = scores.indexOf(most)
  return { name: classes[best]!, probability: 1 / shares.reduce((sum, share) => sum + share, 0) }
}
