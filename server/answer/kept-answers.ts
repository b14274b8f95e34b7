/**
 * Answers that were given before, kept in memory by corpus. A page draws its whole conversation anew, and opening a passage or
 * keeping a quote draws the page: without this each such step would ask every question again.
 */
import type { Corpus } from '../../index/search/corpus.ts'
import { recentPromises } from '../../index/search/recent.ts'
import type { Answer } from './answer.ts'
import { ask } from './ask.ts'
import { isoToday, type Picked } from './understand/understand.ts'

/** In each of two generations (50 to 2,000): some ten megabytes in all. */
const KEPT = 250
/** Longer conversations are answered anew, in UTF-16 code units: the key is kept as well. */
const LONGEST_KEY = 8_192

const answersOf = new WeakMap<Corpus, (key: string) => Promise<Answer>>()

/** The answer of `ask()`, worked out once. It is shared by all who asked the same, so nobody may change it. */
export function askKept(text: string, earlier: string[], corpus: Corpus, picked: Picked = {}): Promise<Answer> {
  const key = JSON.stringify([text, earlier, picked, isoToday()])
  if (key.length > LONGEST_KEY) return ask(text, earlier, corpus, picked)
  let answers = answersOf.get(corpus)
  if (!answers) {
    answers = recentPromises(KEPT, (asked: string) => {
      const [again, before, scope] = JSON.parse(asked) as [string, string[], Picked]
      return ask(again, before, corpus, scope)
    })
    answersOf.set(corpus, answers)
  }
  return answers(key)
}
