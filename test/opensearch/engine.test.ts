/** The contract of every engine, kept by a real cluster of three nodes. */
import { afterAll, describe, expect, inject, it } from 'vitest'
import { sendBulk } from '../../index/search/engines/opensearch/bulk.ts'
import { connect, Refused } from '../../index/search/engines/opensearch/client.ts'
import { indexOf, storedOf } from '../../index/search/engines/opensearch/documents.ts'
import { clusterIndex } from '../../index/search/engines/opensearch/engine.ts'
import { together } from '../../index/search/engines/opensearch/together.ts'
import { collectTerms, termsOf } from '../../index/search/term-tables.ts'
import { type Build, document, keepsTheContract, ranksAsMiniSearch } from '../index/search/engines.ts'

const urls = inject('urls')
/** Scores are 32-bit floats: measured within 2e-7. */
const CLOSE = 1e-6
const SECONDS = 60
const PATIENCE_MS = 60_000

describe.skipIf(urls.length === 0)('a cluster of three nodes', () => {
  const client = connect({ urls, user: null, password: null, ca: null })
  const ask = together(client, SECONDS)
  const made: string[] = []
  afterAll(async () => {
    for (const name of made) await client.request('DELETE', `/${name}`, null, PATIENCE_MS)
    client.close()
  })

  const build: Build = async (documents) => {
    const collector = collectTerms()
    for (const one of documents) collector.add(one)
    const terms = termsOf(collector.finish())
    const name = `contract-${made.length}`
    await client.request('PUT', `/${name}`, indexOf(terms, 3, {}), PATIENCE_MS)
    made.push(name)
    await sendBulk(
      client,
      documents.map((one, n) => ({ index: name, id: n, document: storedOf(one, n) })),
    )
    await client.request('POST', `/${name}/_refresh`, null, PATIENCE_MS)
    return clusterIndex(name, terms, ask)
  }

  keepsTheContract(build)
  ranksAsMiniSearch(build, { close: CLOSE, runs: 12, queries: 12 })

  it('takes searches of one turn in one request', async () => {
    let requests = 0
    const counted = together({ ...client, request: (...all) => client.request(...all).finally(() => requests++) }, SECONDS)
    const index = await build([document('child plan'), document('plan')])
    const same = clusterIndex(made.at(-1)!, { ...index.statistics, headingFrequency: () => 0, averages: { text: 1, heading: 1 } }, counted)
    const asked = { terms: [{ term: 'plan', weight: 1 }], reports: null, limit: 5 }
    await Promise.all([same.search(asked), same.search(asked), same.holders([['plan'], ['child', 'plan']], null)])
    expect(requests).toBe(1)
  })

  it('says what it does not take, and gives up on what does not come in time', async () => {
    await expect(ask('contract-0', { query: { nonsense: {} } })).rejects.toThrow(Refused)
    await expect(together(client, 0.2)('there-is-no-such-index', {})).rejects.toThrow(/search cluster/)
    const nobody = connect({ urls: ['http://127.0.0.1:9'], user: 'reader', password: 'secret', ca: null })
    await expect(nobody.request('GET', '/', null, 5_000)).rejects.toThrow(/cannot be reached/)
  })
})
