/** How much of a question a sentence speaks of, and how much more what stands around it adds. */
import type { Concept } from '../question.ts'
import { type Around, spokenOf } from './around.ts'

/** Shares of the weight of all concepts, 0 to 1; each place adds only what the places before it lack. */
export type Coverage = {
  /** In the sentence itself. */
  own: number
  /** In the sentence before, and in the other neighbour. */
  before: number
  beside: number
  /** Elsewhere in the passage, and in the words above it. */
  passage: number
  heading: number
  /** The share of the concept that is spoken of least, wherever, of those that are not only a shade. 1 where there is none. */
  least: number
  /** By concept: where it is spoken of best, and how well. */
  places: Place[]
}
export type Place = { where: 'sentence' | 'before' | 'beside' | 'passage' | 'heading' | null; value: number }

export function coverageOf(concepts: readonly Concept[], at: number, { sentences, heading }: Around): Coverage {
  const coverage: Coverage = { own: 0, before: 0, beside: 0, passage: 0, heading: 0, least: 1, places: [] }
  let all = 0
  concepts.forEach((concept, i) => {
    const values = {
      own: spokenOf(sentences[at], i),
      before: spokenOf(sentences[at - 1], i),
      beside: spokenOf(sentences[at + 1], i),
      passage: 0,
      heading: spokenOf(heading, i),
    }
    for (const [other, matched] of sentences.entries())
      if (Math.abs(other - at) > 1) values.passage = Math.max(values.passage, spokenOf(matched, i))
    all += concept.weight
    let [most, where]: [number, Place['where']] = [0, null]
    for (const place of ['own', 'before', 'beside', 'passage', 'heading'] as const) {
      if (values[place] <= most) continue
      coverage[place] += concept.weight * (values[place] - most)
      most = values[place]
      where = place === 'own' ? 'sentence' : place
    }
    if (!concept.light) coverage.least = Math.min(coverage.least, most)
    coverage.places.push({ where, value: most })
  })
  if (all > 0) for (const place of ['own', 'before', 'beside', 'passage', 'heading'] as const) coverage[place] /= all
  return coverage
}
