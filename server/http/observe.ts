/** Every request: its id, its line in the log and its place in the metrics. */
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Config } from '../config.ts'
import type { AppEnv } from './env.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** What our own proxy may have called a request. Anything else could forge lines of the log. */
const REQUEST_ID = /^[\w.-]{8,64}$/
/** Longer names are no methods: each would become a series in the metrics. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])

/** Tells the requests of one run from those of the next. */
const RUN = randomUUID().slice(0, 8)
let requests = 0

export function idOf({ headers }: Request, trustProxy: number): string {
  const given = trustProxy > 0 ? headers.get('x-request-id') : null
  if (given && REQUEST_ID.test(given)) return given
  requests++
  return `${RUN}-${requests}`
}

/** One request that was answered. `start` as performance.now() gave it; `question` is undefined where writing it is switched off. */
export type Answered = {
  start: number
  method: string
  route: string
  status: number
  id: string
  outcome: string | undefined
  question: string | undefined
}
export type Recorder = (answered: Answered) => void

export function makeRecorder(log: Log, metrics: Metrics): Recorder {
  return ({ start, method, route, status, id, outcome, question }) => {
    const ms = performance.now() - start
    metrics.observe(method, route, status, ms / 1000, outcome)
    log.info('request', { method, route, status, ms: Math.round(ms * 100) / 100, outcome, id, question })
  }
}

/** The path as declared, such as /api/reports/:id: never what was typed. */
const routeOf = (c: Context): string => matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none'

export function observe(record: Recorder, { trustProxy, logQuestions }: Config): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const start = performance.now()
    const id = idOf(c.req.raw, trustProxy)
    c.set('requestId', id)
    await next()
    c.res.headers.set('x-request-id', id)
    record({
      start,
      method: METHODS.has(c.req.method) ? c.req.method : 'other',
      route: routeOf(c),
      status: c.res.status,
      id,
      outcome: c.get('outcome'),
      question: logQuestions ? (c.get('asked') ?? c.req.queries('q')?.at(-1)) : undefined,
    })
  }
}
