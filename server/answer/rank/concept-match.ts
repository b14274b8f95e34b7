/** How well a run of terms speaks of a concept. */

import { isPhrase, namesFrom } from '../../../index/lexicon/thesaurus.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Token } from '../../../index/text/analyzer.ts'
import type { Concept, ConceptForm } from '../question.ts'
import { idf } from '../understand/concepts.ts'
import { isWord } from './aboutness.ts'

/** 1 is the phrase itself. The steps below it were set on the gold questions; each was tried at ±0.1. */
export const MATCH = {
  /** All words of a phrase near each other, in any order. */
  near: 0.85,
  /** All words of a phrase somewhere in the sentence. */
  apart: 0.6,
  /** Some words of a phrase: this times the share of their weight. */
  part: 0.6,
} as const
/** Words of a phrase are near each other when at most so many other words stand between them. */
const GAP = 3

/** `asked`: in the very words of the question, not in others that the thesaurus adds. */
export type Found = { value: number; marks: [number, number][]; asked: boolean }

export const NOTHING: Found = { value: 0, marks: [], asked: false }

/** The tokens of a sentence or heading with the places of its terms: made once, asked by every concept. */
export type Indexed = { tokens: readonly Token[]; places: Map<string, number[]> }

/** @param wanted the only terms that will be asked for; all where left out. */
export function indexed(tokens: readonly Token[], wanted?: { has(term: string): boolean }): Indexed {
  const places = new Map<string, number[]>()
  for (let i = 0; i < tokens.length; i++) {
    const term = tokens[i]?.term ?? ''
    if (wanted && !wanted.has(term)) continue
    const list = places.get(term)
    if (list) list.push(i)
    else places.set(term, [i])
  }
  return { tokens, places }
}

/** The best match of any form of the concept, with the stretches to mark. */
export function match(concept: Concept, text: Indexed, corpus: Corpus): Found {
  let best = NOTHING
  for (const form of concept.forms) {
    const most = form.worth
    if (best.value >= most) continue
    const found = matchForm(form, text, corpus)
    if (found.value * most > best.value) best = { ...found, value: found.value * most, asked: form.asked }
  }
  return best
}

const NOWHERE: number[] = []

/** A form in the very words that were asked is worth a little more than another inflection: "supervision", "supervising". */
const INFLECTED = 0.95

function matchForm({ stems, words, exact, asked }: ConceptForm, { tokens, places: at }: Indexed, corpus: Corpus): Found {
  // nearly every form of nearly every concept is absent: that is found out before anything is made
  if (!asked || stems.length === 1) for (const stem of stems) if (!at.has(stem)) return NOTHING
  if (stems.length === 1) {
    const places = at.get(stems[0] ?? '') ?? NOWHERE
    const kept = exact ? places.filter((i) => isWord(tokens[i]?.word ?? '', words[0])) : places
    if (kept.length === 0) return NOTHING
    // "supervision" is not what a "supervising social worker" is about, nor "assessment" a "risk assessment conference"
    const free = kept.filter((i) => !isModifier(tokens, i))
    const counted = free.length > 0 ? free : kept
    const value = counted.some((i) => isWord(tokens[i]?.word ?? '', words[0])) ? 1 : INFLECTED
    return { value: free.length > 0 ? value : value * MODIFIER, marks: marksOf(tokens, counted), asked }
  }
  const places = stems.map((stem) => at.get(stem) ?? NOWHERE)
  const here = places.filter((list) => list.length > 0)
  if (here.length === stems.length) {
    const found = whole(stems, words, places, tokens)
    if (asked) return found
    if (found.value < INFLECTED) return { ...found, value: found.value * SCATTERED }
    return isWithinLonger(stems, tokens) ? { ...found, value: found.value * OTHER_PHRASE } : found
  }
  // a part of a phrase counts only of what was asked: half a synonym is another matter
  if (!asked || here.length === 0) return NOTHING
  const { documentCount } = corpus.sentenceIndex
  let [all, some] = [0, 0]
  for (const [i, stem] of stems.entries()) {
    const worth = idf(documentCount, corpus.sentenceIndex.documentFrequency(stem))
    all += worth
    if (places[i]?.length) some += worth
  }
  return { value: all > 0 ? (MATCH.part * some) / all : 0, marks: marksOf(tokens, firstOf(here)), asked }
}

const firstOf = (places: number[][]): number[] => places.map((list) => list[0] ?? 0)

const marksOf = (tokens: readonly Token[], places: number[]): [number, number][] =>
  places.flatMap((i): [number, number][] => {
    const token = tokens[i]
    return token ? [[token.start, token.end]] : []
  })

/** What is left of a phrase that the thesaurus adds where its words do not stand side by side. */
const SCATTERED = 0.85
/** What a phrase is worth that stands inside a longer one: "return home" in "return home interviews" is not about returning. */
const OTHER_PHRASE = 0.6

/** What a word is worth that only stands before the head of a term of art. */
const MODIFIER = 0.75
const LONGEST_NAME = 5
const isModifier = (tokens: readonly Token[], at: number): boolean => {
  for (let from = Math.max(0, at - LONGEST_NAME + 2); from <= at; from++)
    for (const name of namesFrom(tokens[from]?.term ?? ''))
      if (from + name.length > at + 1 && name.every((stem, k) => tokens[from + k]?.term === stem)) return true
  return false
}

function isWithinLonger(stems: string[], tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((_, i) => stems.every((stem, k) => tokens[i + k]?.term === stem))
  const run = (from: number, to: number): string[] => tokens.slice(Math.max(0, from), to).map(({ term }) => term)
  return at >= 0 && (isPhrase(run(at, at + stems.length + 1)) || (at > 0 && isPhrase(run(at - 1, at + stems.length))))
}

/** All words of a phrase are there: side by side, near each other, or apart. */
function whole(stems: string[], words: string[], places: number[][], tokens: readonly Token[]): Found {
  const [first = NOWHERE] = places
  for (const start of first)
    if (stems.every((stem, k) => tokens[start + k]?.term === stem)) {
      const [from, to] = [tokens[start], tokens[start + stems.length - 1]]
      const same = words.every((word, k) => isWord(tokens[start + k]?.word ?? '', word))
      return { value: same ? 1 : INFLECTED, marks: from && to ? [[from.start, to.end]] : [], asked: true }
    }
  for (const start of first) {
    const nearest = places.map((list) => list.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a), list[0] ?? 0))
    if (Math.max(...nearest) - Math.min(...nearest) < stems.length + GAP)
      return { value: MATCH.near, marks: marksOf(tokens, nearest), asked: true }
  }
  return { value: MATCH.apart, marks: marksOf(tokens, firstOf(places)), asked: true }
}
