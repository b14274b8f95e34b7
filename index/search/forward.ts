/**
 * The words of every sentence as numbers, in order: what ranking reads instead of text. Tokenising the sentences around
 * the hits of one question took a third of its answer at 55,000 paragraphs; numbers take a thousandth.
 */
import type { Token } from '../text/analyzer.ts'
import { type Numbers, numbers } from './numbers.ts'

/** Words of sentence `i` stand at `[starts[i], starts[i + 1])` of `places`, stop words left out. */
export type ForwardTables = {
  /** Every folded word that a sentence holds; a word's number is its place here. */
  words: string[]
  /** Every stem; `stemOf[word]` is the number of a word's stem. */
  stems: string[]
  stemOf: Uint32Array
  starts: Uint32Array
  places: Uint32Array
}

export type Forward = {
  /** The words of a sentence by its ordinal. */
  sentence(ordinal: number): Uint32Array
  /** True where a sentence holds one of these words. Makes nothing: it is asked of thousands. */
  holdsAny(ordinal: number, words: readonly number[]): boolean
  /** Names each sentence for each of these stems that it holds, in order: one pass over the whole collection, for tables made once. */
  eachHolding(stems: ReadonlySet<number>, found: (ordinal: number, stem: number) => void): void
  stemOf: Uint32Array
  /** The number of a word or stem; -1 for one that no sentence holds. */
  wordNumber(word: string): number
  stemNumber(stem: string): number
}

export function collectForward(): { add(sentence: readonly Token[]): void; finish(): ForwardTables } {
  const [wordNumbers, stemNumbers] = [new Map<string, number>(), new Map<string, number>()]
  const [stemOf, starts, places]: Numbers[] = [numbers(), numbers(), numbers()]
  const numberOf = (map: Map<string, number>, key: string): number => {
    const known = map.get(key)
    if (known !== undefined) return known
    map.set(key, map.size)
    return map.size - 1
  }
  return {
    add(sentence) {
      starts!.push(places!.size())
      for (const { word, term } of sentence) {
        const number = numberOf(wordNumbers, word)
        if (number === stemOf!.size()) stemOf!.push(numberOf(stemNumbers, term))
        places!.push(number)
      }
    },
    finish() {
      starts!.push(places!.size())
      return {
        words: [...wordNumbers.keys()],
        stems: [...stemNumbers.keys()],
        stemOf: stemOf!.all().slice(),
        starts: starts!.all().slice(),
        places: places!.all().slice(),
      }
    },
  }
}

export function forwardOf({ words, stems, stemOf, starts, places }: ForwardTables): Forward {
  const [wordNumbers, stemNumbers] = [words, stems].map((list) => new Map(list.map((text, number) => [text, number])))
  return {
    sentence: (ordinal) => places.subarray(starts[ordinal], starts[ordinal + 1]),
    holdsAny(ordinal, wanted) {
      for (let at = starts[ordinal]!; at < starts[ordinal + 1]!; at++) if (wanted.includes(places[at]!)) return true
      return false
    },
    eachHolding(wanted, found) {
      for (let ordinal = 0; ordinal < starts.length - 1; ordinal++)
        for (let at = starts[ordinal]!; at < starts[ordinal + 1]!; at++) {
          const stem = stemOf[places[at]!]!
          if (wanted.has(stem)) found(ordinal, stem)
        }
    },
    stemOf,
    wordNumber: (word) => wordNumbers!.get(word) ?? -1,
    stemNumber: (stem) => stemNumbers!.get(stem) ?? -1,
  }
}
