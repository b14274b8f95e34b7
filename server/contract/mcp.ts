/** The same answers for assistants that speak the Model Context Protocol. Tools reply with the objects of the public contract. */

import { z } from '@hono/zod-openapi'
import { McpServer } from '@modelcontextprotocol/server'
import type { Corpus } from '../../index/search/corpus.ts'
import { askKept } from '../answer/kept-answers.ts'
import { search } from '../answer/search.ts'
import { cutOf, quoteOf } from '../cite/quote.ts'
import { TooManyQuotations, verifyInTurns } from '../verify/verify.ts'
import { entryOf, reportOf } from './present.ts'
import { AnswerSchema, AskRequest, QuoteSchema, ReportEntry, ReportSchema, SearchReply, SearchRequest } from './schemas.ts'
import { VerifyReply, VerifyRequest } from './verify-schemas.ts'

const INSTRUCTIONS =
  'Answers questions from Ofsted reports on children’s services with word-for-word quotes. Quote `text` unchanged and always give its ' +
  '`citation`. Where `outcome` is not_found, say so and give `reason`; `related` does not answer the question.'

/** Reads only, changes nothing, reaches nothing outside. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

type Reply = Record<string, unknown>
/** Structured for programs, and the same as text for clients that read no structure. */
const reply = (structuredContent: Reply) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
  structuredContent,
})
const fault = (message: string) => ({ content: [{ type: 'text' as const, text: message }], isError: true })

const Id = z.object({ id: z.string().max(200) })

/** Does a tool's work when its turn has come. */
type InTurn = <T>(work: () => Promise<T>, of: 'question' | 'draft') => Promise<T>

/** `corpusNow` gives the corpus that stands when a tool is called. */
export function makeMcpServer(corpusNow: () => Promise<Corpus>, inTurn: InTurn = (work) => work()): McpServer {
  const server = new McpServer({ name: 'ofsted-quotes', version: '1' }, { instructions: INSTRUCTIONS })

  server.registerTool(
    'ask',
    {
      title: 'Ask a question',
      description:
        'Word-for-word quotes from Ofsted reports that answer a question, each with citation and proof, or a plain no. ' +
        '`after` holds the earlier questions of the conversation, oldest first.',
      inputSchema: AskRequest,
      outputSchema: AnswerSchema,
      annotations,
    },
    async ({ question, after = [], scope }) =>
      reply(await inTurn(async () => askKept(question, after, await corpusNow(), scope), 'question')),
  )
  server.registerTool(
    'search',
    {
      title: 'Search',
      description: 'Sentences that speak of the words, best first, without the judgement whether they answer.',
      inputSchema: SearchRequest,
      outputSchema: SearchReply,
      annotations,
    },
    async ({ q, limit }) => reply({ hits: await inTurn(async () => search(q, limit, await corpusNow()), 'question') }),
  )
  server.registerTool(
    'list_reports',
    {
      title: 'List the reports',
      description: 'Every report of the collection with its id, authority, dates, licence and judgements.',
      outputSchema: z.object({ reports: z.array(ReportEntry) }),
      annotations,
    },
    async () => reply({ reports: (await corpusNow()).reports.map(entryOf) }),
  )
  server.registerTool(
    'get_report',
    {
      title: 'Get a report',
      description: 'One report whole, by an id such as 004.',
      inputSchema: Id,
      outputSchema: ReportSchema,
      annotations,
    },
    async ({ id }) => {
      const report = (await corpusNow()).reports.find((one) => one.id === id)
      return report ? reply(reportOf(report)) : fault(`There is no report “${id}”. list_reports names them all.`)
    },
  )
  server.registerTool(
    'get_quote',
    {
      title: 'Get a quote',
      description: 'One quote with citation and proof, by an id such as 004.p24.s2: report, passage, sentence.',
      inputSchema: Id,
      outputSchema: QuoteSchema,
      annotations,
    },
    async ({ id }) => {
      const cut = cutOf(id, await corpusNow())
      return cut ? reply(quoteOf(cut)) : fault(`There is no quote “${id}”. An id looks like 004.p24.s2: report, passage, sentence.`)
    },
  )
  server.registerTool(
    'verify',
    {
      title: 'Check quotations',
      description:
        'A verdict on each quotation in a text: found, differently_cited, altered, stitched or not_found, with the places and the nearest wording.',
      inputSchema: VerifyRequest.pick({ text: true }),
      outputSchema: VerifyReply,
      annotations,
    },
    async ({ text }) => {
      try {
        return reply(await inTurn(async () => verifyInTurns(text, await corpusNow()), 'draft'))
      } catch (error) {
        if (error instanceof TooManyQuotations) return fault(error.message)
        throw error
      }
    },
  )
  return server
}
