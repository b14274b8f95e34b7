/** Work that takes a part of a second gives each piece a turn of the event loop of its own, so that others are heard between two. */
import { turn } from '../work/turn.ts'

let last: Promise<unknown> = Promise.resolve()

/** Resolves in a turn in which nobody else's piece was begun, in the order of asking. */
export function ownTurn(): Promise<unknown> {
  last = last.then(turn)
  return last
}
