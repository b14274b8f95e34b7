/** The stretches of a passage that say what is asked: `[start, end)` in its text. */
import type { Candidate } from './candidate.ts'
import { NOTHING } from './match.ts'

/** Weaker matches are not worth showing as the words that answer. */
const SHOWN = 0.4

/** @param concept the only one, by its number; all where left out. */
export function marksOf({ unit, here }: Pick<Candidate, 'unit' | 'here'>, concept?: number): [number, number][] {
  const found = concept === undefined ? here : [here[concept] ?? NOTHING]
  const { tokens } = unit
  return merge(
    found
      .filter(({ value }) => value >= SHOWN)
      .flatMap(({ at }) => at.flatMap((i): [number, number][] => (tokens[i] ? [[tokens[i].start, tokens[i].end]] : []))),
  )
}

/** Overlapping and touching stretches as one, in order. */
export function merge(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
