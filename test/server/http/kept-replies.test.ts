import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { makeApp } from '../../../server/app.ts'
import type { AppEnv } from '../../../server/http/env.ts'
import { keptReplies } from '../../../server/http/kept-replies.ts'
import { makeLog } from '../../../server/http/log.ts'
import type { Library } from '../../../server/library.ts'
import { realApp } from '../../support/app.ts'

const reports = await readFolder('seeds')
const corpus = makeCorpus(reports)
const library: Library = { corpus, loadedAt: null }
const app = makeApp(library)
const ask = (question: string, headers: Record<string, string> = {}) =>
  app.request('/api/ask', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ question }),
  })

describe('a question asked again', () => {
  it('gets the same bytes, over the API and on the page', async () => {
    for (const send of [() => ask('caseloads in Stoke'), () => app.request('/?q=caseloads+in+Stoke')]) {
      const [first, second] = [await send(), await send()]
      expect(first.status).toBe(200)
      expect(await second.text()).toBe(await first.text())
      expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
      const lasting = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'x-request-id')
      expect(lasting(second)).toEqual(lasting(first))
      expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
    }
  })

  it('is counted, logged and measured like any other', async () => {
    let written = ''
    const log = makeLog('info', (text) => {
      written += text
    })
    const watched = await realApp({ LOG_QUESTIONS: '1', RATE_LIMIT: '3' }, { log })
    const unlimited = await realApp({ LOG_QUESTIONS: '1' }, { log })
    const replies: Response[] = []
    for (let i = 0; i < 4; i++) replies.push(await watched.request('/?q=caseloads'))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(replies.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0'])
    for (let i = 0; i < 3; i++) await unlimited.request('/?q=caseloads')
    log.flush()
    const lines = written.trim().split('\n').slice(4)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/', status: 200, outcome: 'answered', question: 'caseloads' })
    expect(lines).toHaveLength(3)
    const metrics = await (await unlimited.request('/metrics')).text()
    expect(metrics).toContain('http_requests_total{method="GET",route="/",status="200"} 3')
    expect(metrics).toContain('answers_total{outcome="answered"} 3')
  })

  it('is refused under a name that is not answered', async () => {
    const named = (host: string) => app.request('/?q=caseloads', { headers: { host } })
    expect((await named('localhost')).status).toBe(200)
    expect((await named('rebound.example')).status).toBe(403)
    expect((await named('localhost')).status).toBe(200)
    expect((await named('rebound.example')).status).toBe(403)
  })

  it('is told that nothing has changed when it holds the answer', async () => {
    const tag = (await ask('thresholds')).headers.get('etag') ?? ''
    const again = await ask('thresholds', { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const page = await app.request('/?q=thresholds')
    for (const held of [page.headers.get('etag'), `"other", W/${page.headers.get('etag')}`]) {
      const same = await app.request('/?q=thresholds', { headers: { 'if-none-match': held ?? '' } })
      expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', page.headers.get('etag')])
    }
  })

  it('is another question with another scope, page fragment or packing', async () => {
    const whole = await (await app.request('/?q=caseloads')).text()
    expect(await (await app.request('/?q=caseloads&authority=Stoke-on-Trent')).text()).not.toBe(whole)
    const packed = await app.request('/?q=caseloads', { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await (await app.request('/?q=caseloads')).text()).toBe(whole)
  })

  it('is answered anew when the collection has changed', async () => {
    const before = (await (await ask('caseloads')).json()) as { coverage: { searched: string[] } }
    library.corpus = makeCorpus(reports.slice(0, 2))
    const after = (await (await ask('caseloads')).json()) as { coverage: { searched: string[] } }
    expect([before.coverage.searched.length, after.coverage.searched.length]).toEqual([5, 2])
    library.corpus = corpus
  })

  it('makes room: the oldest replies go first, save those that were asked for again', async () => {
    let worked = 0
    const small = new Hono<AppEnv>()
    small.use(async (c, next) => {
      c.set('corpus', corpus)
      await next()
    })
    small.use(keptReplies(library).middleware)
    small.get('/', (c) => {
      worked++
      return c.text('x'.repeat(400_000))
    })
    const workFor = async (name: string): Promise<number> => {
      const before = worked
      await small.request(`/?q=${name}`)
      return worked - before
    }
    for (const name of ['first', 'second', 'first']) await workFor(name)
    for (let i = 0; i < 70; i++) await workFor(`other ${i}`)
    expect([await workFor('first'), await workFor('second'), await workFor('other 69')]).toEqual([0, 1, 0])
    for (let i = 0; i < 200; i++) await workFor(`more ${i}`)
    expect(await workFor('first')).toBe(1)
  })

  it('is refused when it is sent as something else than JSON', async () => {
    const asked = { 'content-type': 'text/plain' }
    expect([(await ask('neglect')).status, (await ask('neglect', asked)).status, (await ask('neglect')).status]).toEqual([200, 415, 200])
  })

  it('is not kept when it could not be asked', async () => {
    for (let i = 0; i < 2; i++) expect((await ask('')).status).toBe(422)
  })
})
