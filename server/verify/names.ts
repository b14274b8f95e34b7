/** Titles and headings in quotation marks are names in a citation, no quotations of what a report says. */
import type { Corpus } from '../../index/search/corpus.ts'
import type { Print } from './print.ts'
import type { Span } from './spans.ts'
import { printedKeys, withoutLinks } from './words.ts'

const known = new WeakMap<Corpus, Set<string>>()
/** What introduces a heading in a pinpoint: "unnumbered paragraph under 'What needs to improve'". */
const INTRODUCED = /\b(?:under|head(?:ed|ing)|section|called|(?:en)?titled)\b[^\p{L}\d]{0,8}$/iu
const LOOK_BACK = 24
/** No title is longer, in characters. */
const LONGEST_NAME = 500

const keyOf = (text: string): string => printedKeys(text).join(' ')

function titlesOf(corpus: Corpus): Set<string> {
  let titles = known.get(corpus)
  if (!titles) {
    const all = corpus.reports.flatMap(({ title }) => {
      const halves = title.split(': ')
      return [title, ...halves, halves.toReversed().join(' ')]
    })
    titles = new Set(all.map(keyOf))
    known.set(corpus, titles)
  }
  return titles
}

export function isCitationPart(corpus: Corpus, { headings }: Print, text: string, { how, start, end, outer, part }: Span): boolean {
  if (how !== 'marks' || end - start > LONGEST_NAME) return false
  const key = keyOf(withoutLinks(text.slice(start, end)))
  if (titlesOf(corpus).has(key)) return true
  return headings.has(key) && (part.kind === 'note' || INTRODUCED.test(text.slice(Math.max(0, outer[0] - LOOK_BACK), outer[0])))
}
