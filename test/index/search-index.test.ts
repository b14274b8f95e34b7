/** One suite for every engine. MiniSearch is the oracle: the other engine has to rank as it does, score for score. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../index/library/ingest.ts'
import { decodeColumns, encodeColumns } from '../../index/search/columns.ts'
import { arrayIndex } from '../../index/search/engines/array.ts'
import { miniSearchIndex } from '../../index/search/engines/minisearch.ts'
import { collectTables, type IndexTables, tablesOf } from '../../index/search/index-tables.ts'
import type { Hit, IndexDocument, SearchIndex, SearchQuery } from '../../index/search/search-index.ts'
import { terms } from '../../index/text/analyzer.ts'

const ENGINES: Record<string, (documents: IndexDocument[]) => SearchIndex> = {
  MiniSearch: miniSearchIndex,
  'typed arrays': (documents) => arrayIndex(tablesOf(documents)),
  'typed arrays, kept as a file': (documents) => arrayIndex(reread(tablesOf(documents))),
}
const CLOSE = 1e-9

const reread = (tables: IndexTables): IndexTables => decodeColumns(encodeColumns(tables)) as IndexTables

const document = (text: string, heading = '', report = 0): IndexDocument => ({ terms: words(text), heading: words(heading), report })
const words = (text: string): string[] => text.split(' ').filter(Boolean)
const query = (text: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  terms: words(text).map((term) => ({ term, weight: 1 })),
  reports: null,
  limit: 10,
  ...more,
})
const found = async (index: SearchIndex, asked: SearchQuery): Promise<number[]> => (await index.search(asked)).map((hit) => hit.document)

function expectSame(hits: Hit[], oracle: Hit[]): void {
  expect(hits.map((hit) => hit.document)).toEqual(oracle.map((hit) => hit.document))
  for (const [i, { score }] of oracle.entries()) expect(Math.abs(hits[i]!.score - score)).toBeLessThan(CLOSE)
}

describe.each(Object.entries(ENGINES))('%s', (_name, build) => {
  it('finds nothing for an unknown term, no term, an empty term and an empty collection', async () => {
    const index = build([document('child return home')])
    expect(await index.search(query('unknown'))).toEqual([])
    expect(await index.search(query(''))).toEqual([])
    expect(await index.search({ terms: [{ term: '', weight: 1 }], reports: null, limit: 5 })).toEqual([])
    expect(await build([]).search(query('child'))).toEqual([])
    expect(build([]).statistics.documents).toBe(0)
  })

  it('puts the document with more of the rare words first', async () => {
    const index = build([document('child child child'), document('child return interview'), document('child family'), document('family')])
    expect(await found(index, query('child return'))).toEqual([1, 0, 2])
  })

  it('gives equal scores in the order of the documents', async () => {
    const index = build(Array.from({ length: 30 }, (_, i) => document('care leaver', '', i % 3)))
    expect(await found(index, query('leaver', { limit: 4 }))).toEqual([0, 1, 2, 3])
    expect(await found(index, query('leaver', { limit: 4, reports: new Set([2, 1]) }))).toEqual([1, 2, 4, 5])
  })

  it('names all documents in scope that hold every term of a group in their text, in order', async () => {
    const texts = ['plan', 'care plan', 'other', 'care care', 'plan home care']
    const index = build(texts.map((text, report) => document(text, 'care', report)))
    const groups = [['care'], ['plan', 'care'], ['unknown'], ['care', 'unknown'], []]
    const named = async (reports: SearchQuery['reports']) => (await index.holders(groups, reports)).map((one) => Array.from(one))
    expect(await named(null)).toEqual([[1, 3, 4], [1, 4], [], [], []])
    expect(await named(new Set([4, 3, 0]))).toEqual([[3, 4], [4], [], [], []])
    expect(await named(new Set())).toEqual([[], [], [], [], []])
    expect(await index.holders([], null)).toEqual([])
  })

  it('finds a document by its heading alone, behind one that says the same itself', async () => {
    const index = build([document('plan review', 'care leaver'), document('care leaver', 'plan review'), document('other words')])
    expect(await found(index, query('leaver'))).toEqual([1, 0])
    expect(index.statistics.frequency('leaver')).toBe(1)
    expect(index.statistics.frequency('nothing')).toBe(0)
  })

  it('searches only the reports in scope, none for a scope of none', async () => {
    const index = build([document('child', '', 0), document('child', '', 1), document('child', '', 2), document('child', '', 1)])
    expect(await found(index, query('child', { reports: new Set([1]) }))).toEqual([1, 3])
    expect(await found(index, query('child', { reports: new Set([0, 2]) }))).toEqual([0, 2])
    expect(await found(index, query('child', { reports: new Set() }))).toEqual([])
    expect(await found(index, query('child', { reports: new Set([7]) }))).toEqual([])
  })

  it('scores by the whole collection whatever the scope', async () => {
    const documents = [document('child plan', '', 0), document('child', '', 1), document('plan plan', '', 2)]
    const index = build(documents)
    const all = await index.search(query('child plan'))
    const scoped = await index.search(query('child plan', { reports: new Set([0]) }))
    expect(scoped).toEqual(all.filter((hit) => hit.document === 0))
  })

  it('weighs the terms, and takes the last weight of a term given twice', async () => {
    const index = build([document('child'), document('plan')])
    const weighted = (child: number) => ({ terms: [...query('plan').terms, { term: 'child', weight: child }], reports: null, limit: 2 })
    expect(await found(index, weighted(2))).toEqual([0, 1])
    expect(await found(index, weighted(0.5))).toEqual([1, 0])
    const twice = { terms: [{ term: 'child', weight: 9 }, ...weighted(0.5).terms], reports: null, limit: 2 }
    expect(await found(index, twice)).toEqual([1, 0])
  })

  it('keeps to the limit, and leaves no trace of one search in the next', async () => {
    const index = build(Array.from({ length: 50 }, (_, i) => document(`child ${'plan '.repeat(i % 7)}`)))
    const first = await index.search(query('child plan', { limit: 7 }))
    expect(first).toHaveLength(7)
    await index.search(query('plan', { reports: new Set([0]), limit: 1 }))
    expect(await index.search(query('child plan', { limit: 7 }))).toEqual(first)
    expect(await index.search(query('child', { limit: 0 }))).toEqual([])
  })
})

describe('typed arrays beside MiniSearch', () => {
  const vocabulary = ['child', 'plan', 'care', 'leaver', 'visit', 'home', 'return', 'school']
  const term = fc.constantFrom(...vocabulary)
  const someDocument = fc.record({
    terms: fc.array(term, { maxLength: 12 }),
    heading: fc.array(term, { maxLength: 4 }),
    report: fc.integer({ min: 0, max: 4 }),
  })
  const someQuery = fc.record({
    terms: fc.array(fc.record({ term: fc.oneof(term, fc.constant('unknown')), weight: fc.constantFrom(0.25, 0.6, 1, 3) }), {
      maxLength: 6,
    }),
    reports: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 5 })).map((list): ReadonlySet<number> => new Set(list))),
    limit: fc.integer({ min: 0, max: 60 }),
  })

  it('ranks any collection the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someDocument, { maxLength: 50 }),
        fc.array(someQuery, { minLength: 1, maxLength: 4 }),
        async (documents, queries) => {
          const oracle = miniSearchIndex(documents)
          const index = arrayIndex(reread(tablesOf(documents)))
          for (const asked of queries) expectSame(await index.search(asked), await oracle.search(asked))
          for (const word of vocabulary) expect(index.statistics.frequency(word)).toBe(oracle.statistics.frequency(word))
        },
      ),
      { numRuns: 300 },
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
    const index = arrayIndex(tablesOf(documents))
    for (const [i, { terms: own, report }] of documents.entries()) {
      const asked = own.slice(0, 8).map((word, at) => ({ term: word, weight: at % 3 === 0 ? 0.5 : 1 }))
      const reportsInScope = i % 2 === 0 ? null : new Set([report, 0])
      const search = { terms: asked, reports: reportsInScope, limit: 20 }
      expectSame(await index.search(search), await oracle.search(search))
    }
  })
})

describe('the index file', () => {
  const tables = tablesOf([document('child plan', 'care', 3), document('naïve 4,500', '', 3)])

  it('holds the same tables', () => {
    expect(reread(tables)).toEqual(tables)
    expect(reread(collectTables().finish())).toEqual(collectTables().finish())
  })

  it('is refused when it is cut short, changed or something else', () => {
    const bytes = encodeColumns(tables)
    expect(() => decodeColumns(bytes.subarray(0, bytes.length - 9))).toThrow(/damaged/)
    const changed = bytes.slice()
    changed[bytes.length - 3]! ^= 1
    expect(() => decodeColumns(changed)).toThrow(/damaged/)
    expect(() => decodeColumns(readFileSync('package.json'))).toThrow(/damaged/)
    expect(() => decodeColumns(new Uint8Array(0))).toThrow(/damaged/)
  })
})
