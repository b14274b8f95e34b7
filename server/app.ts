/** The whole program as one Hono app, tested through `app.request('/path')`. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Corpus } from '../index/corpus.ts'
import { errorBody, isApi, RequestFault } from './errors.ts'
import type { Library } from './library.ts'
import { apiRoutes } from './routes/api.ts'
import { assetRoutes } from './routes/assets.ts'
import { chatRoutes } from './routes/chat.tsx'
import { errorPage } from './routes/error-page.tsx'
import { pageRoutes } from './routes/pages.tsx'
import { reportRoutes } from './routes/reports.tsx'

export type AppEnv = { Variables: { corpus: Corpus } }

export function makeApp(library: Library) {
  const app = new Hono<AppEnv>()

  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', (c) =>
    library.corpus
      ? c.json({ status: 'ready', reports: library.corpus.reports.length, fingerprint: library.corpus.fingerprint })
      : c.json(errorBody(503, 'The reports are still being read. Try again in a moment.'), 503),
  )
  app.route('/assets', assetRoutes())

  app.use(async (c, next) => {
    if (!library.corpus) throw new RequestFault(503, 'The reports are still being read. Try again in a moment.')
    c.set('corpus', library.corpus)
    await next()
  })
  app.route('/api', apiRoutes())
  app.route('/reports', reportRoutes())
  app.route('/', chatRoutes())
  app.route('/', pageRoutes())

  app.notFound((c) => {
    const message = 'There is nothing at this address.'
    return isApi(c) ? c.json(errorBody(404, message), 404) : errorPage(c, 404, message)
  })
  app.onError((error, c) => {
    const status = error instanceof HTTPException ? error.status : 500
    const message =
      error instanceof HTTPException ? error.message : 'Something went wrong on our side. Your question is in the address bar: try again.'
    if (status === 500) console.error(error)
    const issues = error instanceof RequestFault ? error.issues : undefined
    return isApi(c) ? c.json(errorBody(status, message, issues), status) : errorPage(c, status, message)
  })
  return app
}
