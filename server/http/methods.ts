/** Which methods an address takes: what tells 405 from 404. */
import type { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import type { AppEnv } from './env.ts'

/** Reads the routes that stand now, so it is called when all are declared. Middleware is declared for ALL and does not count. */
export function methodsAt(app: Hono<AppEnv>): (path: string) => string[] {
  const router = new TrieRouter<string>()
  const methods = new Set<string>()
  for (const { method, path } of app.routes) {
    if (method === 'ALL') continue
    router.add(method, path, method)
    methods.add(method)
  }
  return (path) => {
    const taken = [...methods].filter((method) => router.match(method, path)[0].length > 0)
    return taken.includes('GET') ? [...taken, 'HEAD'].sort() : taken.sort()
  }
}
