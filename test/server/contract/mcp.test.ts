/** A plain JSON-RPC client over both transports gets the quotes that ask() gives. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../server/answer/ask.ts'
import { cutOf, quoteOf } from '../../../server/cite/quote.ts'
import { realApp, realLibrary } from '../../support/app.ts'
import { type Child, run } from '../../support/child.ts'

type Result = { content: { text: string }[]; structuredContent: Record<string, unknown>; isError?: boolean; tools: { name: string }[] }
type Call = (method: string, params?: object) => Promise<{ result: Result; error?: { code: number } }>

const HELLO = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
const QUESTION = 'What did Ofsted say about return home interviews in Stoke?'
const JSON_RPC = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

let stdio: Child
let ids = 0
const overStdio: Call = async (method, params = {}) => {
  const id = ++ids
  stdio.process.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
  return JSON.parse(await stdio.line(new RegExp(`"id":${id}\\}$|^\\{"jsonrpc":"2.0","id":${id},|"id":${id},"jsonrpc"`)))
}
const app = await realApp()
const overHttp: Call = async (method, params = {}) => {
  const reply = await app.request('/mcp', {
    method: 'POST',
    headers: JSON_RPC,
    body: JSON.stringify({ jsonrpc: '2.0', id: ++ids, method, params }),
  })
  const text = await reply.text()
  // a reply may come as one event
  return JSON.parse(text.startsWith('{') ? text : (/^data: (.+)$/m.exec(text)?.[1] ?? text))
}

beforeAll(() => {
  stdio = run('server/cli/mcp.ts')
})
afterAll(() => stdio.stop())

describe.each([
  ['standard input and output', overStdio],
  ['Streamable HTTP', overHttp],
] as const)('over %s', (_, call) => {
  const use = async (name: string, args: object = {}) => (await call('tools/call', { name, arguments: args })).result

  it('a client greets and sees the tools', async () => {
    expect((await call('initialize', HELLO)).result).toMatchObject({ serverInfo: { name: 'ofsted-quotes' } })
    const { tools } = (await call('tools/list')).result
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask', 'search', 'list_reports', 'get_report', 'get_quote', 'verify']),
    )
  })

  it('ask gives the quotes that the page gives, with citation and proof', async () => {
    const { corpus } = await realLibrary()
    const answer = await ask(QUESTION, [], corpus!)
    const { structuredContent, content } = await use('ask', { question: QUESTION })
    expect(structuredContent).toEqual(answer)
    expect(JSON.parse(content[0]!.text)).toEqual(answer)
    expect(answer.quotes[0]).toMatchObject({
      citation: expect.stringContaining('paragraph'),
      proof: { text: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  it('search, list_reports, get_report and get_quote give the objects of the API', async () => {
    const { corpus } = await realLibrary()
    expect((await use('search', { q: 'return home interviews', limit: 3 })).structuredContent.hits).toHaveLength(3)
    const listed = await (await app.request('/api/reports')).json()
    expect((await use('list_reports')).structuredContent).toEqual(listed)
    expect((await use('get_report', { id: '004' })).structuredContent).toEqual(await (await app.request('/api/reports/004')).json())
    expect((await use('get_quote', { id: '004.p24.s2' })).structuredContent).toEqual(quoteOf(cutOf('004.p24.s2', corpus!)!))
  })

  it('verify gives the verdicts of the API', async () => {
    const text =
      '“Records of incidents and return home interviews are not fully evidenced” and “no child was ever asked about this at all”.'
    const checked = await (await app.request('/api/verify', { method: 'POST', headers: JSON_RPC, body: JSON.stringify({ text }) })).json()
    const { structuredContent } = await use('verify', { text })
    expect(structuredContent).toEqual(checked)
    expect((structuredContent.quotations as { verdict: string }[]).map(({ verdict }) => verdict)).toEqual(['found', 'not_found'])
  })

  it('unknown ids and unusable values are faults that say what to do', async () => {
    expect(await use('get_quote', { id: 'none' })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('An id looks like') }],
    })
    const long = await call('tools/call', { name: 'ask', arguments: { question: 'x'.repeat(501) } })
    expect(JSON.stringify(long)).toContain('at most 500 characters')
  })
})

describe('/mcp', () => {
  const greet = (headers: Record<string, string>, body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: HELLO })) =>
    app.request('/mcp', { method: 'POST', headers: { ...JSON_RPC, ...headers }, body })

  it('refuses names and origins that are not ours', async () => {
    expect((await greet({})).status).toBe(200)
    expect((await greet({ host: 'evil.example' })).status).toBe(403)
    expect((await greet({ origin: 'https://evil.example' })).status).toBe(403)
  })

  it('answers broken, foreign and large messages with a fault of the client', async () => {
    expect((await greet({}, '{')).status).toBe(400)
    expect((await greet({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await greet({}, JSON.stringify({ padding: 'x'.repeat(70_000) }))).status).toBe(413)
    const { status, headers } = await app.request('/mcp')
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
  })
})
