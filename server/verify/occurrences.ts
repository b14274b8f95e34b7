/** Where a quotation stands word for word, its declared gaps allowed for. */

import type { Steps } from '../work/steps.ts'
import { GRAM, type Print, placesOf, printedBetween, runAt } from './print.ts'
import { type Pattern, turnsRound, type Word } from './words.ts'

/** Words `[from, to)` of the quotation stand in a row from `place` on. */
export type Piece = { from: number; to: number; place: number }

export type Occurrence = {
  pieces: Piece[]
  /** Numbers of the quotation's words whose capitals differ. */
  recased: number[]
  /** What was left out or replaced turns the meaning round. */
  hides: boolean
}

/** An ellipsis reaches over at most so many words: a long paragraph and its neighbours. Range 100 to 500. */
export const ELLIPSIS_REACH = 300
/** A bracketed insertion stands for at most so many printed words, as "[the local authority]" does for "it". */
export const INSERTION_REACH = 6
/** An ellipsis that hides only one or two words, a negation or number among them, is there to mislead. */
const TELLING_OMISSION = 2
/** Places worth telling. A sentence of method stands in hundreds of reports; nobody reads them all. */
export const MOST_PLACES = 20

/** Places looked at since others had their turn, and the most of them. */
type Work = { looked: number }
const A_STEP = 5000

/** The stretches of a pattern between its gaps. */
export function segmentsOf({ words, gaps }: Pattern): [number, number][] {
  const cuts = [0, ...[...gaps.keys()].filter((at) => at > 0 && at < words.length).sort((a, b) => a - b), words.length]
  return cuts.slice(1).map((to, i) => [cuts[i]!, to])
}

/** All occurrences in reading order. At least one stretch between gaps has to have three words. */
export function* occurrencesOf(print: Print, pattern: Pattern, ids: Int32Array): Steps<Occurrence[]> {
  const { words } = pattern
  if (words.length < GRAM) {
    const places = print.short.get(words.map(({ key }) => key).join(' ')) ?? []
    return places.map((place) => examine(print, pattern, [{ from: 0, to: words.length, place }]))
  }
  const segments = segmentsOf(pattern)
  const anchor = rarest(print, ids, segments)
  if (!anchor) return []
  const found: Occurrence[] = []
  const [from, to] = segments[anchor.segment]!
  const work: Work = { looked: 0 }
  for (const hit of placesOf(print, ids, anchor.at)) {
    if (++work.looked > A_STEP) {
      yield work.looked
      work.looked = 0
    }
    const place = hit - (anchor.at - from)
    if (place < 0 || runAt(print, ids, from, to, place) < to - from) continue
    const pieces = spread(print, pattern, ids, segments, anchor.segment, place, work)
    if (pieces) work.looked += words.length
    if (pieces && found.push(examine(print, pattern, pieces)) === MOST_PLACES * 2) break
  }
  return found
}

function rarest(print: Print, ids: Int32Array, segments: [number, number][]): { segment: number; at: number } | null {
  let best: { segment: number; at: number } | null = null
  let fewest = Number.POSITIVE_INFINITY
  segments.forEach(([from, to], segment) => {
    for (let at = from; at + GRAM <= to && fewest > 0; at++) {
      const { length } = placesOf(print, ids, at)
      if (length < fewest) {
        fewest = length
        best = { segment, at }
      }
    }
  })
  return best
}

/** From the anchored stretch outwards: each neighbour at the nearest place that its gap allows. */
function spread(
  print: Print,
  pattern: Pattern,
  ids: Int32Array,
  segments: [number, number][],
  anchor: number,
  place: number,
  work: Work,
): Piece[] | null {
  const [from, to] = segments[anchor]!
  const pieces: Piece[] = [{ from, to, place }]
  for (let i = anchor + 1; i < segments.length; i++) {
    const [start, end] = segments[i]!
    const before = pieces.at(-1)!
    const least = before.place + before.to - before.from
    const reach = reachOf(pattern, start)
    let at = least
    while (at <= least + reach && runAt(print, ids, start, end, at) < end - start) at++
    work.looked += at - least
    if (at > least + reach) return null
    pieces.push({ from: start, to: end, place: at })
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const [start, end] = segments[i]!
    const most = pieces[0]!.place - (end - start)
    const reach = reachOf(pattern, end)
    let at = most
    while (at >= Math.max(0, most - reach) && runAt(print, ids, start, end, at) < end - start) at--
    work.looked += most - at
    if (at < Math.max(0, most - reach)) return null
    pieces.unshift({ from: start, to: end, place: at })
  }
  // Pieces that crossed a barrier stand in two reports.
  const last = pieces.at(-1)!
  for (let i = pieces[0]!.place; i < last.place; i++) if (print.ids[i]! < 0) return null
  return pieces
}

const reachOf = (pattern: Pattern, at: number): number => (pattern.gaps.get(at) === 'ellipsis' ? ELLIPSIS_REACH : INSERTION_REACH)

function examine(print: Print, pattern: Pattern, pieces: Piece[]): Occurrence {
  const recased: number[] = []
  let hides = false
  pieces.forEach((piece, i) => {
    const printed = printedBetween(print, piece.place, piece.place + piece.to - piece.from)
    printed.forEach((word, j) => {
      const drafted = pattern.words[piece.from + j]!
      if (!sameWord(drafted, word, j === 0)) recased.push(piece.from + j)
    })
    const next = pieces[i + 1]
    if (!next) return
    const hidden = printedBetween(print, piece.place + piece.to - piece.from, next.place)
    const telling = pattern.gaps.get(next.from) === 'insertion' || hidden.length <= TELLING_OMISSION
    if (telling && hidden.some(({ key }) => turnsRound(key))) hides = true
  })
  return { pieces, recased, hides }
}

/** The same word; at the head of a stretch its first letter may be a capital or not, as the draft's own sentence wants it. */
export function sameWord(drafted: Word, printed: Word, head: boolean): boolean {
  if (drafted.key !== printed.key) return false
  if (drafted.exact === printed.exact || drafted.edited) return true
  return head && drafted.exact.slice(1) === printed.exact.slice(1)
}
