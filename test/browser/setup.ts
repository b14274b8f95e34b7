/** One server over the real reports and one Chromium, for all browser tests. */
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { chromiumPath } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    site: string
    browser: string
  }
}

/** The strictest policy that the pages have to work under, whatever the server itself sends. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

export default async function setup(project: TestProject) {
  const library: Library = { corpus: null, loadedAt: null }
  await loadLibrary(library, readConfig({ SEEDS_DIR: 'seeds' }))
  const app = makeApp(library)
  const fetch = async (request: Request): Promise<Response> => {
    const reply = await app.fetch(request)
    reply.headers.set('content-security-policy', POLICY)
    return reply
  }
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      project.provide('site', `http://127.0.0.1:${port}`)
      resolve(started)
    })
  })
  const browser = await chromium.launchServer({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    server.close()
  }
}
