/** What the sentences of a passage, and the headings above it, hold of a question. */

import type { Corpus, Placed } from '../../../index/search/corpus.ts'
import { recent } from '../../../index/search/recent.ts'
import { type Token, tokens } from '../../../index/text/analyzer.ts'
import type { Concept, Question } from '../question.ts'
import { type Found, indexed, match, NOTHING } from './concept-match.ts'

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
  const asked = askedOf(concepts)
  const nothing = concepts.map(() => NOTHING)
  const matchAll = (words: readonly Token[]): Found[] => {
    const text = indexed(words, asked)
    // most sentences around a candidate hold no word of the question
    if (text.places.size === 0) return nothing
    const found = [...nothing]
    for (const stem of text.places.keys())
      for (const i of asked.get(stem) ?? NONE) if (found[i] === NOTHING) found[i] = match(concepts[i] as Concept, text, corpus)
    return found
  }
  const passages = new Map<Placed, Matched>()
  return (placed) => {
    let matched = passages.get(placed)
    if (!matched) {
      const sentences = (corpus.unitsOf.get(placed.passage.id) ?? []).map((unit) => matchAll(unit.tokens))
      matched = { sentences, best: bestOf(sentences, concepts.length), heading: matchAll(tokensOf(wordsAbove(placed))) }
      passages.set(placed, matched)
    }
    return matched
  }
}

const NONE: number[] = []

/** The concepts that each stem may belong to, by their numbers. */
function askedOf(concepts: Concept[]): Map<string, number[]> {
  const asked = new Map<string, number[]>()
  for (const [i, { forms }] of concepts.entries())
    for (const stem of new Set(forms.flatMap(({ stems }) => stems))) asked.set(stem, [...(asked.get(stem) ?? NONE), i])
  return asked
}

function bestOf(sentences: Found[][], concepts: number): number[] {
  const best = new Array<number>(concepts).fill(0)
  for (const found of sentences)
    for (let i = 0; i < concepts; i++) {
      const value = found[i]?.value ?? 0
      if (value > (best[i] ?? 0)) best[i] = value
    }
  return best
}

/** Headings whose words are kept (500 to 5,000): many passages share theirs. Some megabytes. */
const KEPT = 1_000
const tokensOf = recent(KEPT, (above: string): Token[] => tokens(above))

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
