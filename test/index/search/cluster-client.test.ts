/** What the program makes of a cluster that fails, is busy, or knows only a part: played by small servers, since a real one does so rarely. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { sendBulk } from '../../../index/search/engines/opensearch/bulk.ts'
import { connect, Refused } from '../../../index/search/engines/opensearch/client.ts'
import { clusterIndex } from '../../../index/search/engines/opensearch/engine.ts'
import { together } from '../../../index/search/engines/opensearch/together.ts'
import type { Terms } from '../../../index/search/term-tables.ts'
import { SearchUnavailable } from '../../../index/search/unavailable.ts'

type Played = [status: number, body: object] | 'silence'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A node that replies by what is asked and how often it was asked before. */
async function node(
  reply: (body: string, before: number, request: IncomingMessage) => Played,
): Promise<{ url: string; asked: () => number }> {
  let asked = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const played = reply(body, asked++, request)
      if (played !== 'silence') response.writeHead(played[0]).end(JSON.stringify(played[1]))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
}
const clientOf = (...nodes: { url: string }[]) =>
  connect({ urls: nodes.map(({ url }) => url), user: 'reader', password: 'open sesame', ca: null })

const WHOLE = { hits: { hits: [{ sort: [2.5, 7] }] }, _shards: { total: 3, successful: 3, failed: 0 }, timed_out: false }
const terms: Terms = { documents: 10, frequency: () => 1, headingFrequency: () => 0, averages: { text: 5, heading: 1 } }
const asked = { terms: [{ term: 'child', weight: 1 }], reports: null, limit: 5 }
const indexOver = (seconds: number, ...nodes: { url: string }[]) => clusterIndex('any', terms, together(clientOf(...nodes), seconds))

describe('a search in a cluster', () => {
  it('is asked again where the cluster finds itself anew after a loss', async () => {
    const failed = { error: { type: 'search_phase_execution_exception', reason: 'all shards failed' }, status: 503 }
    const one = await node((_, before) => [200, { responses: [before === 0 ? failed : WHOLE] }])
    expect(await indexOver(5, one).search(asked)).toEqual([{ document: 7, score: 2.5 }])
    expect(one.asked()).toBe(2)
  })

  it.each([
    ['a shard that failed', { ...WHOLE, _shards: { total: 3, successful: 2, failed: 1 } }],
    ['a shard that nobody has', { ...WHOLE, _shards: { total: 3, successful: 2, failed: 0 } }],
    ['a search that ran out of time', { ...WHOLE, timed_out: true }],
    ['an index that is gone', { error: { type: 'index_not_found_exception' }, status: 404 }],
  ])('is an error and never a shorter answer: %s', async (_, reply) => {
    const index = indexOver(0.3, await node(() => [200, { responses: [reply] }]))
    await expect(index.search(asked)).rejects.toThrow(SearchUnavailable)
    await expect(index.holders([['child']], null)).rejects.toThrow(SearchUnavailable)
  })

  it('goes to another node where one hangs, is gone, or is an error page', async () => {
    const hangs = await node(() => 'silence')
    const broken = await node(() => [502, {}])
    const well = await node(() => [200, { responses: [WHOLE] }])
    for (const bad of [hangs, broken, { url: 'http://127.0.0.1:9' }])
      for (let i = 0; i < 2; i++) expect(await indexOver(1, bad, well).search(asked)).toHaveLength(1)
  })

  it('leaves an answer to others of the same turn where one is refused', async () => {
    const refused = { error: { type: 'parsing_exception', reason: 'no such query' }, status: 400 }
    const one = await node(() => [200, { responses: [WHOLE, refused] }])
    const ask = together(clientOf(one), 5)
    const [first, second] = await Promise.allSettled([ask('any', {}), ask('any', {})])
    expect([first.status, second.status === 'rejected' && second.reason instanceof Refused]).toEqual(['fulfilled', true])
    expect(one.asked()).toBe(1)
  })

  it('signs in, and tells the password to nobody else', async () => {
    let header = ''
    const one = await node((_, __, request) => {
      header = request.headers.authorization ?? ''
      return [401, { error: 'Unauthorized' }]
    })
    const fault = await clientOf(one)
      .request('GET', '/', null, 1_000)
      .catch((error: Error) => error)
    expect(Buffer.from(header.split(' ')[1]!, 'base64').toString()).toBe('reader:open sesame')
    expect(`${(fault as Error).message} ${JSON.stringify(fault)}`).not.toMatch(/sesame|reader/)
    expect(fault).toBeInstanceOf(Refused)
  })
})

describe('documents into a cluster', () => {
  const line = (id: number) => ({ index: 'any', id, document: { n: id } })

  it('are sent again where there was no room, those and no others', async () => {
    const bodies: string[] = []
    const one = await node((body, before) => {
      bodies.push(body)
      const busy = { index: { status: 429, error: { type: 'rejected_execution_exception', reason: 'full' } } }
      return [200, before === 0 ? { errors: true, items: [{ index: { status: 201 } }, busy] } : { errors: false }]
    })
    await sendBulk(clientOf(one), [line(1), line(2)])
    expect(bodies.map((body) => [...body.matchAll(/"_id":"(\d)"/g)].map(([, id]) => id))).toEqual([['1', '2'], ['2']])
  })

  it('are a fault where the cluster cannot take one at all', async () => {
    const item = { index: { status: 400, error: { type: 'mapper_parsing_exception', reason: 'no' } } }
    const one = await node(() => [200, { errors: true, items: [item] }])
    await expect(sendBulk(clientOf(one), [line(1)])).rejects.toThrow(Refused)
  })
})
