/** Stretches of print → the sentences that hold them, as quotes. */
import type { Placed } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { quoteOf } from '../cite/quote.ts'
import { type Print, passageAt, printedBetween } from './print.ts'

export function placedAt(print: Print, place: number): { number: number; placed: Placed } {
  const number = passageAt(print, place)
  return { number, placed: print.placed.at(number)! }
}

/** One quote for each passage that the stretches of words touch, the stretches marked in it. */
export function quotesAt(print: Print, stretches: [number, number][]): Quote[] {
  const marks = new Map<number, [number, number][]>()
  for (const [from, to] of stretches) {
    let open: [number, number] | null = null
    let passage = -1
    for (const word of printedBetween(print, from, to)) {
      if (word.passage !== passage || !open) {
        passage = word.passage
        open = [word.start, word.end]
        marks.set(passage, [...(marks.get(passage) ?? []), open])
      } else open[1] = word.end
    }
  }
  return [...marks].map(([passage, own]) => {
    const placed = print.placed.at(passage)!
    const { sentences } = placed.passage
    const first = sentences.findLastIndex(({ start }) => start <= own[0]![0])
    const last = sentences.findIndex(({ end }) => end >= own.at(-1)![1])
    return quoteOf({ placed, sentences: first >= 0 && last >= first ? [first, last] : null, marks: own })
  })
}
