/** The stretch of a report that prints a fact. */
import type { Placed } from '../../../../index/search/corpus.ts'

/** A line of the report, or sentences of a longer paragraph, with the stretch of the passage that is the fact. */
export type Line = { placed: Placed; sentences: [number, number] | null; mark: [number, number] | null }

/** Longer passages are prose, in which a single sentence is the fact. */
export const LONGEST_LINE = 160

/** The passages, or the sentences of longer ones, that a pattern is found in. */
export function linesWith(pattern: RegExp, placed: Placed[], most = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = []
  for (const one of placed) {
    const { text, sentences } = one.passage
    if (lines.length >= most) break
    if (text.length <= LONGEST_LINE || sentences.length < 2) {
      const found = pattern.exec(text)
      if (found) lines.push({ placed: one, sentences: null, mark: [found.index, found.index + found[0].length] })
      continue
    }
    const at = sentences.findIndex(({ start, end }) => pattern.test(text.slice(start, end)))
    const { start = 0, end = 0 } = sentences[at] ?? {}
    const found = pattern.exec(text.slice(start, end))
    if (found) lines.push({ placed: one, sentences: [at, at], mark: [start + found.index, start + found.index + found[0].length] })
  }
  return lines
}
