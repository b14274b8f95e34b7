/** The nearest wording to a quotation that stands nowhere as written, word against word. */

import type { Steps } from '../work/steps.ts'
import { ELLIPSIS_REACH, sameWord } from './occurrences.ts'
import { GRAM, idsOf, type Print, type PrintedWord, placesOf, printedBetween } from './print.ts'
import type { Pattern } from './words.ts'

/** One step from the report's wording to the draft's. `drafted` and `printed` are numbers into the two lists of words. */
export type Step = { op: 'same' | 'added' | 'removed' | 'omitted'; drafted: number; printed: number }

export type Alignment = {
  /** What was compared: the pattern, or its part around the first difference where it is very long. */
  pattern: Pattern
  printed: PrintedWord[]
  /** Without what stands before the first and after the last word that both share. */
  steps: Step[]
  /** Words of the quotation that stand in this wording, in order. */
  matched: number
}

/** Three words in a row that stand in more places than this say little about where a quotation is from. */
const COMMON = 300
/** Stretches of print that are compared in full, best first. */
const WINDOWS = 3
/** Share of the words that ends the search for a nearer wording. */
const NEAR_ENOUGH = 0.9
/** A longer quotation is compared from its first difference on. Bounds the work to a few million cells. */
const LONGEST_COMPARED = 400

/** The best alignment over the likeliest stretches of print; null where no three words in a row stand anywhere. */
export function* nearestTo(print: Print, pattern: Pattern, ids: Int32Array): Steps<Alignment | null> {
  const compared = pattern.words.length > LONGEST_COMPARED ? cutOut(print, pattern, ids) : pattern
  const own = compared === pattern ? ids : idsOf(print, compared.words)
  let best: Alignment | null = null
  for (const [from, to] of windows(print, compared, own)) {
    const printed = printedBetween(print, from, to)
    yield (compared.words.length + 1) * (printed.length + 1)
    const found = align(compared, printed)
    // Nothing else can be much nearer.
    if (found.matched >= NEAR_ENOUGH * compared.words.length) return found
    if (!best || found.matched > best.matched || (found.matched === best.matched && found.steps.length < best.steps.length)) best = found
  }
  return best
}

function cutOut(print: Print, pattern: Pattern, ids: Int32Array): Pattern {
  let at = 0
  while (at + GRAM < ids.length && placesOf(print, ids, at).length > 0) at++
  const from = Math.max(0, Math.min(at - LONGEST_COMPARED / 2, pattern.words.length - LONGEST_COMPARED))
  const gaps = [...pattern.gaps].filter(([gap]) => gap > from && gap < from + LONGEST_COMPARED)
  return { words: pattern.words.slice(from, from + LONGEST_COMPARED), gaps: new Map(gaps.map(([gap, kind]) => [gap - from, kind])) }
}

/** Stretches of print that hold the most of the quotation's threes, by where the quotation would begin. */
function windows(print: Print, { words, gaps }: Pattern, ids: Int32Array): [number, number][] {
  const slack = gaps.size > 0 ? ELLIPSIS_REACH : 0
  const width = Math.max(24, words.length) + slack
  const votes = new Map<number, number>()
  for (const limit of [COMMON, Number.POSITIVE_INFINITY]) {
    for (let at = 0; at + GRAM <= ids.length; at++) {
      const hits = placesOf(print, ids, at)
      if (hits.length > limit) continue
      // Rare words weigh more: they tell one stretch from another.
      for (const hit of hits.subarray(0, COMMON)) {
        const bin = Math.floor((hit - at + words.length) / width)
        votes.set(bin, (votes.get(bin) ?? 0) + 1 / Math.sqrt(hits.length))
      }
    }
    if (votes.size > 0) break
  }
  const both = [...votes].map(([bin, own]): [number, number] => [bin, own + (votes.get(bin + 1) ?? 0)])
  return both
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, WINDOWS)
    .map(([bin]) => {
      const start = bin * width - words.length
      return [Math.max(0, start - 8), start + 2 * width + words.length + slack + 8]
    })
}

const FROM = { same: 0, added: 1, removed: 2, omitted: 3 } as const
const OPS = ['same', 'added', 'removed', 'omitted'] as const

/** Fewest changes, with anything before and after the quotation free, and declared gaps free too. */
function align({ words, gaps }: Pattern, printed: PrintedWord[]): Alignment {
  const [rows, columns] = [words.length + 1, printed.length + 1]
  const cost = new Float64Array(rows * columns)
  const from = new Uint8Array(rows * columns)
  for (let j = 1; j < columns; j++) from[j] = FROM.omitted
  for (let i = 1; i < rows; i++) {
    cost[i * columns] = i
    from[i * columns] = FROM.added
    const head = i === 1 || gaps.has(i - 1)
    const free = i === words.length || gaps.has(i)
    // A word left out costs a little less within a run, so that one omission stays one.
    for (let j = 1; j < columns; j++) {
      const here = i * columns + j
      let [least, op]: [number, 0 | 1 | 2 | 3] = [cost[here - columns]! + 1, FROM.added]
      const drop = cost[here - 1]! + (free ? 0 : 1)
      if (drop < least) [least, op] = [drop, free ? FROM.omitted : FROM.removed]
      if (words[i - 1]!.key === printed[j - 1]!.key) {
        const step = cost[here - columns - 1]! + (sameWord(words[i - 1]!, printed[j - 1]!, head) ? 0 : 0.5)
        if (step <= least) [least, op] = [step, FROM.same]
      }
      cost[here] = least
      from[here] = op
    }
  }
  return { pattern: { words, gaps }, printed, ...trace(words.length, printed.length, from, columns) }
}

function trace(drafted: number, printed: number, from: Uint8Array, columns: number): Pick<Alignment, 'steps' | 'matched'> {
  const steps: Step[] = []
  let matched = 0
  for (let [i, j] = [drafted, printed]; i > 0 || j > 0; ) {
    const op = OPS[from[i * columns + j]!]!
    if (op === 'same') matched++
    if (op !== 'removed' && op !== 'omitted') i--
    if (op !== 'added') j--
    steps.push({ op, drafted: i, printed: j })
  }
  steps.reverse()
  const idle = ({ op }: Step): boolean => op === 'omitted' || op === 'removed'
  let [start, end] = [0, steps.length]
  while (start < end && idle(steps[start]!)) start++
  while (end > start && idle(steps[end - 1]!)) end--
  return { steps: steps.slice(start, end), matched }
}
