/** The server connects to nothing, and its pages load nothing from elsewhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServerChild, startServer } from '../support/child.ts'

/** Names of vocabularies that are never fetched. */
const NAMES = ['http://www.w3.org/', 'http://a9.com/-/spec/opensearch/1.1/']
const LOADS = /<(?:script|link|img|iframe|source|video|audio|object|embed|form|base)\b[^>]*?\b(?:src|href|action|data|srcset)="([^"]*)"/gi

describe('nothing leaves', () => {
  let server: ServerChild
  beforeAll(async () => {
    server = await startServer({}, ['--import', './test/support/stay-here.mjs'])
  })
  afterAll(() => server.stop())

  const text = async (path: string, init?: RequestInit): Promise<string> => (await fetch(server.url + path, init)).text()
  const post = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify(body),
  })

  it('while the server starts, answers, searches, checks, exports and tells of itself', async () => {
    for (const path of [
      '/?q=return+home+interviews&q=and+in+Haringey',
      '/reports',
      '/reports/004?quote=004.p24.s2',
      '/api/search?q=care+leavers',
      '/api/reports',
      '/api/docs',
      '/api/docs/swagger-ui-bundle.js',
      '/briefing?quote=004.p24.s2',
      '/briefing/export?quote=004.p24.s2&format=docx&style=harvard',
      '/metrics',
      '/nothing',
    ])
      await text(path)
    await text('/api/ask', post({ question: 'What was the overall judgement for Stoke?' }))
    await text('/api/verify', post({ text: '“Records of incidents and return home interviews are not fully evidenced”' }))
    await text(
      '/mcp',
      post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'ask', arguments: { question: 'http://outside.example' } } }),
    )
    expect(server.lines).toContain('STAYS HERE')
    expect(server.lines.filter((line) => line.startsWith('LEAVES'))).toEqual([])
  })

  it('and the guard of this test sees what would', async () => {
    server.process.kill('SIGUSR2')
    expect(await server.line(/^LEAVES/)).toBe('LEAVES connect outside.example')
  })

  it('from a page: everything that it loads and every form is its own', async () => {
    for (const path of [
      '/',
      '/?q=return+home+interviews',
      '/reports',
      '/reports/004',
      '/briefing?quote=004.p24.s2',
      '/verify',
      '/about',
      '/api/docs',
      '/nothing',
    ]) {
      const html = await text(path)
      const loaded = [...html.matchAll(LOADS)].map(([, address = '']) => address)
      expect(loaded.length).toBeGreaterThan(0)
      expect(loaded.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address))).toEqual([])
    }
  })

  it('from its styles and scripts of our own', async () => {
    const page = await text('/')
    const assets = [...page.matchAll(/"(\/assets\/[^"]+\.(?:css|js)[^"]*)"/g)].map(([, address = '']) => address)
    expect(assets.length).toBeGreaterThan(1)
    for (const address of [...assets.filter((one) => !one.includes('htmx')), '/api/docs/init.js']) {
      const outside = [...(await text(address)).matchAll(/https?:\/\/[^\s"')]+/g)].map(([url]) => url)
      expect(outside.filter((url) => !NAMES.some((name) => url.startsWith(name)))).toEqual([])
    }
  })
})
