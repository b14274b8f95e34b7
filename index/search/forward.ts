/**
 * The words of every sentence as numbers, in order: what ranking reads instead of text. Tokenising the sentences around
 * the hits of one question took a third of its answer at 55,000 paragraphs; numbers take a thousandth.
 */
import type { Token } from '../text/analyzer.ts'
import { type Numbers, numbers } from './numbers.ts'
import { inMemory, type NumberList } from './shelf/number-file.ts'

/** Words of sentence `i` stand at `[starts[i], starts[i + 1])` of `places`, stop words left out. */
export type ForwardTables = {
  /** Every folded word that a sentence holds; a word's number is its place here. */
  words: string[]
  /** Every stem; `stemOf[word]` is the number of a word's stem. */
  stems: string[]
  stemOf: Uint32Array
  starts: Uint32Array
  /** Empty where they are in a file of their own. */
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

/** @param file takes the words of the sentences; without one they stay in memory. */
export function collectForward(file: Pick<Numbers, 'push' | 'size'> | null = null): {
  add(sentence: readonly Token[]): void
  finish(): ForwardTables
} {
  const [wordNumbers, stemNumbers] = [new Map<string, number>(), new Map<string, number>()]
  const [stemOf, starts, held] = [numbers(), numbers(), numbers()]
  const places = file ?? held
  const numberOf = (map: Map<string, number>, key: string): number => {
    const known = map.get(key)
    if (known !== undefined) return known
    map.set(key, map.size)
    return map.size - 1
  }
  return {
    add(sentence) {
      starts.push(places.size())
      for (const { word, term } of sentence) {
        const number = numberOf(wordNumbers, word)
        if (number === stemOf.size()) stemOf.push(numberOf(stemNumbers, term))
        places.push(number)
      }
    },
    finish() {
      starts.push(places.size())
      return {
        words: [...wordNumbers.keys()],
        stems: [...stemNumbers.keys()],
        stemOf: stemOf.all().slice(),
        starts: starts.all().slice(),
        places: held.all().slice(),
      }
    },
  }
}

export function forwardOf({ words, stems, stemOf, starts, places }: ForwardTables, all: NumberList = inMemory(places)): Forward {
  const [wordNumbers, stemNumbers] = [words, stems].map((list) => new Map(list.map((text, number) => [text, number])))
  const sentence: Forward['sentence'] = (ordinal) => all.slice(starts[ordinal]!, starts[ordinal + 1]!)
  return {
    sentence,
    holdsAny(ordinal, wanted) {
      const own = sentence(ordinal)
      for (let at = 0; at < own.length; at++) if (wanted.includes(own[at]!)) return true
      return false
    },
    eachHolding(wanted, found) {
      const isWanted = Uint8Array.from(stemOf, (stem) => Number(wanted.has(stem)))
      let ordinal = 0
      let at = 0
      for (const page of all.pages())
        for (let i = 0; i < page.length; i++, at++) {
          if (isWanted[page[i]!] === 0) continue
          while (starts[ordinal + 1]! <= at) ordinal++
          found(ordinal, stemOf[page[i]!]!)
        }
    },
    stemOf,
    wordNumber: (word) => wordNumbers!.get(word) ?? -1,
    stemNumber: (stem) => stemNumbers!.get(stem) ?? -1,
  }
}
