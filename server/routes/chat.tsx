/** The chat page. A conversation is its questions, and they stand in its address. */
import { Hono } from 'hono'
import { ChatView } from '../../views/chat.tsx'
import { Layout } from '../../views/layout.tsx'
import { ask } from '../answer/ask.ts'
import type { AppEnv } from '../app.ts'
import { assetUrl } from './assets.ts'

export function chatRoutes() {
  const routes = new Hono<AppEnv>()
  routes.get('/', async (c) => {
    const questions = (c.req.queries('q') ?? []).map((q) => q.trim()).filter(Boolean)
    const answers = await Promise.all(questions.map((question, i) => ask(question, questions.slice(0, i), c.get('corpus'))))
    return c.html(
      <Layout title="Ask" assets={assetUrl}>
        <ChatView answers={answers} />
      </Layout>,
    )
  })
  return routes
}
