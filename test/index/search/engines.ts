/**
 * The contract of every engine, and MiniSearch as its oracle: the others have to rank as it does. Engines that compute in 32 bits may
 * differ by `close`, and swap hits that are no further apart.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { miniSearchIndex } from '../../../index/search/engines/minisearch.ts'
import type { Hit, IndexDocument, SearchIndex, SearchQuery } from '../../../index/search/search-index.ts'
import { terms } from '../../../index/text/analyzer.ts'

export type Build = (documents: IndexDocument[]) => SearchIndex | Promise<SearchIndex>

export const document = (text: string, heading = '', report = 0): IndexDocument => ({ terms: words(text), heading: words(heading), report })
const words = (text: string): string[] => text.split(' ').filter(Boolean)
const query = (text: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  terms: words(text).map((term) => ({ term, weight: 1 })),
  reports: null,
  limit: 10,
  ...more,
})
const found = async (index: SearchIndex, asked: SearchQuery): Promise<number[]> => (await index.search(asked)).map((hit) => hit.document)

export function keepsTheContract(build: Build): void {
  it('finds nothing for an unknown term, no term, an empty term and an empty collection', async () => {
    const index = await build([document('child return home')])
    expect(await index.search(query('unknown'))).toEqual([])
    expect(await index.search(query(''))).toEqual([])
    expect(await index.search({ terms: [{ term: '', weight: 1 }], reports: null, limit: 5 })).toEqual([])
    expect(await (await build([])).search(query('child'))).toEqual([])
    expect((await build([])).statistics.documents).toBe(0)
  })

  it('puts the document with more of the rare words first', async () => {
    const index = await build([
      document('child child child'),
      document('child return interview'),
      document('child family'),
      document('family'),
    ])
    expect(await found(index, query('child return'))).toEqual([1, 0, 2])
  })

  it('gives equal scores in the order of the documents', async () => {
    const index = await build(Array.from({ length: 30 }, (_, i) => document('care leaver', '', i % 3)))
    expect(await found(index, query('leaver', { limit: 4 }))).toEqual([0, 1, 2, 3])
    expect(await found(index, query('leaver', { limit: 4, reports: new Set([2, 1]) }))).toEqual([1, 2, 4, 5])
  })

  it('names all documents in scope that hold every term of a group in their text, in order', async () => {
    const texts = ['plan', 'care plan', 'other', 'care care', 'plan home care']
    const index = await build(texts.map((text, report) => document(text, 'care', report)))
    const groups = [['care'], ['plan', 'care'], ['unknown'], ['care', 'unknown'], []]
    const named = async (reports: SearchQuery['reports']) => (await index.holders(groups, reports)).map((one) => Array.from(one))
    expect(await named(null)).toEqual([[1, 3, 4], [1, 4], [], [], []])
    expect(await named(new Set([4, 3, 0]))).toEqual([[3, 4], [4], [], [], []])
    expect(await named(new Set())).toEqual([[], [], [], [], []])
    expect(await index.holders([], null)).toEqual([])
  })

  it('finds a document by its heading alone, behind one that says the same itself', async () => {
    const index = await build([document('plan review', 'care leaver'), document('care leaver', 'plan review'), document('other words')])
    expect(await found(index, query('leaver'))).toEqual([1, 0])
    expect(index.statistics.frequency('leaver')).toBe(1)
    expect(index.statistics.frequency('nothing')).toBe(0)
  })

  it('searches only the reports in scope, none for a scope of none', async () => {
    const index = await build([document('child', '', 0), document('child', '', 1), document('child', '', 2), document('child', '', 1)])
    expect(await found(index, query('child', { reports: new Set([1]) }))).toEqual([1, 3])
    expect(await found(index, query('child', { reports: new Set([0, 2]) }))).toEqual([0, 2])
    expect(await found(index, query('child', { reports: new Set() }))).toEqual([])
    expect(await found(index, query('child', { reports: new Set([7]) }))).toEqual([])
  })

  it('scores by the whole collection whatever the scope', async () => {
    const documents = [document('child plan', '', 0), document('child', '', 1), document('plan plan', '', 2)]
    const index = await build(documents)
    const all = await index.search(query('child plan'))
    const scoped = await index.search(query('child plan', { reports: new Set([0]) }))
    expect(scoped).toEqual(all.filter((hit) => hit.document === 0))
  })

  it('weighs the terms, and takes the last weight of a term given twice', async () => {
    const index = await build([document('child'), document('plan')])
    const weighted = (child: number) => ({ terms: [...query('plan').terms, { term: 'child', weight: child }], reports: null, limit: 2 })
    expect(await found(index, weighted(2))).toEqual([0, 1])
    expect(await found(index, weighted(0.5))).toEqual([1, 0])
    const twice = { terms: [{ term: 'child', weight: 9 }, ...weighted(0.5).terms], reports: null, limit: 2 }
    expect(await found(index, twice)).toEqual([1, 0])
  })

  it('keeps to the limit, and leaves no trace of one search in the next', async () => {
    const index = await build(Array.from({ length: 50 }, (_, i) => document(`child ${'plan '.repeat(i % 7)}`)))
    const first = await index.search(query('child plan', { limit: 7 }))
    expect(first).toHaveLength(7)
    await index.search(query('plan', { reports: new Set([0]), limit: 1 }))
    expect(await index.search(query('child plan', { limit: 7 }))).toEqual(first)
    expect(await index.search(query('child', { limit: 0 }))).toEqual([])
  })
}

/** Relative; 0 where the order has to be the same hit by hit. */
export type Close = number
/** Questions on their way together. */
const AT_ONCE = 50
/** Of 64-bit sums. */
const ROUNDING = 1e-9

