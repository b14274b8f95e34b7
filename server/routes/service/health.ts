/** For those who watch over the server: is it alive, can it answer, how is it doing. */
import { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { errorBody } from '../../http/errors.ts'
import type { Metrics } from '../../http/metrics.ts'
import type { Library } from '../../library.ts'

export function healthRoutes(library: Library, metrics: Metrics) {
  const routes = new Hono<AppEnv>()
  routes.get('/healthz', (c) => c.json({ status: 'ok' }))
  routes.get('/readyz', (c) =>
    library.corpus
      ? c.json({
          // it answers, so nobody is to take it out; but whoever looks has to see that not all is there
          status: library.missing?.length ? 'incomplete' : 'ready',
          reports: library.corpus.reports.length,
          fingerprint: library.corpus.fingerprint,
          missing: library.missing ?? [],
        })
      : c.json(errorBody(503, 'The reports are still being read. Try again in a moment.'), 503),
  )
  routes.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }))
  return routes
}
