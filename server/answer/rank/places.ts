/** Where in a sentence the words stand that say what is asked. */
import type { Candidate } from './candidate.ts'
import { NOTHING } from './match.ts'

/** In content words: the first that says a thing asked for (null where none does), how many do, and the length of the sentence. */
export type Places = { first: number | null; marked: number; words: number }

export function placesIn({ question: { concepts }, here, words }: Candidate): Places {
  const marked = new Set<number>()
  let first: number | null = null
  concepts.forEach(({ light }, i) => {
    for (const at of (here[i] ?? NOTHING).at) {
      marked.add(at)
      if (!light && (first === null || at < first)) first = at
    }
  })
  return { first, marked: marked.size, words }
}
