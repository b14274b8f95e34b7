/** Streamable HTTP for assistants. Host, Origin and size are checked before, as for every other route. */
import { createMcpHandler } from '@modelcontextprotocol/server'
import { type Context, Hono } from 'hono'
import { makeMcpServer } from '../../contract/mcp.ts'
import type { AppEnv } from '../../http/env.ts'
import type { Lines } from '../../http/lines.ts'
import { jsonOnly, LARGEST_JSON } from '../../http/security.ts'
import type { Library } from '../../library.ts'
import { inLine } from '../../work/line.ts'

/** Clients may hold a stream open for news; nothing is ever sent on it, so few are let. */
const MOST_LISTENERS = 16

export function mcpRoutes(library: Library, { questions, drafts }: Lines) {
  const routes = new Hono<AppEnv>()
  const server = () =>
    makeMcpServer(
      async () => {
        if (!library.corpus) throw new Error('The reports are still being read. Try again in a moment.')
        return library.corpus
      },
      (work, of) => inLine(of === 'draft' ? drafts : questions, work),
    )
  const handler = createMcpHandler(server, { maxRequestBodySize: LARGEST_JSON, maxSubscriptions: MOST_LISTENERS })
  const answer = async (c: Context): Promise<Response> => {
    const reply = await handler.fetch(c.req.raw)
    // its headers may be sealed, and ours are added on the way out
    return new Response(reply.body, reply)
  }
  routes.post('/', jsonOnly(), answer)
  return routes
}
