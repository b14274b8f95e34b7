/** Who could do what, and that they cannot: each line of SECURITY.md has its test here or in the file that it names. */
import { describe, expect, it } from 'vitest'
import { CSP, LARGEST_JSON, LONGEST_URL } from '../../../server/http/security.ts'
import { realApp } from '../../support/app.ts'

const app = await realApp()
const PAGES = [
  '/',
  '/?q=return+home+interviews',
  '/reports/004',
  '/reports/none',
  '/nothing',
  '/api/docs',
  '/api/reports',
  '/assets/page.js',
  '/healthz',
]
const JSON_HEADERS = { 'content-type': 'application/json' }
const ASK = { method: 'POST', body: '{"question":"return home interviews"}' }

describe('every reply', () => {
  it.each(PAGES)('%s carries the headers that keep browsers safe', async (path) => {
    const { headers } = await app.request(path)
    expect(headers.get('content-security-policy')).toBe(CSP)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/)
  })

  it.each(['/', '/?q=return+home+interviews', '/reports/004', '/nothing', '/api/docs'])(
    '%s holds no inline script, style or handler',
    async (path) => {
      const html = await (await app.request(path)).text()
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/i)
      expect(html).not.toMatch(/<style|<[a-z][^>]*\sstyle=|<[a-z][^>]*\son[a-z]+=|javascript:/i)
    },
  )
})

describe('a page elsewhere', () => {
  it('whose name is made to point here gets nothing (DNS rebinding)', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '']) {
      const reply = await app.request('/api/reports', { headers: { host } })
      expect([host, reply.status]).toEqual([host, 403])
      expect(await reply.text()).not.toContain('Stoke')
    }
  })

  it('is told apart from our own names and addresses', async () => {
    for (const host of [
      'localhost:3000',
      '127.0.0.1',
      '127.0.0.1:3000',
      '[::1]:3000',
      '10.1.2.3:80',
      'quotes.localhost',
      'LOCALHOST',
      'localhost.',
    ])
      expect([host, (await app.request('/healthz', { headers: { host } })).status]).toEqual([host, 200])
    const named = await realApp({ ALLOWED_HOSTS: 'quotes.council.gov.uk, other.example' })
    for (const host of ['quotes.council.gov.uk', 'Other.Example:443'])
      expect((await named.request('/healthz', { headers: { host } })).status).toBe(200)
    expect((await named.request('/healthz', { headers: { host: 'third.example' } })).status).toBe(403)
  })

  it('cannot send a form or JSON here (CSRF)', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:9999' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect((await app.request('/api/ask', { ...ASK, headers: { ...JSON_HEADERS, host: 'localhost:3000', ...headers } })).status).toBe(403)
  })

  it('is told apart from our own page where a proxy names the usual port', async () => {
    const named = await realApp({ ALLOWED_HOSTS: 'quotes.example' })
    const sent = async (host: string, origin: string) =>
      (await named.request('/verify', { method: 'POST', body: new URLSearchParams({ text: '“x”' }), headers: { host, origin } })).status
    expect(await sent('quotes.example:443', 'https://quotes.example')).toBe(200)
    expect(await sent('quotes.example:80', 'http://quotes.example')).toBe(200)
    for (const origin of ['https://quotes.example:8443', 'https://other.example', 'null', 'https://quotes.example.evil.example'])
      expect([origin, await sent('quotes.example:443', origin)]).toEqual([origin, 403])
  })

  it('is told apart from our own page and from programs', async () => {
    for (const headers of [
      {},
      { origin: 'http://localhost:3000' },
      { origin: 'https://localhost:3000' },
      { 'sec-fetch-site': 'same-origin' },
    ])
      expect((await app.request('/api/ask', { ...ASK, headers: { ...JSON_HEADERS, host: 'localhost:3000', ...headers } })).status).toBe(200)
  })
})

