/** Every mention of some words in one report, in reading order: what the reader's "find in report" steps through. */
import { isStopWord, tokens } from '../../index/analyzer.ts'
import { passagesOf, type Report } from '../../index/report.ts'

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
