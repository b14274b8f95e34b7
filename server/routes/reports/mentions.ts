/** Every mention of some words in one report, in reading order: what the reader's "find in report" steps through. */

import { passagesOf, type Report } from '../../../index/model/report.ts'
import { isStopWord, tokens } from '../../../index/text/analyzer.ts'
import type { Mark } from '../../../views/parts/words.tsx'

export type Mentions = {
  words: string
  /** `[start, end)` in the passage's text, by passage id. */
  places: Map<string, [number, number][]>
  /** Passage id and number within it, for each mention in reading order. */
  order: { passage: string; nth: number }[]
  /** True where the words stand nowhere together, and each was looked for alone. */
  apart: boolean
}

const contentTokens = (text: string) => tokens(text).filter(({ word }) => !isStopWord(word))

/** Runs of the wanted terms one after another, stop words between them left out of account. */
function runsIn(text: string, wanted: string[]): [number, number][] {
  const own = contentTokens(text)
  const found: [number, number][] = []
  for (let i = 0; i + wanted.length <= own.length; i++)
    if (wanted.every((term, k) => own[i + k]!.term === term)) {
      found.push([own[i]!.start, own[i + wanted.length - 1]!.end])
      i += wanted.length - 1
    }
  return found
}

/**
 * The marks of a reader page by passage id, and the element id at which each mention is seen. A mention inside the quote
 * has no mark of its own: the quote stays one piece, and the mention is seen there.
 */
export function marksOf(mentions: Mentions | null, quote: { passage: string; start: number; end: number } | null, here: number) {
  const marks = new Map<string, Mark[]>()
  if (quote) marks.set(quote.passage, [{ at: [quote.start, quote.end], id: 'quote' }])
  const seenAt = (mentions?.order ?? []).map(({ passage, nth }, i) => {
    const at = mentions!.places.get(passage)![nth]!
    if (quote?.passage === passage && at[0] < quote.end && at[1] > quote.start) return 'quote'
    const id = `m${i + 1}`
    marks.set(passage, [...(marks.get(passage) ?? []), { at, id, look: i + 1 === here ? 'here' : 'mention' }])
    return id
  })
  return { marks, seenAt }
}

export function mentionsOf(words: string, report: Report): Mentions {
  const wanted = contentTokens(words).map(({ term }) => term)
  const look = (forms: string[][], apart: boolean): Mentions => {
    const places = new Map<string, [number, number][]>()
    const order: Mentions['order'] = []
    for (const section of report.sections)
      for (const { id, text } of passagesOf(section)) {
        const found = forms.flatMap((form) => runsIn(text, form)).sort((a, b) => a[0] - b[0])
        if (found.length > 0) places.set(id, found)
        found.forEach((_, nth) => {
          order.push({ passage: id, nth })
        })
      }
    return { words, places, order, apart }
  }
  if (wanted.length === 0) return { words, places: new Map(), order: [], apart: false }
  const together = look([wanted], false)
  return together.order.length > 0 || wanted.length === 1
    ? together
    : look(
        [...new Set(wanted)].map((term) => [term]),
        true,
      )
}
