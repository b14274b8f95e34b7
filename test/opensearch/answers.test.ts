/** The program before a cluster of three nodes: the same answers as alone, whichever node dies. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../server/answer/ask.ts'
import { makeApp } from '../../server/app.ts'
import { earlierOf, readGold } from '../../server/evaluation/gold.ts'
import { type Library, loadLibrary, watchLibrary } from '../../server/library.ts'
import { readingCorpus, seeds } from '../support/corpus.ts'
import { green, kill, search, start, urls } from './control.ts'

/** Questions among which a node dies. */
const ASKS = Number(process.env.CLUSTER_ASKS ?? 400)
const AT_ONCE = 16
const BACK_WITHIN_MS = 10_000
/** A search is given up after `search.seconds`. */
const PATIENCE_MS = 120_000

describe.skipIf(urls.length === 0)('answers through a cluster', () => {
  const gold = readGold(new URL('../gold/', import.meta.url)).map((one, _, all) => ({
    question: one.question,
    earlier: earlierOf(one, all),
  }))
  const library: Library = { corpus: null, loadedAt: null }
  const alone: string[] = []
  let dataDir: string
  const answer = async (at: number): Promise<string> => JSON.stringify(await ask(gold[at]!.question, gold[at]!.earlier, library.corpus!))
  const differing = async (numbers: number[]): Promise<number[]> => {
    const answers = await Promise.all(numbers.map(answer))
    return numbers.filter((at, i) => answers[i] !== alone[at])
  }

  const openWatch = () => watchLibrary(library, { seedsDir: seeds, dataDir, reader: true, search, inMemory: 0 }, () => undefined, 200)

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cluster-'))
    const corpus = await readingCorpus()
    for (const { question, earlier } of gold) alone.push(JSON.stringify(await ask(question, earlier, corpus)))
    await loadLibrary(library, { seedsDir: seeds, dataDir, reader: true, search, inMemory: 0 }, () => undefined)
    expect(library.corpus?.reader).not.toBeNull()
  })
  afterAll(async () => {
    library.cluster?.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  it('are the same, byte for byte, for every gold question', async () => {
    const numbers = gold.map((_, i) => i)
    const others: number[] = []
    for (let at = 0; at < numbers.length; at += AT_ONCE) others.push(...(await differing(numbers.slice(at, at + AT_ONCE))))
    expect(others.map((at) => gold[at]!.question)).toEqual([])
  })

  it('are the same when a node dies among them', async () => {
    let killed: Promise<void> | null = null
    const others: number[] = []
    for (let asked = 0; asked < ASKS; asked += AT_ONCE) {
      if (asked >= ASKS / 4) killed ??= kill(0)
      others.push(...(await differing(Array.from({ length: AT_ONCE }, (_, i) => (asked + i) % gold.length))))
    }
    await killed
    expect(others.map((at) => gold[at]!.question)).toEqual([])
    await start(0)
    await green()
  })

  it('come back by themselves where the cluster has lost the collection', async () => {
    const { hits: before } = (await (await makeApp(library).request('/api/search?q=caseloads')).json()) as { hits: unknown[] }
    const all = await fetch(`${urls[0]}/_alias/quotes-sentences`)
    for (const index of Object.keys((await all.json()) as object)) await fetch(`${urls[0]}/${index}`, { method: 'DELETE' })
    const app = makeApp(library)
    const impatient = openWatch()
    try {
      expect((await app.request('/readyz')).status).toBe(503)
      // never half of it: nothing, until all is there
      const hits = async () => (await app.request('/api/search?q=caseloads')).json() as Promise<{ hits?: unknown[] }>
      await expect.poll(async () => (await hits()).hits?.length ?? -1, { timeout: PATIENCE_MS }).not.toBe(-1)
      expect((await hits()).hits).toHaveLength(before.length)
      await expect.poll(async () => (await app.request('/readyz')).status, { timeout: PATIENCE_MS }).toBe(200)
    } finally {
      impatient()
    }
  })

  it('are refused plainly while all nodes are gone, and come back by themselves', async () => {
    const app = makeApp(library)
    const post = (question: string) =>
      app.request('/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question }) })
    expect((await app.request('/readyz')).status).toBe(200)
    await kill(0, 1, 2)
    const refused = await post('What did Ofsted say about caseloads?')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await refused.json()).toEqual({ error: { code: 'not_ready', message: expect.stringContaining('search cluster') } })
    const page = await app.request('/?q=What+did+Ofsted+say+about+caseloads%3F')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('The search cluster cannot be reached at the moment')
    expect((await app.request('/readyz')).status).toBe(503)
    // the reports themselves are still here to read
    expect((await app.request('/reports/004')).status).toBe(200)
    await start(0, 1, 2)
    await green()
    const since = performance.now()
    await expect.poll(async () => (await post('What did Ofsted say about caseloads?')).status, { timeout: BACK_WITHIN_MS }).toBe(200)
    expect(performance.now() - since).toBeLessThan(BACK_WITHIN_MS)
    await expect.poll(async () => (await app.request('/readyz')).status, { timeout: BACK_WITHIN_MS }).toBe(200)
    expect(await differing([0, 1, 2, 3])).toEqual([])
  })
})