describe('size', () => {
  it('is limited for addresses, in plain English for people', async () => {
    expect((await app.request(`/?q=${'x'.repeat(LONGEST_URL)}`)).status).toBe(414)
    const page = await app.request(`/nothing?${'x'.repeat(LONGEST_URL)}`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('too long')
  })

  it('is limited for bodies, also where their length is not told or a lie', async () => {
    const body = JSON.stringify({ question: 'x', padding: 'x'.repeat(LARGEST_JSON) })
    const stream = () => new Blob([body]).stream()
    for (const [sent, headers] of [
      [body, {}],
      [body, { 'content-length': String(body.length) }],
      [body, { 'content-length': 'many' }],
      [stream(), { 'transfer-encoding': 'chunked' }],
      [stream(), { 'transfer-encoding': 'chunked', 'content-length': '10' }],
    ] as const) {
      const init = { method: 'POST', body: sent, headers: { ...JSON_HEADERS, ...headers }, duplex: 'half' as const }
      expect((await app.request('/api/ask', init)).status).toBe(413)
    }
  })
})

describe('one client', () => {
  it('is told its limit and turned away above it, while another goes on', async () => {
    const limited = await realApp({ RATE_LIMIT: '3', TRUST_PROXY: '1' })
    const from = (address: string) => limited.request('/api/reports', { headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } })
    for (const left of ['2', '1', '0']) {
      const { status, headers } = await from('192.0.2.7')
      expect([status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual([200, '3', left])
    }
    const refused = await from('192.0.2.7')
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await refused.json()).toMatchObject({ error: { code: 'too_many' } })
    expect((await from('192.0.2.8')).status).toBe(200)
  })

  it('cannot change its address by a header that no proxy of ours wrote', async () => {
    const limited = await realApp({ RATE_LIMIT: '1' })
    const from = (address: string) => limited.request('/api/reports', { headers: { 'x-forwarded-for': address } })
    expect((await from('192.0.2.1')).status).toBe(200)
    expect((await from('192.0.2.2')).status).toBe(429)
  })

  it('is the same one from whichever port of its proxy, and within its network', async () => {
    const same = [
      ['192.0.2.7:4711', '192.0.2.7:4712', '192.0.2.7', '::ffff:192.0.2.7'],
      ['[2001:db8::1]:4711', '[2001:db8::abcd:1:2:3]', '2001:db8:0:0:9::', '2001:DB8::2%eth0'],
    ]
    for (const [first = '', ...others] of same) {
      const limited = await realApp({ RATE_LIMIT: '1', TRUST_PROXY: '1' })
      const from = async (address: string) => (await limited.request('/api/reports', { headers: { 'x-forwarded-for': address } })).status
      expect(await from(first)).toBe(200)
      for (const other of others) expect([other, await from(other)]).toEqual([other, 429])
      for (const another of ['192.0.2.8:4711', '2001:db8:0:1::1', 'unknown']) expect([another, await from(another)]).toEqual([another, 200])
    }
  })

  it('of the watchers is never turned away', async () => {
    const limited = await realApp({ RATE_LIMIT: '1' })
    for (let i = 0; i < 5; i++) expect((await limited.request('/healthz')).status).toBe(200)
  })

  it('on this machine has no limit unless one is set', async () => {
    for (const env of [{}, { RATE_LIMIT: '0' }])
      expect((await (await realApp(env)).request('/api/reports')).headers.get('ratelimit-limit')).toBeNull()
  })
})

describe('paths', () => {
  it.each([
    '/assets/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/assets/constructor',
    '/assets/__proto__',
    '/api/docs/..%2f..%2fpackage.json',
    '/api/docs/constructor',
    '/api/docs/__proto__',
    '/reports/..%2f..%2fetc%2fpasswd',
    '/reports/%00',
    '/api/reports/__proto__',
    '/api/quotes/constructor',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const reply = await app.request(path)
    expect(reply.status).toBe(404)
    expect(await reply.text()).not.toMatch(/root:|"devDependencies"|native code/)
  })
})

describe('what is typed', () => {
  it('never comes back as HTML', async () => {
    const script = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    for (const path of [
      `/?q=${encodeURIComponent(script)}`,
      `/reports/${encodeURIComponent(script)}`,
      `/reports/004?quote=${encodeURIComponent(script)}`,
    ]) {
      const html = await (await app.request(path)).text()
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
    }
  })
})
