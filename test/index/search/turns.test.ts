/** A search over a large collection is made in pieces, between which others have their turn, and finds the same. */
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { arrayIndex } from '../../../index/search/engines/array.ts'
import { tablesOf } from '../../../index/search/index-tables.ts'
import type { SearchQuery } from '../../../index/search/search-index.ts'

/** So many that each word of the query stands in more of them than one piece reads. */
const DOCUMENTS = 220_000
const WORDS = ['care', 'child', 'plan']
const index = arrayIndex(
  tablesOf(
    Array.from({ length: DOCUMENTS }, (_, i) => ({
      terms: WORDS.filter((_, k) => i % (k + 2) !== 0),
      heading: [],
      report: i % 7,
    })),
  ),
)
const asking = (...words: string[]): SearchQuery => ({ terms: words.map((term, i) => ({ term, weight: 1 + i })), reports: null, limit: 50 })

/** Turns that others had while the work was done. */
async function others(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let done = false
  const ended = work().then(() => {
    done = true
  })
  while (!done) {
    await setImmediate()
    turns++
  }
  await ended
  return turns
}

it('gives turns to others while it reads', async () => {
  const alone = await others(() => index.search(asking()))
  expect(await others(() => index.search(asking(...WORDS)))).toBeGreaterThanOrEqual(alone + WORDS.length)
  expect(
    await others(() =>
      index.holders(
        [
          ['care', 'child'],
          ['care', 'plan'],
          ['child', 'plan'],
        ],
        null,
      ),
    ),
  ).toBeGreaterThan(2)
})

it('finds for each of those who ask meanwhile what it finds for them alone', async () => {
  const queries = [asking('care'), asking(...WORDS), asking('plan', 'child'), { ...asking(...WORDS), reports: new Set([3]) }]
  const alone = []
  for (const query of queries) alone.push(await index.search(query))
  expect(await Promise.all(queries.map((query) => index.search(query)))).toEqual(alone)
})
