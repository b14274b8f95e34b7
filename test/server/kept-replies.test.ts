import { describe, expect, it } from 'vitest'
import { makeCorpus } from '../../index/corpus.ts'
import { readFolder } from '../../index/ingest.ts'
import { makeApp } from '../../server/app.ts'
import type { Library } from '../../server/library.ts'

const reports = await readFolder('seeds')
const library: Library = { corpus: makeCorpus(reports), loadedAt: null }
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
      expect(second.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
    }
  })

  it('is told that nothing has changed when it holds the answer', async () => {
    const tag = (await ask('thresholds')).headers.get('etag') ?? ''
    const again = await ask('thresholds', { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
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
    library.corpus = makeCorpus(reports)
  })

  it('is not kept when it could not be asked', async () => {
    for (let i = 0; i < 2; i++) expect((await ask('')).status).toBe(422)
  })
})
