/** A candidate's score: the weighted sum of its signals. The weights are fitted (`npm run -s fit`), never set by hand. */
import type { Candidate } from './candidate.ts'
import { SIGNALS } from './signals.ts'
import { weightsFor } from './weights.ts'

export type Scored = Candidate & { score: number }

export function scoreOf(candidate: Candidate): Scored {
  const { signals } = weightsFor(candidate.question)
  let score = 0
  for (const { name, of } of SIGNALS) {
    const weight = signals[name] ?? 0
    if (weight !== 0) score += weight * of(candidate)
  }
  return { ...candidate, score }
}

/** The parts of a score, largest first, with what each says. */
export const partsOf = (candidate: Candidate): { name: string; says: string; value: number; weight: number }[] =>
  SIGNALS.map(({ name, says, of }) => ({ name, says, value: of(candidate), weight: weightsFor(candidate.question).signals[name] ?? 0 }))
    .filter(({ value, weight }) => value !== 0 && weight !== 0)
    .sort((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
