/** How near in meaning a sentence is, beside the others that are weighed for the same question. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import type { Hit, Nearness } from './candidate.ts'

/** Added to the spread, so that similarities that hardly differ do not look as if they did (0.01 to 0.05). */
const LEAST_SPREAD = 0.02

/**
 * Questions differ in how near anything comes to them: a bare cosine of 0.4 is much for one in everyday words and little for one in the
 * report's own. So a similarity is told in standard deviations of those of its question.
 */
export function nearnessOf(weighed: readonly Hit[], { vector }: Question, corpus: Corpus): (hit: Hit) => Nearness {
  const { reader } = corpus
  if (!vector || !reader) return () => ({ outstanding: 0, passageSimilarity: 0 })
  const values = weighed.map(({ similarity }) => Math.max(0, similarity))
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length))
  const known = new Map<number, number>(weighed.map(({ unit, similarity }) => [unit.ordinal, similarity]))
  const similarityOf = (ordinal: number): number => {
    const value = known.get(ordinal) ?? reader.similarity(vector, ordinal) ?? 0
    known.set(ordinal, value)
    return value
  }
  return ({ unit, similarity }) => ({
    outstanding: Math.max(0, (Math.max(0, similarity) - mean) / (spread + LEAST_SPREAD)),
    passageSimilarity: (corpus.unitsOf.get(unit.placed.passage.id) ?? []).reduce(
      (most, { ordinal }) => (ordinal === unit.ordinal ? most : Math.max(most, similarityOf(ordinal))),
      0,
    ),
  })
}
