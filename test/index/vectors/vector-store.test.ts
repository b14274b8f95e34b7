/** Vectors in a file are found as those in memory are. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { vectorStore } from '../../../index/vectors/vector-store.ts'
import { diceOf } from '../../support/dice.ts'

const DIMS = 384
const COUNTS = [300, 0, 4_000, 1, 900]
const folder = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true }))
const dice = diceOf(5)
const some = (count: number): Int8Array => Int8Array.from({ length: count * DIMS }, () => dice() * 200 - 100)
const vectors = COUNTS.map(some)
const said: string[] = []
const storeOf = (inMemory: number, lookedThrough = 10_000, dataDir = folder) => {
  const store = vectorStore(COUNTS, DIMS, dataDir, (line) => said.push(line), { inMemory, lookedThrough })
  for (const report of [0, 1, 2, 4]) store.put(report, vectors[report]!)
  return store
}

describe('vectors in a file', () => {
  const [held, read] = [storeOf(10_000), storeOf(0)]
  const query = some(1)

  it('are as near as in memory, in every scope', () => {
    for (const scope of [undefined, [0], [2], [4, 0, 0], [1], [3], []])
      expect(read.nearest(query, 40, scope)).toEqual(held.nearest(query, 40, scope))
    for (const ordinal of [0, 299, 300, 4_299, 4_300, 4_301, 5_200])
      expect(read.similarity(query, ordinal)).toBe(held.similarity(query, ordinal))
    expect([0, 1, 2, 3, 4].map(read.ready)).toEqual([true, true, true, false, true])
  })

  it('are weighed one by one where the scope is larger than is looked through', () => {
    const little = storeOf(0, 1_000)
    expect(little.nearest(query, 40)).toEqual([])
    expect(little.nearest(query, 40, [4])).toEqual(held.nearest(query, 40, [4]))
    expect(little.similarity(query, 350)).toBe(held.similarity(query, 350))
  })

  it('leave nothing behind, and stay in memory where no file can be made', () => {
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    expect(said).toEqual([])
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(storeOf(0, 10_000, file).nearest(query, 5)).toEqual(held.nearest(query, 5))
    expect(said).toEqual([expect.stringContaining('stay in memory')])
    expect(() => read.put(3, some(2))).toThrow(RangeError)
  })
})
