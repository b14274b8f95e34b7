/** Everything that the reports print, as one run of word numbers with an index of every three words in a row. */

import { passagesOf } from '../../index/model/report.ts'
import type { Corpus, Placed } from '../../index/search/corpus.ts'
import type { Row } from '../../index/search/shelf/row.ts'
import { atOnce, inTurns, type Steps } from '../work/steps.ts'
import { printedKeys, printedWords, type Word } from './words.ts'

export type Print = {
  /** Word numbers in reading order, report after report; `BARRIER` between reports, so that no run crosses. */
  ids: Int32Array
  vocabulary: Map<string, number>
  /** The words of every heading, with spaces between. */
  headings: Set<string>
  /** Every passage, in the order of `starts`. */
  placed: Row<Placed>
  /** The place in `ids` of each passage's first word, ascending; one more than `placed`. */
  starts: Int32Array
  /** `postings.subarray(buckets[h], buckets[h + 1])`: places whose three words hash to h. */
  /** First places of the passages of one or two words, too short for threes, by their words. */
  short: Map<string, number[]>
  buckets: Int32Array
  postings: Int32Array
}

export const BARRIER = -1
/** A word that no report prints. */
export const UNKNOWN_WORD = -2
/** Words in a row that are looked up together: two are in a 50,000-paragraph collection too often, four miss the stretches between changed words. */
export const GRAM = 3

const prints = new WeakMap<Corpus, Print>()

const coming = new WeakMap<Corpus, Promise<Print>>()

/** Built when first asked for, once per corpus: half a second for 50,000 paragraphs, and more while others have their turn. */
export function printOf(corpus: Corpus): Print {
  const print = prints.get(corpus) ?? atOnce(makePrint(corpus))
  prints.set(corpus, print)
  return print
}

export function printInTurns(corpus: Corpus): Promise<Print> {
  const known = prints.get(corpus)
  if (known) return Promise.resolve(known)
  const soon = coming.get(corpus) ?? inTurns(makePrint(corpus))
  coming.set(corpus, soon)
  return soon.then((print) => {
    prints.set(corpus, print)
    return print
  })
}

/** Words of one step. */
const A_STEP = 20_000

function* makePrint(corpus: Corpus): Steps<Print> {
  const vocabulary = new Map<string, number>()
  const headings = new Set<string>()
  const short: Print['short'] = new Map()
  const starts: number[] = []
  const run: number[] = []
  for (const report of corpus.reports) {
    for (const section of report.sections) {
      yield 1
      for (const passage of passagesOf(section)) {
        starts.push(run.length)
        const keys = printedKeys(passage.text)
        if (passage === section.heading) headings.add(keys.join(' '))
        if (keys.length < GRAM) short.set(keys.join(' '), [...(short.get(keys.join(' ')) ?? []), run.length])
        for (const key of keys) {
          let id = vocabulary.get(key)
          if (id === undefined) {
            id = vocabulary.size
            vocabulary.set(key, id)
          }
          run.push(id)
        }
      }
    }
    run.push(BARRIER)
  }
  starts.push(run.length)
  const ids = Int32Array.from(run)
  const size = 2 ** Math.max(10, Math.ceil(Math.log2(ids.length + 1)))
  const buckets = new Int32Array(size + 1)
  const last = ids.length - GRAM
  for (let at = 0; at <= last; at++) {
    buckets[hash(ids, at, size) + 1]!++
    if (at % A_STEP === 0) yield A_STEP
  }
  for (let h = 0; h < size; h++) buckets[h + 1]! += buckets[h]!
  const postings = new Int32Array(Math.max(0, last + 1))
  const next = buckets.slice()
  for (let at = 0; at <= last; at++) {
    postings[next[hash(ids, at, size)]!++] = at
    if (at % A_STEP === 0) yield A_STEP
  }
  return { ids, vocabulary, headings, placed: corpus.all, starts: Int32Array.from(starts), short, buckets, postings }
}

function hash(ids: Int32Array, at: number, size: number): number {
  const mixed = Math.imul(ids[at]! + 7, 0x9e3779b1) ^ Math.imul(ids[at + 1]! + 11, 0x85ebca6b) ^ Math.imul(ids[at + 2]! + 13, 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 15)) >>> 0) & (size - 1)
}

/** The places that may print the three words at `at` of `words`; a few others may share their hash. */
export function placesOf(print: Print, words: Int32Array, at: number): Int32Array {
  for (let i = at; i < at + GRAM; i++) if ((words[i] ?? UNKNOWN_WORD) < 0) return print.postings.subarray(0, 0)
  const h = hash(words, at, print.buckets.length - 1)
  return print.postings.subarray(print.buckets[h]!, print.buckets[h + 1]!)
}

/** Number of words from `from` to `to` of `words` that stand in a row at `place`. */
export function runAt(print: Print, words: Int32Array, from: number, to: number, place: number): number {
  let length = 0
  while (from + length < to && words[from + length]! >= 0 && print.ids[place + length] === words[from + length]) length++
  return length
}

export const idsOf = (print: Print, words: Word[]): Int32Array =>
  Int32Array.from(words, ({ key }) => print.vocabulary.get(key) ?? UNKNOWN_WORD)

/** The number of the passage that prints the word at `place`. */
export function passageAt(print: Print, place: number): number {
  let low = 0
  let high = print.placed.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (print.starts[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** A printed word with the passage that prints it; offsets are into that passage's text. */
export type PrintedWord = Word & { passage: number; place: number }

/** Passages whose words are kept at hand; beyond this the oldest start anew. */
const MOST_KEPT = 4000
const kept = new WeakMap<Print, Map<number, PrintedWord[]>>()

function wordsOf(print: Print, passage: number): PrintedWord[] {
  let own = kept.get(print)
  if (!own) {
    own = new Map()
    kept.set(print, own)
  }
  let words = own.get(passage)
  if (!words) {
    if (own.size >= MOST_KEPT) own.clear()
    const start = print.starts[passage]!
    words = printedWords(print.placed.at(passage)!.passage.text).map((word, i) => ({ ...word, passage, place: start + i }))
    own.set(passage, words)
  }
  return words
}

/** The words from `from` to `to` as printed, barriers left out. */
export function printedBetween(print: Print, from: number, to: number): PrintedWord[] {
  const found: PrintedWord[] = []
  const end = Math.min(to, print.ids.length)
  for (let passage = passageAt(print, Math.max(0, from)); passage < print.placed.length && print.starts[passage]! < end; passage++) {
    for (const word of wordsOf(print, passage)) if (word.place >= from && word.place < end) found.push(word)
  }
  return found
}
