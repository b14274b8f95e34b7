/** Ascending lists of document numbers. */

import type { Documents } from './search-index.ts'

/** Documents `[start, end)`. */
export type Run = { start: number; end: number }

/** The first place in `[from, to)` of an ascending list whose value is at least `value`; `to` where there is none. */
export function lowerBound(list: ArrayLike<number>, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (list[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}

/** The numbers that stand in every list; none for no list. A list on its own comes back as it is. */
export function inAll<List extends Documents>(lists: readonly List[]): List | number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length)
  let shared: List | number[] = shortest ?? []
  for (const other of others) shared = inBoth(shared, other)
  return shared
}

/** Of two lists, the first the shorter: each of its numbers is looked for in what is left of the other by halves. */
function inBoth(short: ArrayLike<number>, long: ArrayLike<number>): number[] {
  const both: number[] = []
  let from = 0
  for (let i = 0; i < short.length; i++) {
    const wanted = short[i]!
    from = lowerBound(long, wanted, from, long.length)
    if (long[from] === wanted) both.push(wanted)
  }
  return both
}

/** The numbers that stand in runs, which ascend as well. */
export function within(list: ArrayLike<number>, runs: readonly Run[]): number[] {
  const kept: number[] = []
  let at = 0
  for (const { start, end } of runs)
    for (at = lowerBound(list, start, at, list.length); at < list.length && list[at]! < end; at++) kept.push(list[at]!)
  return kept
}
