/**
 * Waited for between two pieces of a work, so that others have their turn. The event loop takes one new connection each time round
 * (libuv since 1.45), so a turn goes round as long as somebody comes: else two hundred who come at once would wait two hundred pieces to be
 * heard at all.
 */
import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'

/** Rounds of one turn (8 to 64): the work goes on, however many come. */
const MOST_ROUNDS = 16
let arrivals = 0

/** To be called for each connection and each request. */
export const arrived = (): void => {
  arrivals++
}

/** Rounds in which nobody came, after which nobody waits at the door (2 to 20). */
const QUIET_ROUNDS = 5

/** Waits until all who have connected are taken, but no longer than so many milliseconds. */
export async function allTaken(mostMs: number): Promise<void> {
  const until = performance.now() + mostMs
  for (let quiet = 0; quiet < QUIET_ROUNDS && performance.now() < until; ) {
    const before = arrivals
    await setImmediate()
    quiet = arrivals === before ? quiet + 1 : 0
  }
}

export async function turn(): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = arrivals
    await setImmediate()
    if (arrivals === before) return
  }
}

let last: Promise<unknown> = Promise.resolve()

/** Resolves in a turn in which nobody else's piece was begun, in the order of asking. */
export function ownTurn(): Promise<unknown> {
  last = last.then(turn)
  return last
}
