/** Logs, metrics, and the program under a path prefix. */
import { describe, expect, it } from 'vitest'
import { underBasePath } from '../../../server/http/base-path.ts'
import { makeLog } from '../../../server/http/log.ts'
import { realApp } from '../../support/app.ts'

const QUESTION = 'What did Ofsted say about return home interviews in Stoke?'
const ASK = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question: QUESTION }) }

async function logOf(env: NodeJS.ProcessEnv, requests: [string, RequestInit?][]): Promise<Record<string, unknown>[]> {
  let written = ''
  const log = makeLog('info', (text) => {
    written += text
  })
  const app = await realApp(env, { log })
  for (const [path, init] of requests) await app.request(path, init)
  log.flush()
  return written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('the log', () => {
  it('has one line of JSON for a request: method, route as declared, status, time, outcome and id', async () => {
    const [asked, page, none, talk, start] = await logOf({}, [
      ['/api/ask', ASK],
      ['/reports/004?x=1'],
      ['/nothing/at/all'],
      [`/?q=${encodeURIComponent(QUESTION)}&q=${encodeURIComponent('What is the price of gold?')}`],
      ['/'],
    ])
    expect(asked).toMatchObject({ level: 'info', message: 'request', method: 'POST', route: '/api/ask', status: 200, outcome: 'answered' })
    expect(asked?.ms).toBeGreaterThan(0)
    expect(asked?.id).toMatch(/^[\w-]{8,64}$/)
    expect(page).toMatchObject({ route: '/reports/:id', status: 200 })
    expect(none).toMatchObject({ route: 'none', status: 404 })
    expect(talk).toMatchObject({ route: '/', status: 200, outcome: 'not_found' })
    expect(start).not.toHaveProperty('outcome')
  })

  it('holds no question, no secret and no address typed, unless questions are switched on', async () => {
    const secret = { headers: { authorization: 'Bearer sesame', cookie: 'session=sesame' } }
    const requests: [string, RequestInit?][] = [
      ['/api/ask', ASK],
      [`/?q=${encodeURIComponent(QUESTION)}`, secret],
      ['/reports/Jane%20Doe', secret],
    ]
    const quiet = JSON.stringify(await logOf({}, requests))
    expect(quiet).not.toMatch(/Jane|interviews|sesame/)
    const loud = await logOf({ LOG_QUESTIONS: '1' }, requests)
    expect(loud.map(({ question }) => question)).toEqual([QUESTION, QUESTION, undefined])
    expect(JSON.stringify(loud)).not.toMatch(/sesame/)
  })

  it('keeps to its level', () => {
    let written = ''
    const log = makeLog('warn', (text) => {
      written += text
    })
    log.info('not this')
    log.warn('this')
    log.flush()
    expect(written).toContain('"this"')
    expect(written).not.toContain('not this')
  })

  it('takes the id that a proxy gave, and only from a proxy of ours', async () => {
    const given = { headers: { 'x-request-id': 'from-the-proxy-1' } }
    expect((await logOf({ TRUST_PROXY: '1' }, [['/healthz', given]]))[0]?.id).toBe('from-the-proxy-1')
    expect((await logOf({}, [['/healthz', given]]))[0]?.id).not.toBe('from-the-proxy-1')
  })
})

describe('/metrics', () => {
  it('tells Prometheus of requests, durations, outcomes, reports, paragraphs, the age of the index and the event loop', async () => {
    const app = await realApp()
    await app.request('/api/ask', ASK)
    await app.request('/api/ask', { ...ASK, body: JSON.stringify({ question: 'What is the price of gold?' }) })
    await app.request('/x'.repeat(50))
    const text = await (await app.request('/metrics')).text()
    for (const line of [
      'http_requests_total{method="POST",route="/api/ask",status="200"} 2',
      'http_requests_total{method="GET",route="none",status="404"} 1',
      'http_request_duration_seconds_count{route="/api/ask"} 2',
      'answers_total{outcome="answered"} 1',
      'answers_total{outcome="not_found"} 1',
      'reports 5',
    ])
      expect(text).toContain(line)
    for (const name of [
      'paragraphs',
      'index_age_seconds',
      'event_loop_lag_seconds',
      'process_resident_memory_bytes',
      'process_cpu_seconds_total',
    ])
      expect(text).toMatch(new RegExp(`^${name} [\\d.e-]+$`, 'm'))
  })
})

describe('under a path prefix', () => {
  it('serves the same with and without the prefix, and every address that it gives out has it', async () => {
    const { fetch } = await realApp()
    const under = underBasePath((request: Request) => fetch(request), '/council/quotes')
    const get = async (path: string, init?: RequestInit) => under(new Request(`http://localhost${path}`, init))
    for (const path of [
      '/council/quotes/?q=return+home+interviews',
      '/?q=return+home+interviews',
      '/council/quotes',
      '/council/quotes/reports/004',
    ]) {
      const reply = await get(path)
      const html = await reply.text()
      expect([path, reply.status]).toEqual([path, 200])
      const addresses = [...html.matchAll(/\s(?:href|src|action|hx-get|hx-post)="(\/[^"]*)"/g)].map(([, address]) => address)
      expect(addresses.length).toBeGreaterThan(3)
      expect(addresses.filter((address) => !address?.startsWith('/council/quotes/'))).toEqual([])
      for (const address of addresses.filter((one) => one?.includes('/assets/'))) expect((await get(address!)).status).toBe(200)
    }
    const answer = await (await get('/council/quotes/api/ask', ASK)).json()
    expect((answer as { quotes: { url: string }[] }).quotes[0]?.url).toMatch(/^\/council\/quotes\/reports\//)
    expect((await get('/council/quotesx/healthz')).status).toBe(404)
  })
})
