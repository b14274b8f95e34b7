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

function idOf(c: Context, trustProxy: number): string {
  const given = trustProxy > 0 ? c.req.header('x-request-id') : undefined
  return given && REQUEST_ID.test(given) ? given : randomUUID().slice(0, 13)
}

/** The path as declared, such as /api/reports/:id: never what was typed. */
const routeOf = (c: Context): string => matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none'

export function observe(log: Log, metrics: Metrics, { trustProxy, logQuestions }: Config): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const start = performance.now()
    const id = idOf(c, trustProxy)
    c.set('requestId', id)
    await next()
    c.res.headers.set('x-request-id', id)
    const ms = performance.now() - start
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    const route = routeOf(c)
    const { status } = c.res
    const outcome = c.get('outcome')
    metrics.observe(method, route, status, ms / 1000, outcome)
    log.info('request', {
      method,
      route,
      status,
      ms: Math.round(ms * 100) / 100,
      outcome,
      id,
      ...(logQuestions && { question: c.get('asked') ?? c.req.queries('q')?.at(-1) }),
    })
  }
}
