/** The JSON API. Every route is declared with its schema, from which the OpenAPI document is made. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { askKept } from '../../answer/kept-answers.ts'
import { search } from '../../answer/search.ts'
import { cutOf, quoteOf } from '../../cite/quote.ts'
import type { Config } from '../../config.ts'
import { entryOf, reportOf } from '../../contract/present.ts'
import {
  AnswerSchema,
  AskRequest,
  atMost,
  QuoteSchema,
  ReportEntry,
  ReportSchema,
  SearchQuery,
  SearchReply,
} from '../../contract/schemas.ts'
import type { AppEnv } from '../../http/env.ts'
import { errorBody, RequestFault } from '../../http/errors.ts'
import { type Lines, waiting } from '../../http/lines.ts'
import { jsonOnly } from '../../http/security.ts'
import { describeApi } from './openapi.ts'
import { BODY_FAULTS, FAULTS, json, UNKNOWN } from './replies.ts'
import { verifyApiRoutes } from './verify-api.ts'

const LONGEST_ID = 200
const Id = z.object({
  id: z
    .string()
    .refine(...atMost(LONGEST_ID, `An id has at most ${LONGEST_ID} characters.`))
    .openapi({ param: { name: 'id', in: 'path' }, maxLength: LONGEST_ID }),
})

export function apiRoutes(lines: Lines, config: Pick<Config, 'requestSeconds'>) {
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      return c.json(errorBody(422, issues.map(({ message }) => message).join(' '), issues), 422)
    },
  }).basePath('/api')
  api.use(jsonOnly())
  api.use('/ask', waiting(lines.questions))
  api.use('/search', waiting(lines.questions))

  api.openapi(
    createRoute({
      method: 'post',
      path: '/ask',
      operationId: 'ask',
      summary: 'Ask a question',
      request: { body: { content: { 'application/json': { schema: AskRequest } }, required: true } },
      responses: { 200: json(AnswerSchema, 'The answer, or a plain no'), ...BODY_FAULTS },
    }),
    async (c) => {
      const { question, after = [], scope } = c.req.valid('json')
      const answer = await askKept(question, after, c.get('corpus'), scope)
      c.set('asked', question)
      c.set('outcome', answer.outcome)
      return c.json(answer, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/search',
      operationId: 'search',
      summary: 'Ranked sentences without the judgement whether they answer',
      request: { query: SearchQuery },
      responses: { 200: json(SearchReply, 'Best first; scores compare within one reply only'), ...FAULTS },
    }),
    async (c) => {
      const { q, limit } = c.req.valid('query')
      c.set('asked', q)
      return c.json({ hits: await search(q, limit, c.get('corpus')) }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/reports',
      operationId: 'listReports',
      summary: 'All reports',
      responses: { 200: json(z.object({ reports: z.array(ReportEntry) }), 'The catalogue'), ...FAULTS },
    }),
    (c) => c.json({ reports: c.get('corpus').reports.map(entryOf) }, 200),
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/reports/{id}',
      operationId: 'getReport',
      summary: 'One report',
      request: { params: Id },
      responses: { 200: json(ReportSchema, 'The report'), ...UNKNOWN, ...FAULTS },
    }),
    (c) => {
      const { id } = c.req.valid('param')
      const report = c.get('corpus').reports.find((one) => one.id === id)
      if (!report) throw new RequestFault(404, `There is no report “${id}”. GET /api/reports lists them all.`)
      return c.json(reportOf(report), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/quotes/{id}',
      operationId: 'getQuote',
      summary: 'One quote',
      request: { params: Id },
      responses: { 200: json(QuoteSchema, 'The quote'), ...UNKNOWN, ...FAULTS },
    }),
    (c) => {
      const { id } = c.req.valid('param')
      const cut = cutOf(id, c.get('corpus'))
      if (!cut) throw new RequestFault(404, `There is no quote “${id}”. An id looks like 004.p24.s2: report, passage, sentence.`)
      return c.json(quoteOf(cut), 200)
    },
  )
  api.route('/', verifyApiRoutes(lines.drafts, config))
  describeApi(api)
  return api
}
