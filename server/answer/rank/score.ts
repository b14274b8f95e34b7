/** A candidate's score: the weighted sum of its signals. The weights are fitted (`npm run -s fit`), never set by hand. */
import type { Candidate } from './candidate.ts'
import { SIGNALS } from './signals.ts'
import weights from './weights.json' with { type: 'json' }

export type Scored = Candidate & { score: number }

/** By name of the signal; one that was not fitted yet weighs nothing. */
const WEIGHTS: Readonly<Record<string, number>> = weights.signals

export const scoreOf = (candidate: Candidate): Scored => ({
  ...candidate,
  score: SIGNALS.reduce((sum, { name, of }) => {
    const weight = WEIGHTS[name] ?? 0
    return weight === 0 ? sum : sum + weight * of(candidate)
  }, 0),
})

/** The parts of a score, largest first, with what each says. */
export const partsOf = (candidate: Candidate): { name: string; says: string; value: number; weight: number }[] =>
  SIGNALS.map(({ name, says, of }) => ({ name, says, value: of(candidate), weight: WEIGHTS[name] ?? 0 }))
    .filter(({ value, weight }) => value !== 0 && weight !== 0)
    .sort((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
