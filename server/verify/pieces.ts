/** Which stretches of a quotation are printed somewhere, and whether they stand together there. */

import type { Steps } from '../work/steps.ts'
import { ELLIPSIS_REACH, type Piece, segmentsOf } from './occurrences.ts'
import { GRAM, type Print, passageAt, placesOf, runAt } from './print.ts'
import type { Pattern } from './words.ts'

/** Words in a row that make a piece: three happen by chance. */
const SHORTEST_PIECE = 4
/** A stitched quotation is made of pieces worth the name: fewer words on average are phrases that any report uses. */
const MEAN_PIECE = 5
/** Printed words missing between two pieces, from which on it is a leap and no slip of the pen. */
export const LEAP = 4
/** Places looked at for each stretch. */
const MOST_LOOKED_AT = 500
/** How much of a stitched quotation its pieces account for; the rest is the odd joining word. */
const COVERED = 0.8

/** Longest stretches from the left, each where it best goes on from the one before. */
export function* piecesOf(print: Print, pattern: Pattern, ids: Int32Array): Steps<Piece[]> {
  const pieces: Piece[] = []
  for (const [start, end] of segmentsOf(pattern))
    for (let at = start; at + GRAM <= end; ) {
      yield 1 + Math.min(MOST_LOOKED_AT, placesOf(print, ids, at).length)
      const piece = goingOn(print, ids, pieces.at(-1), at, end) ?? longest(print, ids, at, end)
      if (piece) pieces.push(piece)
      at = piece ? piece.to : at + 1
    }
  return pieces
}

/** The same passage going on after a word or two that were changed. */
function goingOn(print: Print, ids: Int32Array, before: Piece | undefined, at: number, end: number): Piece | null {
  if (!before) return null
  const next = before.place + before.to - before.from
  for (let skip = 0; skip < LEAP + (at - before.to); skip++) {
    const length = runAt(print, ids, at, end, next + skip)
    if (length >= GRAM) return { from: at, to: at + length, place: next + skip }
  }
  return null
}

function longest(print: Print, ids: Int32Array, at: number, end: number): Piece | null {
  let best: Piece | null = null
  for (const place of placesOf(print, ids, at).subarray(0, MOST_LOOKED_AT)) {
    const length = runAt(print, ids, at, end, place)
    if (length >= SHORTEST_PIECE && length > (best ? best.to - best.from : 0)) best = { from: at, to: at + length, place }
  }
  return best
}

/** Pieces of print from different places, or with a stretch between them left out, set down as one without an ellipsis. */
export function isStitched(print: Print, pattern: Pattern, pieces: Piece[]): boolean {
  const covered = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  if (pieces.length < 2 || covered < COVERED * pattern.words.length || covered < MEAN_PIECE * pieces.length) return false
  return pieces.some((piece, i) => {
    const before = pieces[i - 1]
    return before !== undefined && leaps(print, pattern, before, piece)
  })
}

function leaps(print: Print, pattern: Pattern, before: Piece, piece: Piece): boolean {
  const missing = piece.place - (before.place + before.to - before.from)
  const between = piece.from - before.to
  const ends = [passageAt(print, before.place), passageAt(print, piece.place)].map((passage) => print.placed.at(passage)?.report)
  let dotted = false
  for (let at = before.to; at <= piece.from; at++) if (pattern.gaps.get(at) === 'ellipsis') dotted = true
  if (dotted) return ends[0] !== ends[1] || missing < 0 || missing > ELLIPSIS_REACH
  return missing < 0 || missing >= LEAP + between
}
