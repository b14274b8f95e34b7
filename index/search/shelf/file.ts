/** A file that is read in pieces, whenever one is asked for. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { DamagedShelf } from './damaged.ts'

export type Pieces = { size: number; read(from: number, bytes: number): Buffer }

const doomed = new FinalizationRegistry<number>((file) => closeSync(file))

/** The file stays open, and can be read, as long as anybody holds what this returns: also when it is deleted meanwhile. */
export function openPieces(path: string): Pieces {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  const pieces: Pieces = {
    size,
    read(from, bytes) {
      const piece = Buffer.allocUnsafe(bytes)
      let at = 0
      while (at < bytes) {
        const got = readSync(file, piece, at, bytes - at, from + at)
        if (got === 0) throw new DamagedShelf(`${path} is shorter than it was written.`)
        at += got
      }
      return piece
    },
  }
  doomed.register(pieces, file)
  return pieces
}
