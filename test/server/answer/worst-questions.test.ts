/** The questions that take longest, one after another and twenty on a page: nobody else waits long for any of them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { type Corpus, makeCorpus } from '../../../index/search/corpus.ts'
import type { SearchIndex } from '../../../index/search/search-index.ts'
import { ask as answer } from '../../../server/answer/ask.ts'
import { makeApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { multiply } from '../../bench/multiply.ts'
import { watchStalls } from '../../support/stalls.ts'

/** Some hundred and fifty reports: enough for what grows with the collection to show. */
const PASSAGES = 12_000
/** Nobody waits longer for his turn, whatever another asks. */
const LONGEST_STALL_MS = 200
/** Of all sentences so many are read one by one for one question; the rest is told from the index. */
const MOST_READ = 1 / 20
/** Each search is one pass over the holders of the words. */
const MOST_SEARCHES = 2

const WORST = [
  'What did inspectors say about children, care and social workers in Kent in 1999?',
  'compare every council on the children, the care, the staff, the plans and the visits since 2006',
  'children children children care care care social social social workers workers workers plans plans plans visits visits visits',
  'What has changed in all councils about everything between 2006 and 2024 and who said that it did not?',
  'list all recommendations for all areas of all councils in every year and the reasons for each of them',
  `“${'children and young people in care '.repeat(8).trim()}”`,
  `-children -care ${'placement '.repeat(40)}`.slice(0, 500),
  'asessment plannnig superviison recomendation safegaurding improvment managment practitoner accomodation comissioning '.repeat(4).trim(),
]

let corpus: Corpus
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  corpus = makeCorpus([...multiply(await readFolder('seeds'), PASSAGES)])
  app = makeApp({ corpus, loadedAt: null }, { config: readConfig({ REQUEST_SECONDS: '300' }) })
}, 120_000)

/** The corpus with a count of what a question reads of it. */
function counting(): { corpus: Corpus; read: { sentences: number; searches: number } } {
  const read = { sentences: 0, searches: 0 }
  const counted = (index: SearchIndex): SearchIndex => ({
    ...index,
    search(query) {
      read.searches++
      return index.search(query)
    },
  })
  const { forward, paragraphIndex, sentenceIndex } = corpus
  const sentence: Corpus['forward']['sentence'] = (ordinal) => {
    read.sentences++
    return forward.sentence(ordinal)
  }
  const holdsAny: Corpus['forward']['holdsAny'] = (ordinal, words) => {
    read.sentences++
    return forward.holdsAny(ordinal, words)
  }
  const indexes = { paragraphIndex: counted(paragraphIndex), sentenceIndex: counted(sentenceIndex) }
  return { corpus: { ...corpus, ...indexes, forward: { ...forward, sentence, holdsAny } }, read }
}

const ask = (question: string) =>
  app.request('/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question }) })

describe('the worst questions', { timeout: 180_000 }, () => {
  it.each(WORST)('%s', async (question) => {
    const stalls = watchStalls()
    const reply = await ask(question)
    expect(reply.status).toBe(200)
    expect(stalls.worst()).toBeLessThan(LONGEST_STALL_MS)
  })

  it.each(WORST)('read few of the sentences, and search twice at the most: %s', async (question) => {
    const { corpus: counted, read } = counting()
    await answer(question, [], counted)
    expect(read.sentences).toBeLessThan(corpus.units.length * MOST_READ)
    expect(read.searches).toBeLessThanOrEqual(MOST_SEARCHES)
  })

  it('a council without a report of the named year makes nobody read or search anything', async () => {
    const { corpus: counted, read } = counting()
    const made = await answer('What did Ofsted say about children in care and their social workers in Haringey in 1999?', [], counted)
    expect([made.outcome, read]).toEqual(['not_found', { sentences: 0, searches: 0 }])
  })

  it('a column for each of many councils lets others have their turn between two of them', async () => {
    const councils = [...new Set(corpus.reports.flatMap(({ authority }) => authority ?? []))].slice(0, 12)
    let turns = 0
    let done = false
    const made = answer(`compare ${councils.join(' and ')} on children in care`, [], corpus).finally(() => {
      done = true
    })
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve))
      turns++
    }
    expect((await made).sides.length).toBeGreaterThan(1)
    expect(turns).toBeGreaterThan((await made).sides.length)
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
    expect(stalls.worst()).toBeLessThan(LONGEST_STALL_MS)
  })
})