async function expectSame(index: SearchIndex, oracle: SearchIndex, asked: SearchQuery, close: Close): Promise<void> {
  const hits = await index.search(asked)
  const wanted = await oracle.search(asked)
  expect(hits).toHaveLength(wanted.length)
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING + close * Math.abs(b)
  expect(hits.filter(({ score }, i) => !isNear(score, wanted[i]!.score))).toEqual([])
  if (close === 0) return expect(hits.map((hit) => hit.document)).toEqual(wanted.map((hit) => hit.document))
  const all = new Map((await oracle.search({ ...asked, limit: Number.MAX_SAFE_INTEGER })).map((hit: Hit) => [hit.document, hit.score]))
  expect(new Set(hits.map((hit) => hit.document)).size).toBe(hits.length)
  expect(hits.filter(({ document: one, score }) => !isNear(score, all.get(one) ?? Number.NaN))).toEqual([])
}

const vocabulary = ['child', 'plan', 'care', 'leaver', 'visit', 'home', 'return', 'school']
const term = fc.constantFrom(...vocabulary)
const someDocument = fc.record({
  terms: fc.array(term, { maxLength: 12 }),
  heading: fc.array(term, { maxLength: 4 }),
  report: fc.integer({ min: 0, max: 4 }),
})
const someQuery = fc.record({
  terms: fc.array(fc.record({ term: fc.oneof(term, fc.constant('unknown')), weight: fc.constantFrom(0.25, 0.6, 1, 3) }), { maxLength: 6 }),
  reports: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 5 })).map((list): ReadonlySet<number> => new Set(list))),
  limit: fc.integer({ min: 0, max: 60 }),
})

/** @param runs collections, with `queries` at most of each. */
export function ranksAsMiniSearch(build: Build, { close, runs, queries }: { close: Close; runs: number; queries: number }): void {
  it('ranks any collection the same', async () => {
    const asks = fc.array(someQuery, { minLength: 1, maxLength: queries })
    await fc.assert(
      fc.asyncProperty(fc.array(someDocument, { maxLength: 50 }), asks, async (documents, asked) => {
        const oracle = miniSearchIndex(documents)
        const index = await build(documents)
        for (const one of asked) {
          await expectSame(index, oracle, one, close)
          const groups = one.terms.map((_, i) => one.terms.slice(i, i + 2).map(({ term: word }) => word))
          const [held, wanted] = await Promise.all([index, oracle].map((either) => either.holders(groups, one.reports)))
          expect(held!.map((list) => Array.from(list))).toEqual(wanted!.map((list) => Array.from(list)))
        }
        for (const word of vocabulary) expect(index.statistics.frequency(word)).toBe(oracle.statistics.frequency(word))
      }),
      { numRuns: runs },
    )
  })

  it('ranks the shipped reports the same, for every paragraph taken as a question', async () => {
    const reports = await readFolder('seeds')
    const documents = reports.flatMap((report, i) =>
      report.sections.flatMap((section) =>
        section.paragraphs.map(({ text }) => ({ terms: terms(text), heading: terms(section.heading?.text ?? ''), report: i })),
      ),
    )
    const oracle = miniSearchIndex(documents)
    const index = await build(documents)
    const checks = documents.map(({ terms: own, report }, i) => () => {
      const asked = own.slice(0, 8).map((word, at) => ({ term: word, weight: at % 3 === 0 ? 0.5 : 1 }))
      const reportsInScope = i % 2 === 0 ? null : new Set([report, 0])
      return expectSame(index, oracle, { terms: asked, reports: reportsInScope, limit: 20 }, close)
    })
    for (let from = 0; from < checks.length; from += AT_ONCE) await Promise.all(checks.slice(from, from + AT_ONCE).map((check) => check()))
  })
}
