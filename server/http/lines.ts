/** Where requests wait that cost much: questions in one line and drafts in another, so that neither waits for the other. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { inLine, type Line, LineFull, makeLine } from '../work/line.ts'
import { isGone } from './clients/gone.ts'
import { RequestFault } from './errors.ts'

export type Lines = { questions: Line; drafts: Line }

/**
 * Nobody is let wait who would wait for so many times what one late turn may be (4 to 8): three seconds as shipped, below what a server
 * takes to end, so that all who wait are answered.
 */
const MOST_LATE_TURNS = 6

/** Questions at work together before a search cluster (4 to 16): each waits for it half of its time, and for a second where a node dies. */
const WITH_CLUSTER = 8

/** Nobody is sent away where overload is not to be turned away. */
export function makeLines({ maxLagMs, search }: Pick<Config, 'maxLagMs' | 'search'>): Lines {
  const most = maxLagMs > 0 ? maxLagMs * MOST_LATE_TURNS : Number.POSITIVE_INFINITY
  return { questions: makeLine(most, search ? WITH_CLUSTER : 1), drafts: makeLine(most) }
}

/** Does a work when its turn has come, unless its client is gone by then. @throws RequestFault 503 */
export async function whenItsTurn<T>(c: Context, line: Line, work: () => Promise<T> | T, weight = 1): Promise<T> {
  try {
    return await inLine(
      line,
      () => {
        if (isGone(c)) throw new RequestFault(408, 'Nobody waits for this any more.')
        return work()
      },
      weight,
    )
  } catch (error) {
    if (!(error instanceof LineFull)) throw error
    c.header('retry-after', String(error.seconds))
    throw new RequestFault(503, error.message)
  }
}

/** For routes whose request has come whole: a slow client is not to hold a place. `weightOf`: of so many questions; 0 need not wait. */
export function waiting(line: Line, weightOf: (c: Context) => number = () => 1): MiddlewareHandler {
  return async (c, next) => {
    const weight = weightOf(c)
    if (weight > 0) await whenItsTurn(c, line, next, weight)
    else await next()
  }
}
