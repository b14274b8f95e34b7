/** What stands around a sentence: the other sentences of its passage, and the words above it. */
import type { Passage } from '../../../index/model/report.ts'
import type { Corpus, Placed } from '../../../index/search/corpus.ts'
import { recent } from '../../../index/search/recent.ts'
import { terms, tokens } from '../../../index/text/analyzer.ts'
import type { Concept, Question } from '../question.ts'
import { type Matched, matcherOf, NOTHING } from './match.ts'

export type Around = {
  /** By number of the sentence in its passage. */
  sentences: Matched[]
  heading: Matched
}

/** Matches every passage once a question, however many of its sentences are scored. */
export function aroundOf(question: Pick<Question, 'concepts'>, corpus: Corpus): (placed: Placed) => Around {
  const match = matcherOf(question, corpus)
  const headings = new Map<string, Matched>()
  const passages = new Map<Placed, Around>()
  return (placed) => {
    const known = passages.get(placed)
    if (known) return known
    const above = wordsAbove(placed)
    const heading = headings.get(above) ?? match(numbersOf(above, corpus))
    headings.set(above, heading)
    const around = {
      sentences: (corpus.unitsOf.get(placed.passage.id) ?? []).map(({ ordinal }) => match(corpus.forward.sentence(ordinal))),
      heading,
    }
    passages.set(placed, around)
    return around
  }
}

export const spokenOf = (matched: Matched | undefined, concept: number): number => (matched?.[concept] ?? NOTHING).value

/** How well passages (list items, the lines above lists) speak of concepts, whatever sentence says it: by concept, 0 to 1. */
export function speakingOf(concepts: Concept[], corpus: Corpus): (passage: Passage) => number[] {
  const at = speakingAt(concepts, corpus)
  const match = matcherOf({ concepts }, corpus)
  return (passage) => {
    const [unit] = corpus.unitsOf.get(passage.id) ?? []
    if (unit) return at(unit.placed.ordinal)
    const matched = match(numbersOf(passage.text, corpus))
    return concepts.map((_, i) => spokenOf(matched, i))
  }
}

/** The same of a paragraph by its number: nothing of it is read but the numbers of its words. */
export function speakingAt(concepts: Concept[], corpus: Corpus): (paragraph: number) => number[] {
  const match = matcherOf({ concepts }, corpus)
  const { forward, places } = corpus
  const { sentencesFrom } = places
  return (paragraph) => {
    const matched: Matched[] = []
    for (let at = sentencesFrom[paragraph]!; at < sentencesFrom[paragraph + 1]!; at++) matched.push(match(forward.sentence(at)))
    return concepts.map((_, i) => Math.max(...matched.map((one) => spokenOf(one, i))))
  }
}

/** Headings whose words are kept (500 to 5,000): many passages share theirs. Some megabytes. */
const KEPT = 1_000
const contentWords = recent(KEPT, (above: string): string[] => {
  const content = new Set(terms(above))
  return tokens(above).flatMap(({ word, term }) => (content.has(term) ? [word] : []))
})
const numbersOf = (above: string, { forward }: Corpus): number[] => contentWords(above).map((word) => forward.wordNumber(word))

/** The headings above a passage, and for a list item the line that its list hangs on. */
function wordsAbove({ section, passage }: Placed): string {
  const lead =
    passage.kind === 'item'
      ? section.paragraphs.slice(0, section.paragraphs.indexOf(passage)).findLast(({ kind }) => kind === 'text')
      : undefined
  const own = passage.kind === 'heading' ? '' : (section.heading?.text ?? '')
  return [...section.path, own, section.part ?? '', lead?.text ?? ''].join(' . ')
}
