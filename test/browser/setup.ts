/**
 * One server over the real reports, one over made-up reports of many councils, one that keeps an ingested PDF and has an admin, and one
 * Chromium, for all browser tests.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { ingestFile, startIngesting } from '../../index/library/ingest-file.ts'
import { makeApp } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { manyCouncils } from '../support/many-councils.ts'
import { makePdf } from '../support/pdf-maker.ts'
import { chromiumPath } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    site: string
    many: string
    kept: string
    browser: string
  }
}

/** The strictest policy that the pages have to work under, whatever the server itself sends. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

type Server = ReturnType<typeof serve>

/** Opens the admin's pages of the server that keeps a PDF. */
export const ADMIN_TOKEN = 'a-token-of-the-browser-tests'

/** Two pages, with a sentence that begins on the first and ends on the second. */
const PRINTED = makePdf([
  [
    { text: 'Findings', y: 760, size: 18, bold: true, tag: 'H1#1' },
    { text: '1. Social workers of the Elmfield team know their children well.', y: 700, tag: 'P#1' },
    { text: 'In the Elmfield team caseloads have been', y: 682, tag: 'P#1' },
  ],
  [
    { text: 'too high since the spring.', y: 760, tag: 'P#1' },
    { text: '2. Supervision in the Elmfield team is regular and reflective.', y: 720, tag: 'P#2' },
  ],
])

async function keeping(dataDir: string): Promise<{ library: Library; config: Config }> {
  const ingesting = await startIngesting(dataDir, [])
  const file = join(dataDir, 'elmfield.pdf')
  await writeFile(file, PRINTED)
  await ingestFile(ingesting, file, 'elmfield.pdf')
  await rm(file)
  const config = readConfig({ SEEDS_DIR: 'seeds', DATA_DIR: dataDir, ADMIN_TOKEN, READER: 'off' })
  const library: Library = { corpus: null, loadedAt: null }
  await loadLibrary(library, config, () => {})
  return { library, config }
}

function start(library: Library, config = readConfig({})): Promise<{ server: Server; address: string }> {
  const app = makeApp(library, { config })
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
  const dataDir = await mkdtemp(join(tmpdir(), 'browser-'))
  const { library: own, config } = await keeping(dataDir)
  const kept = await start(own, config)
  project.provide('kept', kept.address)
  project.provide('site', site.address)
  project.provide('many', many.address)
  const browser = await chromium.launchServer({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    site.server.close()
    many.server.close()
    kept.server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
