/** One suite for every engine of this process. The cluster's is in `test/opensearch`. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeColumns, encodeColumns } from '../../../index/search/columns.ts'
import { arrayIndex } from '../../../index/search/engines/array.ts'
import { miniSearchIndex } from '../../../index/search/engines/minisearch.ts'
import { collectTables, type IndexTables, tablesOf } from '../../../index/search/index-tables.ts'
import { type Build, document, keepsTheContract, ranksAsMiniSearch } from './engines.ts'

const reread = (tables: IndexTables): IndexTables => decodeColumns(encodeColumns(tables)) as IndexTables
const ENGINES: Record<string, Build> = {
  MiniSearch: miniSearchIndex,
  'typed arrays': (documents) => arrayIndex(tablesOf(documents)),
  'typed arrays, kept as a file': (documents) => arrayIndex(reread(tablesOf(documents))),
}

describe.each(Object.entries(ENGINES))('%s', (_name, build) => keepsTheContract(build))

describe('typed arrays beside MiniSearch', () =>
  ranksAsMiniSearch((documents) => arrayIndex(reread(tablesOf(documents))), { close: 0, runs: 300, queries: 4 }))

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
