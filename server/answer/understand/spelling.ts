/** Spelling is corrected against what the collection prints, what the thesaurus knows and how questions are put. */

import { thesaurusWords } from '../../../index/lexicon/thesaurus.ts'
import { authorityWords } from '../../../index/library/authorities.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { isStopWord, stem, type Token } from '../../../index/text/analyzer.ts'
import type { Correction } from '../question.ts'
import { commonness } from './english.ts'
import { QUESTION_WORDS } from './question-words.ts'
import { isOutsideWord, mayBePlace } from './scope/elsewhere.ts'

/** Shorter words have too many neighbours to guess at; the words that open questions are the exception. */
const SHORTEST = 4
/** Two slips are forgiven in words of at least this length. */
const LONG = 7

const INFLECTION = /(?:s|ed|ing|ly|ers?|ions?|ments?|ness)$/

const stemsOf = new WeakMap<Corpus, Set<string>>()
function printedStems(corpus: Corpus): Set<string> {
  let found = stemsOf.get(corpus)
  if (!found) {
    found = new Set([...corpus.vocabulary.keys()].map(stem))
    stemsOf.set(corpus, found)
  }
  return found
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; `most` + 1 when more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
      if (best < least) least = best
    }
    // the row before holds no less than `least` - 1, so a swap that reaches back to it is too far as well
    if (least > most) return most + 1
    before = previous
    previous = row
  }
  return previous[b.length] ?? most + 1
}

/** Question words such as "wat" are mended although they are short and sometimes words. */
const SLIPS = new Map(
  Object.entries({
    wat: 'what',
    wot: 'what',
    teh: 'the',
    adn: 'and',
    hwo: 'how',
    wich: 'which',
    aobut: 'about',
    ofsed: 'ofsted',
  }),
)

/** The corrected text, and what was corrected. Words in capitals, with digits or known to anyone here are left alone. */
export function correct(text: string, words: Token[], corpus: Corpus): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = []
  let corrected = ''
  let at = 0
  const places = placeSpellings(words, corpus)
  for (const [i, { word, start, end }] of words.entries()) {
    const raw = text.slice(start, end)
    const better = places.get(i) ?? (isOutsideWord(words, i) ? null : betterSpelling(word, raw, mayBePlace(text, words, i), corpus))
    if (!better) continue
    corrections.push({ from: raw, to: better })
    corrected += text.slice(at, start) + better
    at = end
  }
  return { text: corrected + text.slice(at), corrections }
}

/** "Stoke on Tent": a slip within the name of a place of several words is mended even where it is a word itself. */
function placeSpellings(words: Token[], corpus: Corpus): Map<number, string> {
  const better = new Map<number, string>()
  for (const authority of new Set(corpus.reports.map((report) => report.authority))) {
    const name = (authority ?? '').toLowerCase().split(/[^a-z]+/)
    if (name.length < 2) continue
    for (let at = 0; at + name.length <= words.length; at++) {
      const slips = name.flatMap((part, k) => (words[at + k]?.word === part ? [] : [{ at: at + k, part }]))
      const [slip] = slips
      if (slips.length !== 1 || !slip || slip.part.length < SHORTEST) continue
      const printed = words[slip.at]?.word ?? ''
      if (distance(printed, slip.part, 2) <= (slip.part.length < LONG ? 1 : 2)) better.set(slip.at, slip.part)
    }
  }
  return better
}

function betterSpelling(word: string, raw: string, isPlace: boolean, corpus: Corpus): string | null {
  const slip = SLIPS.get(word)
  if (slip) return slip
  if (word.length < SHORTEST || /\d/.test(word) || (raw.length > 1 && raw === raw.toUpperCase())) return null
  const known = (other: string): boolean =>
    corpus.vocabulary.has(other) || thesaurusWords.has(other) || authorityWords.has(other) || QUESTION_WORDS.has(other) || isStopWord(other)
  // an inflection that no report prints is a word; "overal", which the stemmer takes for "over", is none
  const inflected = INFLECTION.test(word) && printedStems(corpus).has(stem(word))
  if (known(word) || inflected || commonness(word) !== null) return null
  const most = word.length >= LONG ? 2 : 1
  let best: { to: string; cost: number } | null = null
  const consider = (other: string, times: number): void => {
    if (other.length < 3) return
    const edits = distance(word, other, most)
    if (edits > most) return
    // one slip before two, the same first letter before another, a frequent word before a rare one
    const cost = edits * 10 + (other[0] === word[0] ? 0 : 6) - Math.min(5, Math.log2(1 + times))
    if (!best || cost < best.cost) best = { to: other, cost }
  }
  for (const other of authorityWords) consider(other, 4)
  // the name of a place that nobody knows is no slip for a word
  if (!isPlace) {
    for (const [other, times] of corpus.vocabulary) consider(other, times)
    for (const other of thesaurusWords) consider(other, 1)
    for (const other of QUESTION_WORDS) consider(other, 8)
  }
  return (best as { to: string } | null)?.to ?? null
}
