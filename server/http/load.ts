/** Keeping the server answering: limits for each client, for each request, and for all together. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { timeout } from 'hono/timeout'
import { rateLimiter } from 'hono-rate-limiter'
import { turn } from '../../index/work/turn.ts'
import type { Config } from '../config.ts'
import { isGone } from './clients/gone.ts'
import { networkOf } from './clients/network.ts'
import { RequestFault } from './errors.ts'

const MINUTE = 60_000
/** Twenty a second, for an hour on end: far above any reader, below what one machine answers. */
export const USUAL_LIMIT = 1_200
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/

/**
 * The address that a request comes from; empty where there is none (a request made in the program itself).
 * @param proxies how many entries at the end of X-Forwarded-For were written by our own proxies. The rest anyone can make up.
 */
export function clientOf({ headers }: Request, env: unknown, proxies: number): string {
  const forwarded = proxies > 0 ? (headers.get('x-forwarded-for') ?? '').split(',').at(-proxies)?.trim() : ''
  if (forwarded) return networkOf(forwarded.slice(0, 64))
  try {
    return networkOf(getConnInfo({ env } as Context).remote.address ?? '')
  } catch {
    // app.request() has no connection
    return ''
  }
}

/** Whether the browser speaks TLS: with us, or with our own proxy, whose word counts where it is trusted. */
export function isSecure(c: Context, proxies: number): boolean {
  const forwarded = proxies > 0 ? c.req.header('x-forwarded-proto')?.split(',').at(-proxies) : undefined
  return (forwarded?.trim().toLowerCase() ?? new URL(c.req.url).protocol.slice(0, -1)) === 'https'
}

type Limits = Pick<Config, 'rateLimit' | 'trustProxy'>

/** Whether the requests of a client are counted. Unless a limit is set, those of this machine are not. */
export function isCounted(request: Request, env: unknown, { rateLimit: set, trustProxy }: Limits): boolean {
  if (set !== null) return set !== 0
  const client = clientOf(request, env, trustProxy)
  return client !== '' && !LOOPBACK.test(client)
}

/** Counts requests by client. Replies carry RateLimit headers; above the limit comes 429 with Retry-After. */
export function rateLimit(limits: Limits): MiddlewareHandler {
  return rateLimiter({
    windowMs: MINUTE,
    limit: limits.rateLimit ?? USUAL_LIMIT,
    standardHeaders: 'draft-6',
    keyGenerator: (c: Context) => clientOf(c.req.raw, c.env, limits.trustProxy),
    skip: (c: Context) => !isCounted(c.req.raw, c.env, limits),
    handler: () => {
      throw new RequestFault(429, 'Too many requests from one place. Wait a minute, then try again.')
    },
  })
}

/** Taking in reports may take minutes; the node server's own limits still end a client that sends too slowly. */
const LONG_WORK = /^\/admin(?:\/|$)/

/** Gives up on a request, and on a client that sends too slowly, after so many seconds. */
export function timeLimit(seconds: number): MiddlewareHandler {
  const limited = timeout(
    seconds * 1000,
    () => new RequestFault(408, `This took longer than ${seconds} seconds and was given up. Try again.`),
  )
  return (c, next) => (LONG_WORK.test(c.req.path) ? next() : limited(c, next))
}

/**
 * To be waited for between two pieces of a long work: others have their turn, and the work ends where the request that it is for has
 * been given up, by us or by its client. @throws RequestFault 408
 */
export function turnsWithin(seconds: number, c?: Context): () => Promise<void> {
  const due = performance.now() + seconds * 1000
  return async () => {
    await turn()
    if (c && isGone(c)) throw new RequestFault(408, 'Nobody waits for this any more.')
    if (performance.now() > due)
      throw new RequestFault(408, `This took longer than ${seconds} seconds and was given up. Ask fewer questions at once.`)
  }
}

const SAMPLE_MS = 100
/** One long task (an index swapped for a new one) is no overload; so many late turns in a row are. */
const LATE_TURNS = 3

export type Lag = {
  /** True while the event loop has been too late for some turns. */
  late: () => boolean
  /** The 99th percentile of its delay since this was last asked. */
  seconds: () => number
}

/** How late the event loop is. */
export function watchLag(maxLagMs: number): Lag {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let before = performance.now()
  let turns = 0
  const timer = setInterval(() => {
    const now = performance.now()
    turns = now - before - SAMPLE_MS > maxLagMs ? turns + 1 : 0
    before = now
  }, SAMPLE_MS)
  timer.unref()
  return {
    late: () => maxLagMs > 0 && turns >= LATE_TURNS,
    seconds: () => {
      const p99 = delay.percentile(99) / 1e9
      delay.reset()
      return Number.isFinite(p99) ? p99 : 0
    },
  }
}

/** Overload: a quick "not now" to some instead of a slow answer to all. */
export function shed(late: () => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (late()) {
      c.header('retry-after', '2')
      throw new RequestFault(503, 'More is asked at this moment than can be answered. Try again in a few seconds.')
    }
    await next()
  }
}
