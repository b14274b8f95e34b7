/**
 * A signal: one thing about a sentence that may speak for or against its being the answer.
 *
 * To add one: write `signals/<room>/<name>.ts`, add it to the list in `signals.ts`, run `npm run -s fit`, and read in its
 * table whether it helps on the gold sets that were left out. One that does not is not kept.
 */
import type { Candidate } from './candidate.ts'

export type Signal = {
  /** Its key in `weights.json`. */
  name: string
  /** What it says, in words: shown where a score is explained. */
  says: string
  /** 0 to 1. */
  of(candidate: Candidate): number
}
