/** For those who watch over the server: is it alive, can it answer, how is it doing, which one is it, and whom to tell of a weakness. */
import { Hono } from 'hono'
import { MODEL_VERSION, READER_VERSION } from '../../../index/library/version.ts'
import { brand } from '../../../views/frame/brand.ts'
import type { AppEnv } from '../../http/env.ts'
import { errorBody } from '../../http/errors.ts'
import type { Metrics } from '../../http/metrics.ts'
import type { Library } from '../../library.ts'
import { VERSION } from './version.ts'

/** RFC 9116 wants a date after which nobody is to trust the file, less than a year ahead: days from when it is asked for. */
const TRUSTED_DAYS = 180
const DAY_MS = 86_400_000

/** RFC 9116; null where `brand.json` names nobody to write to, since a file without a contact is not valid. */
export function securityTxt(email: string | null, now = Date.now()): string | null {
  if (!email) return null
  const expires = new Date(Math.ceil(now / DAY_MS + TRUSTED_DAYS) * DAY_MS).toISOString()
  return `Contact: mailto:${email}\nExpires: ${expires}\nPreferred-Languages: en\n`
}

export function healthRoutes(library: Library, metrics: Metrics) {
  const routes = new Hono<AppEnv>()
  routes.get('/healthz', (c) => c.json({ status: 'ok' }))
  routes.get('/readyz', async (c) => {
    const fault = (await library.cluster?.fault()) ?? null
    if (fault) return c.json(errorBody(503, fault), 503)
    if (!library.corpus) return c.json(errorBody(503, 'The reports are still being read. Try again in a moment.'), 503)
    return c.json({
      // it answers, so nobody is to take it out; but whoever looks has to see that not all is there
      status: library.missing?.length ? 'incomplete' : 'ready',
      reports: library.corpus.reports.length,
      fingerprint: library.corpus.fingerprint,
      missing: library.missing ?? [],
    })
  })
  routes.get('/version', (c) =>
    // the last two say whether reports that another one has read are read again: npm run -s reread
    c.json({ version: VERSION, model: MODEL_VERSION, reader: READER_VERSION, node: process.versions.node }),
  )
  routes.get('/.well-known/security.txt', (c) => {
    const text = securityTxt(brand.contact.email)
    return text ? c.text(text) : c.notFound()
  })
  routes.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }))
  return routes
}
