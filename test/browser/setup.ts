/** One server over the real reports, one over made-up reports of many councils, and one Chromium, for all browser tests. */
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { manyCouncils } from '../support/many-councils.ts'
import { chromiumPath } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    site: string
    many: string
    browser: string
  }
}

/** The strictest policy that the pages have to work under, whatever the server itself sends. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

type Server = ReturnType<typeof serve>

function start(library: Library): Promise<{ server: Server; address: string }> {
  const app = makeApp(library)
  const fetch = async (request: Request): Promise<Response> => {
    const reply = await app.fetch(request)
    reply.headers.set('content-security-policy', POLICY)
    return reply
  }
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, address: `http://127.0.0.1:${port}` }))
  })
}

export default async function setup(project: TestProject) {
  const library: Library = { corpus: null, loadedAt: null }
  await loadLibrary(library, readConfig({ SEEDS_DIR: 'seeds' }))
  const site = await start(library)
  const many = await start({ corpus: manyCouncils(), loadedAt: null })
  project.provide('site', site.address)
  project.provide('many', many.address)
  const browser = await chromium.launchServer({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    site.server.close()
    many.server.close()
  }
}
