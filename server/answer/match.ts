/** How well a run of terms speaks of a concept. */
import type { Token } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import { idf } from './concepts.ts'
import type { Concept } from './question.ts'

/** 1 is the phrase itself. The steps below it were set on the gold questions; each was tried at ±0.1. */
export const MATCH = {
  /** All words of a phrase near each other, in any order. */
  near: 0.85,
  /** All words of a phrase somewhere in the sentence. */
  apart: 0.6,
  /** Some words of a phrase: this times the share of their weight. */
  part: 0.5,
  /** A form that the thesaurus adds, beside one that was asked. */
  synonym: 0.95,
} as const
/** Words of a phrase are near each other when at most so many other words stand between them. */
const GAP = 3

export type Found = { value: number; marks: [number, number][] }

const NOTHING: Found = { value: 0, marks: [] }

/** What a concept was found to match before, by the very list of tokens: neighbours ask for the same sentence again and again. */
const known = new WeakMap<Concept, { stems: Set<string>; found: WeakMap<readonly Token[], Found> }>()

/** The best match of any form of the concept among the tokens of a sentence or heading, with the stretches to mark. */
export function match(concept: Concept, tokens: readonly Token[], corpus: Corpus): Found {
  let memory = known.get(concept)
  if (!memory) {
    memory = { stems: new Set(concept.forms.flat()), found: new WeakMap() }
    known.set(concept, memory)
  }
  const before = memory.found.get(tokens)
  if (before) return before
  const { stems } = memory
  const best = tokens.some(({ term }) => stems.has(term)) ? bestForm(concept, tokens, corpus) : NOTHING
  memory.found.set(tokens, best)
  return best
}

function bestForm(concept: Concept, tokens: readonly Token[], corpus: Corpus): Found {
  let best = NOTHING
  concept.forms.forEach((form, i) => {
    const found = matchForm(form, tokens, i === 0, corpus)
    const value = found.value * (i === 0 ? 1 : MATCH.synonym)
    if (value > best.value) best = { value, marks: found.marks }
  })
  return best
}

function matchForm(form: string[], tokens: readonly Token[], asked: boolean, corpus: Corpus): Found {
  if (!form.some((stem) => tokens.some(({ term }) => term === stem))) return NOTHING
  const places = form.map((stem) => tokens.flatMap((token, i) => (token.term === stem ? [i] : [])))
  const here = places.filter((list) => list.length > 0)
  if (here.length === 0) return NOTHING
  const mark = (indices: number[]): [number, number][] =>
    indices.flatMap((i): [number, number][] => {
      const token = tokens[i]
      return token ? [[token.start, token.end]] : []
    })
  if (form.length === 1) return { value: 1, marks: mark(places[0] ?? []) }
  if (here.length === form.length) {
    const [first = []] = places
    for (const start of first)
      if (form.every((stem, k) => tokens[start + k]?.term === stem)) {
        const [from, to] = [tokens[start], tokens[start + form.length - 1]]
        return { value: 1, marks: from && to ? [[from.start, to.end]] : [] }
      }
    for (const start of first) {
      const chosen = places.map((list) => list.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a), list[0] ?? 0))
      if (Math.max(...chosen) - Math.min(...chosen) < form.length + GAP) return { value: MATCH.near, marks: mark(chosen) }
    }
    return { value: MATCH.apart, marks: mark(places.map((list) => list[0] ?? 0)) }
  }
  // a part of a phrase counts only of what was asked: half a synonym is another matter
  if (!asked) return NOTHING
  const documents = corpus.sentenceIndex.documentCount
  const worth = (stem: string): number => idf(documents, corpus.sentenceIndex.documentFrequency(stem))
  const all = form.reduce((sum, stem) => sum + worth(stem), 0)
  const some = form.reduce((sum, stem, i) => sum + (places[i]?.length ? worth(stem) : 0), 0)
  return { value: all > 0 ? (MATCH.part * some) / all : 0, marks: mark(here.map((list) => list[0] ?? 0)) }
}
