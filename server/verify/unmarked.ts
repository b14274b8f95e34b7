/** Long copies of report text that a draft does not mark as quotations. */

import type { Steps } from '../work/steps.ts'
import type { DraftPart } from './draft-parts.ts'
import type { Piece } from './occurrences.ts'
import { LEAP } from './pieces.ts'
import { GRAM, idsOf, type Print, passageAt, placesOf, runAt } from './print.ts'
import type { Span } from './spans.ts'
import { plainPattern, type Word } from './words.ts'

/**
 * Words in a row from which on it is a copy. In the five reports 7 in 100 runs of four words stand in more than one report
 * and 3 in 100 of eight, nearly all of them titles, headings and method text, which are left out below. Range 7 to 12.
 */
const SHORTEST_COPY = 8
/** Words in a row that take a copy up again after a word or two that were changed. */
const TAKEN_UP = 4
const MOST_LOOKED_AT = 300
/** Words of one step. */
const A_STEP = 5000

/** Copies outside `spans`, not in footnotes: a citation repeats titles. */
export function* unmarkedCopies(print: Print, text: string, parts: DraftPart[], spans: Span[]): Steps<Span[]> {
  const found: Span[] = []
  let next = 0
  for (const part of parts) {
    yield 1
    let at = part.start
    const stretches: [number, number][] = []
    for (; next < spans.length && spans[next]!.outer[0] < part.end; next++) {
      stretches.push([at, spans[next]!.outer[0]])
      at = Math.max(at, spans[next]!.outer[1])
    }
    stretches.push([at, part.end])
    if (part.kind === 'note') continue
    for (const [from, to] of stretches)
      if (to > from)
        for (const [start, end] of yield* copiesIn(print, (yield* plainPattern(text, from, to)).words))
          found.push({ how: 'unmarked', start, end, outer: [start, end], ends: [], part })
  }
  return found
}

function* copiesIn(print: Print, words: Word[]): Steps<[number, number][]> {
  if (words.length < SHORTEST_COPY) return []
  const ids = idsOf(print, words)
  const counts = new Uint32Array(ids.length)
  for (let at = 0; at + GRAM <= ids.length; at++) {
    counts[at] = placesOf(print, ids, at).length
    if (at % A_STEP === 0) yield A_STEP
  }
  const found: [number, number][] = []
  let done = 0
  for (let at = 0; at + SHORTEST_COPY <= words.length; ) {
    const rare = rarest(counts, at)
    yield 1 + Math.min(MOST_LOOKED_AT, counts[rare]!)
    if (counts[rare] === 0) {
      at = rare + 1
      continue
    }
    const run = longestFrom(print, ids, at, rare)
    if (!run?.prose) {
      at = run ? run.to : at + 1
      continue
    }
    const [from, to] = widen(print, ids, run, done)
    found.push([words[from]!.start, words[to - 1]!.end])
    at = done = to
  }
  return found
}

/** The last place without a hit among the threes of the next eight words, else the rarest of them. */
function rarest(counts: Uint32Array, at: number): number {
  let best = at
  for (let i = at; i <= at + SHORTEST_COPY - GRAM; i++) if (counts[i]! <= counts[best]!) best = i
  return best
}

/** Where the longest run is a name, it is that name, whatever shorter stretch of it prose happens to hold. */
function longestFrom(print: Print, ids: Int32Array, at: number, rare: number): (Piece & { prose: boolean }) | null {
  let best: (Piece & { prose: boolean }) | null = null
  for (const hit of placesOf(print, ids, rare).subarray(0, MOST_LOOKED_AT)) {
    const place = hit - (rare - at)
    if (place < 0) continue
    const length = runAt(print, ids, at, ids.length, place)
    const longest: number = best ? best.to - best.from : SHORTEST_COPY - 1
    const prose: boolean = length >= longest && isProse(print, place, length)
    if (length > longest || (length === longest && best?.prose && !prose)) best = { from: at, to: at + length, place, prose }
  }
  return best
}

/** Titles, headings, table headings and method text are names and furniture; only prose, or a whole row, is copied. */
function isProse(print: Print, place: number, length: number): boolean {
  const number = passageAt(print, place)
  const { passage, section } = print.placed.at(number)!
  if (!passage.evidence || section.heading === passage) return false
  return passage.kind === 'text' || passage.kind === 'item' || length >= print.starts[number + 1]! - print.starts[number]!
}

/** On both sides over a word or two that were changed, as long as the same passage goes on. */
function widen(print: Print, ids: Int32Array, { from, to, place }: Piece, least: number): [number, number] {
  let [start, end] = [from, to]
  let [first, after] = [place, place + to - from]
  for (let grown = true; grown; ) {
    grown = false
    for (let drafted = 0; drafted < LEAP && !grown; drafted++)
      for (let printed = 0; printed < LEAP && !grown; printed++) {
        const length = runAt(print, ids, end + drafted, ids.length, after + printed)
        if (length < TAKEN_UP) continue
        ;[end, after, grown] = [end + drafted + length, after + printed + length, true]
      }
    for (let drafted = 0; drafted < LEAP && !grown; drafted++)
      for (let printed = 0; printed < LEAP && !grown; printed++) {
        const length = runBack(print, ids, start - drafted, least, first - printed)
        if (length < TAKEN_UP) continue
        ;[start, first, grown] = [start - drafted - length, first - printed - length, true]
      }
  }
  return [start, end]
}

function runBack(print: Print, ids: Int32Array, to: number, least: number, place: number): number {
  let length = 0
  while (
    to - length - 1 >= least &&
    place - length - 1 >= 0 &&
    ids[to - length - 1]! >= 0 &&
    ids[to - length - 1] === print.ids[place - length - 1]
  )
    length++
  return length
}
