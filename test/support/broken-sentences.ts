import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus, Placed } from '../../index/search/corpus.ts'
import { seeds } from './corpus.ts'

export type Sentence = { text: string; placed: Placed }

/** Sentences that the file interrupts, by a page's foot and head or an empty line, in the middle. */
export function brokenAcrossPages(corpus: Corpus): Sentence[] {
  const sources = new Map(
    corpus.reports.map(({ source }) => [
      source,
      readFileSync(join(seeds, source), 'utf8')
        .split(/\n\s*\n/)
        .map((block) => block.replace(/\s+/g, ' ')),
    ]),
  )
  return [...corpus.units].flatMap(({ placed, start, end }) => {
    const text = placed.passage.text.slice(start, end)
    const printed = sources.get(placed.report.source)!
    return placed.passage.kind === 'text' && text.split(' ').length >= 8 && !printed.some((block) => block.includes(text))
      ? [{ text, placed }]
      : []
  })
}
