/** The whole program as one Hono app, tested through `app.request('/path')`. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { SearchUnavailable } from '../index/search/unavailable.ts'
import { type Config, readConfig } from './config.ts'
import { makeAudit } from './http/admin/audit.ts'
import { CLIENT_GONE, isGone } from './http/clients/gone.ts'
import type { AppEnv } from './http/env.ts'
import { errorBody, isApi, RequestFault } from './http/errors.ts'
import { makeFront } from './http/front.ts'
import { keptReplies } from './http/kept-replies.ts'
import { type Lines, makeLines, waiting } from './http/lines.ts'
import { type Lag, rateLimit, shed, timeLimit } from './http/load.ts'
import { type Log, SILENT, traceOf } from './http/log.ts'
import { methodsAt } from './http/methods.ts'
import { makeMetrics } from './http/metrics.ts'
import { makeRecorder, observe } from './http/observe.ts'
import { bodySizes, ownForms, requestGuard, SAFE, securityHeaders } from './http/security.ts'
import type { Library } from './library.ts'
import { openPages } from './original/pages.ts'
import { apiRoutes } from './routes/api/api.ts'
import { docsRoutes } from './routes/api/docs.tsx'
import { mcpRoutes } from './routes/api/mcp.ts'
import { MOST_QUESTIONS } from './routes/ask/asked.ts'
import { chatRoutes } from './routes/ask/chat.tsx'
import { briefingRoutes, type Today, today } from './routes/briefing/briefing.tsx'
import { verifyRoutes } from './routes/drafts/verify.tsx'
import { councilRoutes } from './routes/national/councils.tsx'
import { topicRoutes } from './routes/national/topics.tsx'
import { originalRoutes } from './routes/original/original.tsx'
import { reportRoutes } from './routes/reports/reports.tsx'
import { adminRoutes } from './routes/service/admin.tsx'
import { assetRoutes } from './routes/service/assets.ts'
import { errorPage } from './routes/service/error-page.tsx'
import { healthRoutes } from './routes/service/health.ts'
import { pageRoutes } from './routes/service/pages.tsx'

/** What the app runs with. Tests leave it out: the settings as shipped, no log, no watch on the event loop. */
export type Running = { config?: Config; log?: Log; lag?: Lag; lines?: Lines; clock?: Today }

/** Pages that count or match over the whole collection. */
const COSTLY = ['/mentions', '/mentions.csv', '/grid', '/grid.csv', '/suggestions']
const questionsIn = (c: Context): number => Math.min(c.req.queries('q')?.length ?? 0, MOST_QUESTIONS)

export function makeApp(library: Library, { config = readConfig({}), log = SILENT, lag, lines, clock = today }: Running = {}) {
  const standing = lines ?? makeLines(config)
  const app = new Hono<AppEnv>()
  const metrics = makeMetrics(library, lag)
  const record = makeRecorder(log, metrics)

  let methods: (path: string) => string[] = () => []
  app.use(observe(record, config), securityHeaders(), requestGuard([config.host, ...config.allowedHosts]))
  app.use(async (c, next) => (SAFE.has(c.req.method) || methods(c.req.path).includes(c.req.method) ? next() : c.notFound()))
  app.use(ownForms())
  app.route('/', healthRoutes(library, metrics))
  app.route('/assets', assetRoutes())

  if (lag) app.use(shed(lag.late))
  app.use(rateLimit(config), timeLimit(config.requestSeconds), bodySizes())
  app.use(async (c, next) => {
    if (!library.corpus) throw new RequestFault(503, 'The reports are still being read. Try again in a moment.')
    c.set('corpus', library.corpus)
    await next()
  })
  const kept = keptReplies(library)
  app.get('/', kept.middleware, waiting(standing.questions, questionsIn))
  for (const path of COSTLY) app.get(path, waiting(standing.questions))
  app.post('/api/ask', kept.middleware)
  app.route('/', apiRoutes(standing, config))
  app.route('/api/docs', docsRoutes())
  app.route('/mcp', mcpRoutes(library, standing))
  const pages = openPages(config.dataDir, config.keepOriginals)
  app.route('/reports', originalRoutes(pages, config))
  app.route('/reports', reportRoutes(config))
  app.route('/briefing', briefingRoutes(config, clock))
  app.route('/verify', verifyRoutes(standing.drafts, config))
  if (config.adminToken)
    app.route(
      '/admin',
      adminRoutes(config.adminToken, config, makeAudit(config.dataDir, log), () => library.missing ?? []),
    )
  app.route('/', chatRoutes(config))
  app.route('/', councilRoutes())
  app.route('/', topicRoutes())
  app.route('/', pageRoutes())

  methods = methodsAt(app)
  app.notFound((c) => {
    const allowed = methods(c.req.path)
    const status = allowed.length > 0 && !allowed.includes(c.req.method) ? 405 : 404
    if (status === 405) c.header('allow', allowed.join(', '))
    const message = status === 405 ? `This address takes ${allowed.join(', ')} only.` : 'There is nothing at this address.'
    return isApi(c) ? c.json(errorBody(status, message), status) : errorPage(c, status, message)
  })
  app.onError((error, c) => {
    if (isGone(c)) return new Response(null, { status: CLIENT_GONE })
    const away = error instanceof SearchUnavailable
    const status = error instanceof HTTPException ? error.status : away ? 503 : 500
    const id = c.get('requestId')
    const message =
      error instanceof HTTPException || away
        ? error.message
        : `Something went wrong on our side. If you report it, give this number: ${id}.`
    if (away) {
      log.error('search', { id, detail: error.detail })
      c.header('retry-after', '5')
    } else if (!(error instanceof HTTPException)) log.error('fault', { id, trace: traceOf(error) })
    const issues = error instanceof RequestFault ? error.issues : undefined
    return isApi(c) ? c.json(errorBody(status, message, issues), status) : errorPage(c, status, message)
  })

  const front = makeFront(kept, record, config)
  const { fetch } = app
  app.fetch = (request, env, execution) => front(request, env) ?? fetch(request, env, execution)
  return app
}
