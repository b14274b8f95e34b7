/**
 * A line for work that takes a whole processor. One is at work (or as many as the line has places), so that each is done soon and not all at once and late; others wait, as
 * long as their turn is likely to come in time; who comes beyond that is told at once when to come back.
 */
import { performance } from 'node:perf_hooks'

/** Whoever cannot wait. `seconds` is when to come back. */
export class LineFull extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('More is asked at this moment than can be answered. Try again in a few seconds.')
    this.seconds = seconds
  }
}

export type Line = {
  /** Waits for its turn; the work ends by calling what comes back. `weight`: of so many questions. @throws LineFull */
  enter(weight?: number): Promise<() => void>
  /** Sends away all who wait, and who come later. The one at work goes on. */
  close(): void
}

/** What a question is taken to need before any was measured, in milliseconds. */
const FIRST_GUESS_MS = 40
/** How much the last work counts in the average (0.05 to 0.5). */
const NEWEST = 0.2
const LEAST_SECONDS = 1

type Waiting = { weight: number; since: number; admit(): void; refuse(): void }

/**
 * @param mostWaitMs who would wait longer, going by those before, is sent away; Infinity sends nobody away.
 * @param places how many are at work together: more than one where most of a work is waiting for another machine.
 */
export function makeLine(mostWaitMs: number, places = 1): Line {
  const waiting: Waiting[] = []
  let working = 0
  /** Of all who wait, and of the one at work. */
  let weightAhead = 0
  let each = FIRST_GUESS_MS
  let closed = false

  const next = (): void => {
    const first = working < places ? waiting.shift() : undefined
    if (!first) return
    working++
    first.admit()
  }
  const begun = (weight: number): (() => void) => {
    const since = performance.now()
    let done = false
    return () => {
      if (done) return
      done = true
      working--
      weightAhead -= weight
      each += ((performance.now() - since) / weight - each) * NEWEST
      next()
    }
  }
  const full = (): LineFull => new LineFull(Math.max(LEAST_SECONDS, Math.ceil((weightAhead * each) / places / 1000)))

  return {
    async enter(weight = 1) {
      // an empty line takes whatever comes, however much it is
      const isLong =
        (weightAhead * each) / places > mostWaitMs || performance.now() - (waiting[0]?.since ?? Number.POSITIVE_INFINITY) > mostWaitMs
      if (closed || (weightAhead > 0 && isLong)) throw full()
      weightAhead += weight
      await new Promise<void>((admit, reject) => {
        waiting.push({
          weight,
          since: performance.now(),
          admit,
          refuse: () => {
            weightAhead -= weight
            reject(full())
          },
        })
        next()
      })
      return begun(weight)
    },
    close() {
      closed = true
      for (const one of waiting.splice(0)) one.refuse()
    },
  }
}

/** Does a work when its turn has come. @throws LineFull */
export async function inLine<T>(line: Line, work: () => Promise<T> | T, weight = 1): Promise<T> {
  const leave = await line.enter(weight)
  try {
    return await work()
  } finally {
    leave()
  }
}
