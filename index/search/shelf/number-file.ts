/** A long list of numbers in a file, read a page at a time. */
import { crc32 } from 'node:zlib'
import type { Draft } from '../../library/files.ts'
import { recent } from '../recent.ts'
import { DamagedShelf } from './damaged.ts'
import type { Pieces } from './file.ts'

/** Numbers of a page: 64 kB. */
const PAGE = 16_384
const BYTES = 4
/** Pages kept, in each of two generations (32 to 512): 16 MB of the words of all sentences. */
const KEPT = 128

export type NumberList = {
  length: number
  slice(from: number, to: number): Uint32Array
  /** All of them in order, a page at a time. */
  pages(): Iterable<Uint32Array>
}

export const inMemory = (all: Uint32Array): NumberList => ({
  length: all.length,
  slice: (from, to) => all.subarray(from, to),
  pages: () => [all],
})

/** @param sums a checksum of each page. */
export function numbersIn(pieces: Pieces, length: number, sums: Uint32Array): NumberList {
  const read = (page: number): Uint32Array => {
    const bytes = pieces.read(page * PAGE * BYTES, Math.min(PAGE, length - page * PAGE) * BYTES)
    if (crc32(bytes) !== sums[page]) throw new DamagedShelf('The words of the sentences are damaged.')
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / BYTES)
  }
  const pageAt = recent(KEPT, read)
  return {
    length,
    slice(from, to) {
      const page = Math.floor(from / PAGE)
      const start = page * PAGE
      if (to <= start + PAGE) return from === to ? NONE : pageAt(page).subarray(from - start, to - start)
      const all = new Uint32Array(to - from)
      for (let at = from; at < to; ) {
        const own = Math.floor(at / PAGE)
        const piece = pageAt(own).subarray(at - own * PAGE, Math.min(to, (own + 1) * PAGE) - own * PAGE)
        all.set(piece, at - from)
        at += piece.length
      }
      return all
    },
    *pages() {
      for (let page = 0; page * PAGE < length; page++) yield read(page)
    },
  }
}
const NONE = new Uint32Array(0)

/** Writes one: takes numbers, and gives the checksums that reading it needs. */
export function numberWriter(draft: Draft): { push(value: number): void; size(): number; finish(): Uint32Array } {
  const page = new Uint32Array(PAGE)
  const sums: number[] = []
  let size = 0
  const flush = (count: number): void => {
    const bytes = new Uint8Array(page.buffer, 0, count * BYTES)
    sums.push(crc32(bytes))
    draft.append(bytes)
  }
  return {
    push(value) {
      page[size++ % PAGE] = value
      if (size % PAGE === 0) flush(PAGE)
    },
    size: () => size,
    finish() {
      if (size % PAGE > 0) flush(size % PAGE)
      return Uint32Array.from(sums)
    },
  }
}
