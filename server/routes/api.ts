/** The JSON API. Every route is declared with its schema, from which the OpenAPI document is made. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { ask } from '../answer/ask.ts'
import { cutOf, quoteOf } from '../answer/quote.ts'
import type { AppEnv } from '../app.ts'
import { AnswerSchema, AskRequest, ErrorSchema, QuoteSchema, ReportEntry, ReportSchema } from '../contract.ts'
import { errorBody, RequestFault } from '../errors.ts'
import { entryOf, reportOf } from '../present.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({ content: { 'application/json': { schema } }, description })
const faults = { 400: json(ErrorSchema, 'Malformed'), 422: json(ErrorSchema, 'Unusable values'), 503: json(ErrorSchema, 'Not ready') }
const Id = z.object({
  id: z
    .string()
    .max(200)
    .openapi({ param: { name: 'id', in: 'path' } }),
})

export function apiRoutes() {
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      return c.json(errorBody(422, issues.map(({ message }) => message).join(' '), issues), 422)
    },
  })

  api.openapi(
    createRoute({
      method: 'post',
      path: '/ask',
      summary: 'Ask a question',
      request: { body: { content: { 'application/json': { schema: AskRequest } }, required: true } },
      responses: { 200: json(AnswerSchema, 'The answer, or a plain no'), ...faults },
    }),
    async (c) => {
      const { question, after = [], scope } = c.req.valid('json')
      return c.json(await ask(question, after, c.get('corpus'), scope), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/reports',
      summary: 'All reports',
      responses: { 200: json(z.object({ reports: z.array(ReportEntry) }), 'The catalogue'), 503: faults[503] },
    }),
    (c) => c.json({ reports: c.get('corpus').reports.map(entryOf) }, 200),
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/reports/{id}',
      summary: 'One report',
      request: { params: Id },
      responses: { 200: json(ReportSchema, 'The report'), 404: json(ErrorSchema, 'Unknown'), ...faults },
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
      summary: 'One quote',
      request: { params: Id },
      responses: { 200: json(QuoteSchema, 'The quote'), 404: json(ErrorSchema, 'Unknown'), ...faults },
    }),
    (c) => {
      const { id } = c.req.valid('param')
      const cut = cutOf(id, c.get('corpus'))
      if (!cut) throw new RequestFault(404, `There is no quote “${id}”. An id looks like 004.p24.s2: report, passage, sentence.`)
      return c.json(quoteOf(cut), 200)
    },
  )
  return api
}
