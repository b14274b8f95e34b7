/** What a question asks of the search indexes. An engine may be far away: what is asked in one turn of the event loop is one trip. */
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { SearchIndex } from '../../../index/search/search-index.ts'
import { ask } from '../../../server/answer/ask.ts'
import { makeApp } from '../../../server/app.ts'
import { earlierOf, readGold } from '../../../server/evaluation/gold.ts'
import { realCorpus } from '../../support/corpus.ts'

const MOST_TRIPS = 3
/** Of the gold questions, one in so many is asked. */
const EACH = 4

/** The corpus behind engines that take a turn to answer, and the number of turns in which they were asked. */
function distant(corpus: Corpus): { corpus: Corpus; trips: () => number } {
  let trips = 0
  let travelling: Promise<void> | null = null
  const trip = (): Promise<void> => {
    if (!travelling) {
      trips++
      travelling = setImmediate().then(() => {
        travelling = null
      })
    }
    return travelling
  }
  const behind = (index: SearchIndex): SearchIndex => ({
    statistics: index.statistics,
    search: (query) => trip().then(() => index.search(query)),
    holders: (groups, reports) => trip().then(() => index.holders(groups, reports)),
  })
  return {
    corpus: { ...corpus, paragraphIndex: behind(corpus.paragraphIndex), sentenceIndex: behind(corpus.sentenceIndex) },
    trips: () => trips,
  }
}

it('takes three trips at most to answer a question, and one for most', async () => {
  const { corpus, trips } = distant(await realCorpus())
  const gold = readGold(new URL('../../gold/', import.meta.url))
  const taken: { question: string; count: number }[] = []
  for (const one of gold.filter((_, i) => i % EACH === 0)) {
    const before = trips()
    await ask(one.question, earlierOf(one, gold), corpus)
    taken.push({ question: one.question, count: trips() - before })
  }
  expect(taken.filter(({ count }) => count > MOST_TRIPS)).toEqual([])
  expect(taken.filter(({ count }) => count === 1).length).toBeGreaterThan(taken.length / 2)
})

it('takes one trip to list all mentions, and to fill the whole grid of topics', async () => {
  const { corpus, trips } = distant(await realCorpus())
  const app = makeApp({ corpus, loadedAt: null })
  for (const path of ['/mentions?q=caseloads+-children', '/grid']) {
    const before = trips()
    expect((await app.request(path)).status).toBe(200)
    expect(trips() - before).toBe(1)
  }
})
