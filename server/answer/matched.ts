/** What the sentences of a passage, and the headings above it, hold of a question. */
import { type Token, tokens } from '../../index/analyzer.ts'
import type { Corpus, Placed, Unit } from '../../index/corpus.ts'
import { type Found, indexed, match, NOTHING } from './match.ts'
import type { Question } from './question.ts'

/** All lists of `Found` are by concept of the question. */
export type Matched = {
  /** By number of the sentence in its passage. */
  sentences: Found[][]
  /** The best of all sentences, by concept: 0 where none speaks of it. */
  best: number[]
  heading: Found[]
}

/** Matches every passage once a question, however many of its sentences are scored. */
export function matcher({ concepts }: Question, corpus: Corpus): (placed: Placed) => Matched {
  const nothing = concepts.map(() => NOTHING)
  /** The concepts that a stem may belong to, by their numbers. */
  const asked = new Map<string, Set<number>>()
  for (const [i, { forms }] of concepts.entries())
    for (const stem of forms.flatMap(({ stems }) => stems)) asked.set(stem, (asked.get(stem) ?? new Set()).add(i))
  const matchAll = (words: readonly Token[]): Found[] => {
    const text = indexed(words, asked)
    // most sentences around a candidate hold no word of the question
    if (text.places.size === 0) return nothing
    const found = [...nothing]
    for (const stem of text.places.keys())
      for (const i of asked.get(stem) ?? []) {
        const concept = concepts[i]
        if (concept && found[i] === NOTHING) found[i] = match(concept, text, corpus)
      }
    return found
  }
  const passages = new Map<Placed, Matched>()
  const headings = new Map<string, Found[]>()
  const headingOf = (placed: Placed): Found[] => {
    const above = wordsAbove(placed)
    const found = headings.get(above) ?? matchAll(tokens(above))
    headings.set(above, found)
    return found
  }
  return (placed) => {
    let matched = passages.get(placed)
    if (!matched) {
      const sentences = unitsOf(placed, corpus).map((unit) => matchAll(unit.tokens))
      const best = concepts.map((_, i) => sentences.reduce((most, found) => Math.max(most, found[i]?.value ?? 0), 0))
      matched = { sentences, best, heading: headingOf(placed) }
      passages.set(placed, matched)
    }
    return matched
  }
}

const unitsOf = (placed: Placed, corpus: Corpus): Unit[] => corpus.unitsOf.get(placed.passage.id) ?? []

/** The headings above a passage, and for a list item the line that its list hangs on. */
function wordsAbove({ section, passage }: Placed): string {
  const lead =
    passage.kind === 'item'
      ? section.paragraphs.slice(0, section.paragraphs.indexOf(passage)).findLast(({ kind }) => kind === 'text')
      : undefined
  return [...section.path, passage.kind === 'heading' ? '' : (section.heading?.text ?? ''), section.part ?? '', lead?.text ?? ''].join(
    ' . ',
  )
}
