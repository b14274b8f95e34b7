/**
 * The vectors of a collection: in memory, or of a large one in a file. There what is near is looked for among the reports in scope as
 * long as they are not too many; beyond that the reader weighs what words have found, which needs one vector a sentence.
 */
import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { temporary } from '../library/files.ts'
import { stretchOf } from '../search/shelf/places.ts'
import { type Near, nearest, put, similarity, type VectorTable, vectorTable } from './nearest.ts'

export type VectorStore = {
  /** All vectors of a report. @throws RangeError where they are more or fewer than were said. */
  put(report: number, vectors: Int8Array): void
  ready(report: number): boolean
  nearest(query: Int8Array, limit: number, reports?: readonly number[]): Near[]
  similarity(query: Int8Array, ordinal: number): number | null
}

/** Sentences whose vectors are held in memory (100,000 to 500,000): 450 bytes each. */
const MOST_IN_MEMORY = 250_000
/** Sentences that one question looks through in a file (10,000 to 50,000): a council has some 2,000. Each is read whole. */
const MOST_LOOKED_THROUGH = 20_000

/** @param counts how many sentences each report has. */
export function vectorStore(
  counts: readonly number[],
  dims: number,
  dataDir: string,
  say: (line: string) => void,
  most = { inMemory: MOST_IN_MEMORY, lookedThrough: MOST_LOOKED_THROUGH },
): VectorStore {
  if (counts.reduce((sum, count) => sum + count, 0) <= most.inMemory) return inMemory(vectorTable(counts, dims))
  try {
    return inFile(counts, dims, openNameless(dataDir), most.lookedThrough)
  } catch (error) {
    say(`Sentence vectors stay in memory, since the data folder cannot be written: ${(error as Error).message}`)
    return inMemory(vectorTable(counts, dims))
  }
}

const inMemory = (table: VectorTable): VectorStore => ({
  put: (report, vectors) => put(table, report, vectors),
  ready: (report) => table.ready[report] === 1,
  nearest: (query, limit, reports) => nearest(table, query, limit, reports),
  similarity: (query, ordinal) => similarity(table, query, ordinal),
})

const doomed = new FinalizationRegistry<number>((file) => closeSync(file))
/** A file without a name: it is gone when the process is, however that ends, or when nobody holds the vectors any more. */
function openNameless(dataDir: string): number {
  mkdirSync(temporary(dataDir), { recursive: true })
  const path = join(temporary(dataDir), `${process.pid}-vectors-${Date.now()}`)
  const file = openSync(path, 'w+')
  unlinkSync(path)
  return file
}

function inFile(counts: readonly number[], dims: number, file: number, mostLookedThrough: number): VectorStore {
  const starts = new Uint32Array(counts.length + 1)
  for (const [report, count] of counts.entries()) starts[report + 1] = starts[report]! + count
  const ready = new Uint8Array(counts.length)
  const read = (from: number, count: number): Int8Array => {
    const bytes = new Int8Array(count * dims)
    for (let at = 0; at < bytes.length; ) {
      const got = readSync(file, bytes, at, bytes.length - at, from * dims + at)
      if (got === 0) throw new Error('The file of sentence vectors is shorter than it was written.')
      at += got
    }
    return bytes
  }
  const store: VectorStore = {
    put(report, vectors) {
      const count = starts[report + 1]! - starts[report]!
      if (vectors.length !== count * dims)
        throw new RangeError(`Report ${report} has ${count} sentences and was given ${vectors.length / dims} vectors.`)
      for (let at = 0; at < vectors.length; ) at += writeSync(file, vectors, at, vectors.length - at, starts[report]! * dims + at)
      ready[report] = 1
    },
    ready: (report) => ready[report] === 1,
    similarity(query, ordinal) {
      if (ready[stretchOf(starts, ordinal)] === 0) return null
      const table = vectorTable([1], dims)
      put(table, 0, read(ordinal, 1))
      return similarity(table, query, 0)
    },
    nearest(query, limit, reports = [...counts.keys()]) {
      const chosen = [...new Set(reports)].sort((a, b) => a - b).filter((report) => ready[report] === 1)
      const all = chosen.reduce((sum, report) => sum + counts[report]!, 0)
      if (all > mostLookedThrough) return []
      const table = vectorTable(
        chosen.map((report) => counts[report]!),
        dims,
      )
      for (const [at, report] of chosen.entries()) put(table, at, read(starts[report]!, counts[report]!))
      return nearest(table, query, limit).map(({ ordinal, similarity: value }) => {
        const at = stretchOf(table.starts, ordinal)
        return { ordinal: starts[chosen[at]!]! + ordinal - table.starts[at]!, similarity: value }
      })
    },
  }
  doomed.register(store, file)
  return store
}
