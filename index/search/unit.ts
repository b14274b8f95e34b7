/** A sentence that may be quoted, with its words read only when somebody asks for them. */

import type { Passage, Report, Section } from '../model/report.ts'
import { isStopWord, type Token, tokens } from '../text/analyzer.ts'
import { recent } from './recent.ts'

/** A passage in its place. `ordinal` is its number in the paragraph index, -1 where it is no evidence. */
export type Placed = { passage: Passage; section: Section; report: Report; ordinal: number }

export type Unit = {
  /** Number in the sentence index. */
  ordinal: number
  placed: Placed
  /** Number of the sentence in its passage. */
  at: number
  start: number
  end: number
  /** Content terms with their places in the passage's text, stop words left out. Made when first read. */
  readonly tokens: Token[]
}

const unitPrototype = {
  get tokens(): Token[] {
    const { placed, at } = this as unknown as Unit
    return sentenceTokens(placed.passage)[at] ?? []
  },
}

export const makeUnit = (ordinal: number, placed: Placed, at: number, start: number, end: number): Unit =>
  Object.setPrototypeOf({ ordinal, placed, at, start, end }, unitPrototype)

/**
 * Passages whose tokens are kept, in each of two generations (1,000 to 20,000). A question looks at some hundred; at
 * 55,000 paragraphs keeping all takes 300 MB, and these 8,000 at most 40.
 */
const KEPT = 4_000

/** The words of each sentence that carry a topic. */
const sentenceTokens = recent(KEPT, (passage: Passage): Token[][] => bySentence(passage, tokens(passage.text).filter(isContent)))

export const isContent = ({ word }: Token): boolean => !isStopWord(word)

export const bySentence = ({ sentences }: Passage, words: Token[]): Token[][] =>
  sentences.map(({ start, end }) => words.filter((token) => token.start >= start && token.end <= end))
