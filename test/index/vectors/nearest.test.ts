import { describe, expect, it } from 'vitest'
import { nearest, put, similarity, type VectorTable, vectorTable } from '../../../index/vectors/nearest.ts'

const DIMS = 384

/** The same numbers for the same seed, evenly spread over [0, 1). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Vectors in clusters, as sentences on one topic are. */
function clustered(draw: () => number, count: number, clusters = 40): Int8Array {
  const centres = Array.from({ length: clusters * DIMS }, () => draw() * 60 - 30)
  const vectors = new Int8Array(count * DIMS)
  for (let at = 0; at < count; at++) {
    const cluster = Math.floor(draw() * clusters) * DIMS
    for (let dim = 0; dim < DIMS; dim++) vectors[at * DIMS + dim] = centres[cluster + dim]! + draw() * 80 - 40
  }
  return vectors
}

function tableOf(counts: number[], vectors: Int8Array): VectorTable {
  const table = vectorTable(counts, DIMS)
  let from = 0
  for (const [report, count] of counts.entries()) {
    put(table, report, vectors.subarray(from * DIMS, (from + count) * DIMS))
    from += count
  }
  return table
}

/** Every vector compared, in the order that is promised. */
function slowly(table: VectorTable, query: Int8Array, limit: number): number[] {
  const all = Array.from(table.lengths.keys(), (ordinal) => ({ ordinal, similarity: similarity(table, query, ordinal)! }))
  return all
    .sort((a, b) => b.similarity - a.similarity || a.ordinal - b.ordinal)
    .slice(0, limit)
    .map(({ ordinal }) => ordinal)
}

const draw = numbers(7)
const small = tableOf([300, 1, 0, 200], clustered(draw, 501))
const COUNTS = Array.from({ length: 20 }, () => 500)
const large = tableOf(COUNTS, clustered(draw, 10_000))
const queries = Array.from({ length: 10 }, (_, at) => large.vectors.slice(at * 997 * DIMS, (at * 997 + 1) * DIMS))

describe('the nearest vectors', () => {
  it('are those that comparing each by itself finds, in the same order', () => {
    const query = small.vectors.slice(0, DIMS)
    expect(nearest(small, query, 20).map(({ ordinal }) => ordinal)).toEqual(slowly(small, query, 20))
  })

  it('are found among many by their signs as if all were compared', () => {
    const found = queries.map((query) => nearest(large, query, 10).map(({ ordinal }) => ordinal))
    const right = queries.flatMap((query, at) => slowly(large, query, 10).filter((ordinal) => found[at]!.includes(ordinal)))
    expect(right.length).toBeGreaterThanOrEqual(98)
  })

  it('are the same each time', () => {
    for (const query of queries) expect(nearest(large, query, 30)).toEqual(nearest(large, query, 30))
  })

  it('have the vector itself first, with a cosine of 1', () => {
    const [first] = nearest(large, queries[3]!, 1)
    expect(first).toEqual({ ordinal: 3 * 997, similarity: expect.closeTo(1, 6) })
  })

  it('stay within the reports of the scope, whatever their order', () => {
    const near = nearest(large, queries[0]!, 700, [7, 3, 7])
    expect(near).toHaveLength(700)
    for (const { ordinal } of near) expect([3, 7]).toContain(Math.floor(ordinal / 500))
    expect(nearest(large, queries[0]!, 700, [3, 7])).toEqual(near)
  })

  it('are none for an empty scope', () => {
    expect(nearest(large, queries[0]!, 10, [])).toEqual([])
  })

  it('leave out a report that has no vectors yet', () => {
    const table = vectorTable([300, 201], DIMS)
    put(table, 1, small.vectors.slice(300 * DIMS))
    expect(nearest(table, small.vectors.slice(0, DIMS), 500).every(({ ordinal }) => ordinal >= 300)).toBe(true)
    expect(similarity(table, queries[0]!, 10)).toBeNull()
  })

  it('come from one vector for each sentence: any other number is refused', () => {
    expect(() => put(vectorTable([3], DIMS), 0, new Int8Array(2 * DIMS))).toThrow('Report 0 has 3 sentences and was given 2 vectors.')
  })
})
