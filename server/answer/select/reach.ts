/** What is quoted of a sentence: an item whole, and one that means nothing without the sentence before with that one. */
import type { Unit } from '../../../index/search/corpus.ts'
import { ANAPHORIC } from '../rank/traits.ts'
import { isOfEarlier } from './caution.ts'

/** Numbers of the first and last sentence of its passage. */
export type Reach = { from: number; to: number }

export function reachOf({ placed: { passage }, at, start, end }: Unit): Reach {
  if (passage.kind === 'item') return { from: 0, to: passage.sentences.length - 1 }
  const leans = at > 0 && (ANAPHORIC.test(passage.text.slice(start, end)) || isOfEarlier(passage, at))
  return { from: leans ? at - 1 : at, to: at }
}

/** The words from the first of those sentences to the last; null where the passage has no such sentences. */
export function wordsOf({ placed: { passage } }: Unit, { from, to }: Reach): string | null {
  const [first, last] = [passage.sentences[from], passage.sentences[to]]
  return first && last ? passage.text.slice(first.start, last.end) : null
}
