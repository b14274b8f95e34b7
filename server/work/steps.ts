/**
 * Long work in steps: each yields what it cost, so that others get their turn between two of them, and that work which costs too
 * much ends. One description of the work serves a command line, which does it at once, and a server, which must not hold its thread.
 */
import { performance } from 'node:perf_hooks'
import { turn } from '../../index/work/turn.ts'

/** Costs are counted in comparisons of two words: the same for the same work on every machine. */
export type Steps<T> = Generator<number, T, void>

/** Others wait no longer than this and one step, in milliseconds (2 to 50). */
const SLICE_MS = 10

export class TooMuchWork extends Error {}

export function atOnce<T>(steps: Steps<T>, most = Number.POSITIVE_INFINITY): T {
  let spent = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    spent += step.value
    if (spent > most) throw new TooMuchWork()
  }
}

/**
 * @param others waited for between two slices; where it throws the work ends.
 * @throws TooMuchWork where the steps cost more than `most`.
 */
export async function inTurns<T>(steps: Steps<T>, most = Number.POSITIVE_INFINITY, others: () => Promise<unknown> = turn): Promise<T> {
  let spent = 0
  for (;;) {
    const since = performance.now()
    while (performance.now() - since < SLICE_MS) {
      const step = steps.next()
      if (step.done) return step.value
      spent += step.value
      if (spent > most) throw new TooMuchWork()
    }
    await others()
  }
}
