/** The questions that take longest, one after another and twenty on a page: nobody else waits long for any of them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { readFolder } from '../../index/library/ingest.ts'
import { makeCorpus } from '../../index/search/corpus.ts'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { multiply } from '../bench/multiply.ts'
import { watchStalls } from '../support/stalls.ts'

/** Some thirty reports: enough for what grows with the collection to show. */
const PASSAGES = 4_000
/** What one question may take on a machine that others use too; alone it is a tenth. */
const ONE_QUESTION_MS = 1_000

const WORST = [
  'What did inspectors say about children, care and social workers in Kent in 1999?',
  'compare every council on the children, the care, the staff, the plans and the visits since 2006',
  'children children children care care care social social social workers workers workers plans plans plans visits visits visits',
  'What has changed in all councils about everything between 2006 and 2024 and who said that it did not?',
  'list all recommendations for all areas of all councils in every year and the reasons for each of them',
  `“${'children and young people in care '.repeat(8).trim()}”`,
  `-children -care ${'placement '.repeat(40)}`.slice(0, 500),
]

let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  const reports = [...multiply(await readFolder('seeds'), PASSAGES)]
  app = makeApp({ corpus: makeCorpus(reports), loadedAt: null }, { config: readConfig({ REQUEST_SECONDS: '300' }) })
}, 120_000)

const ask = (question: string) =>
  app.request('/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question }) })

describe('the worst questions', { timeout: 180_000 }, () => {
  it.each(WORST)('%s', async (question) => {
    const stalls = watchStalls()
    const reply = await ask(question)
    expect(reply.status).toBe(200)
    expect(stalls.worst()).toBeLessThan(ONE_QUESTION_MS)
  })

  it('twenty on one page let others be answered between them', async () => {
    const query = new URLSearchParams(
      Array.from({ length: 20 }, (_, i): [string, string] => ['q', `${WORST[i % 4]!.slice(0, 90)} and ${i}`]),
    )
    const held: number[] = []
    let done = false
    const stalls = watchStalls()
    const page = Promise.resolve(app.request(`/?${query}`)).finally(() => {
      done = true
    })
    while (!done) {
      const since = performance.now()
      expect((await app.request('/healthz')).status).toBe(200)
      await new Promise((resolve) => setImmediate(resolve))
      held.push(performance.now() - since)
    }
    expect((await page).status).toBe(200)
    expect(held.length).toBeGreaterThan(20)
    expect(stalls.worst()).toBeLessThan(ONE_QUESTION_MS)
  })
})
