/** Spelling is corrected against what the collection prints, what the thesaurus knows and how questions are put. */

import { questionLists } from '../../../index/lexicon/questions.ts'
import { thesaurusWords } from '../../../index/lexicon/thesaurus.ts'
import { authorityWords } from '../../../index/library/authorities.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { isStopWord, stem, type Token } from '../../../index/text/analyzer.ts'
import { commonness } from '../../../index/text/english.ts'
import type { Correction } from '../question.ts'
import { type NearWords, nearWords } from './near-words.ts'
import { QUESTION_WORDS } from './question-words.ts'
import { isOutsideWord, mayBePlace, standsAsPlace } from './scope/elsewhere.ts'
import { fullWord, hasNoVowel, type Skeletons, skeletonsOf } from './skeletons.ts'
import { joinedWord, parted } from './word-breaks.ts'

/** Shorter words have too many neighbours to guess at; the words that open questions are the exception. */
const SHORTEST = 4
/** Two slips are forgiven in words of at least this length. */
const LONG = 7

/** What one slip costs at the most. */
const ONE_SLIP = 10
/** A word printed so seldom may be two that were run together (1 to 3). */
const RARE = 2
/** A word that is not English is a fault where its neighbour is printed so many times as often (10 to 50): a misprint, and not a name. */
const OFTENER = 20
/** Whatever is printed less often draws no word to itself. */
const SELDOM = 5
/** No misprint stands in so many places (2 to 10): "adoptees" does, beside a hundred times as many adopters. */
const OFTEN_PRINTED = 5
/** Shorter ones are too near to the names of people. */
const LONG_ENOUGH_FOR_FAULT = 6

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

/** How often each of the words stands somewhere, by its place in the list: what makes one likelier than another. */
type Weighed = NearWords & { times: readonly number[] }
const weighed = (...lists: Iterable<[word: string, times: number]>[]): Weighed => {
  const all = lists.flatMap((list) => [...list])
  return { ...nearWords(all.map(([word]) => word)), times: all.map(([, times]) => times) }
}
const each = (words: Iterable<string>, times: number): [string, number][] => Array.from(words, (word) => [word, times])

const placeWords = weighed(each(authorityWords, 4))
const otherWordsOf = new WeakMap<Corpus, Weighed>()
function otherWords(corpus: Corpus): Weighed {
  const known = otherWordsOf.get(corpus) ?? weighed(corpus.vocabulary, each(thesaurusWords, 1), each(QUESTION_WORDS, 8))
  otherWordsOf.set(corpus, known)
  return known
}

const fullWordsOf = new WeakMap<Corpus, Skeletons>()
function fullWords(corpus: Corpus): Skeletons {
  const known = fullWordsOf.get(corpus) ?? skeletonsOf([...corpus.vocabulary, ...each(authorityWords, 1)], authorityWords)
  fullWordsOf.set(corpus, known)
  return known
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
const SLIPS = new Map((questionLists('slips').slips ?? []).map((line) => line.split(' ') as [string, string]))

/** The corrected text, and what was corrected. Words in capitals, with digits or known to anyone here are left alone. */
export function correct(text: string, words: Token[], corpus: Corpus): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = []
  let corrected = ''
  let at = 0
  const places = placeSpellings(words, corpus)
  const mend = (start: number, end: number, to: string): void => {
    corrections.push({ from: text.slice(start, end), to })
    corrected += text.slice(at, start) + to
    at = end
  }
  for (const [i, { word, start, end }] of words.entries()) {
    if (start < at) continue
    const raw = text.slice(start, end)
    const next = words[i + 1]
    const isTown = isOutsideWord(words, i) || isOutsideWord(words, i + 1)
    const whole = next && !isTown && /^[ -]$/.test(text.slice(end, next.start)) ? wholeWord(word, next.word, corpus) : null
    if (whole && next) {
      mend(start, next.end, whole)
      continue
    }
    const better = places.get(i) ?? (isOutsideWord(words, i) ? null : betterSpelling(word, raw, placeOf(text, words, i), corpus))
    if (better) mend(start, end, better)
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

/** A word that nobody else has, printed once or twice. */
const isMisprint = (word: string, { vocabulary }: Corpus): boolean =>
  (vocabulary.get(word) ?? RARE + 1) <= RARE && commonness(word) === null && !thesaurusWords.has(word) && !authorityWords.has(word)

const isKnown = (word: string, corpus: Corpus): boolean =>
  corpus.vocabulary.has(word) || thesaurusWords.has(word) || authorityWords.has(word) || QUESTION_WORDS.has(word) || isStopWord(word)
const timesOf =
  ({ vocabulary }: Corpus) =>
  (word: string): number =>
    isStopWord(word) || QUESTION_WORDS.has(word) ? Number.POSITIVE_INFINITY : (vocabulary.get(word) ?? 0)

/** "chil dren": one word in two, of which one is no word, or none that a report prints. */
const wholeWord = (one: string, other: string, corpus: Corpus): string | null =>
  joinedWord(one, other, timesOf(corpus), (word) => isKnown(word, corpus) || (word.length < SHORTEST && commonness(word) !== null))

/** Whether a word can only be a place, is sooner one than another word, or may be anything. */
type AsPlace = 'only' | 'sooner' | 'maybe'
const placeOf = (text: string, words: Token[], at: number): AsPlace =>
  mayBePlace(text, words, at) ? 'only' : standsAsPlace(words, at) ? 'sooner' : 'maybe'
/** What a council's word is worth more where a place is sooner meant: less than a slip (3 to 9). */
const PLACE_GAIN = 7

const isPlural = (one: string, other: string): boolean => one === `${other}s` || other === `${one}s`

const namesOf = new WeakMap<Corpus, Set<string>>()
/** Names of inspectors, which are near to words too. */
function peopleOf(corpus: Corpus): Set<string> {
  let known = namesOf.get(corpus)
  if (!known) {
    const names = corpus.reports.flatMap(({ leadInspector, inspectors }) => [leadInspector ?? '', ...inspectors])
    known = new Set(names.flatMap((name) => name.toLowerCase().split(/[^a-z]+/)))
    namesOf.set(corpus, known)
  }
  return known
}

/** Reports misprint words too: whatever no dictionary has is weighed against its neighbours, printed or not. */
function misprintOf(word: string, corpus: Corpus): string | null {
  if (word.length < LONG_ENOUGH_FOR_FAULT || commonness(word) !== null || !/^[a-z]+$/.test(word)) return null
  if (thesaurusWords.has(word) || authorityWords.has(word) || QUESTION_WORDS.has(word)) return null
  const printed = corpus.vocabulary.get(word) ?? 0
  if (printed > OFTEN_PRINTED || peopleOf(corpus).has(word)) return null
  const least = Math.max(SELDOM, OFTENER * printed)
  // "havring" may be Havering as well as having
  if (placeWords.near(word, 1).some((at) => distance(word, placeWords.words[at]!, 1) === 1)) return null
  const { words, times, near } = otherWords(corpus)
  let best: { to: string; times: number } | null = null
  for (const at of near(word, 1)) {
    const [other, weight] = [words[at]!, times[at]!]
    if (weight < least || weight <= (best?.times ?? 0) || other[0] !== word[0] || commonness(other) === null || isPlural(other, word))
      continue
    if (distance(word, other, 1) === 1) best = { to: other, times: weight }
  }
  return best?.to ?? null
}

/** Two letters that are others: "Melchester" is sooner another place than a slip for Manchester, and a wrong council is the worst of faults. */
const isOtherName = (word: string, name: string): boolean =>
  word.length === name.length && [...word].filter((letter, i) => letter !== name[i]).length === 2 && !isSwap(word, name)
const isSwap = (word: string, name: string): boolean =>
  [...word].some((letter, i) => letter !== name[i] && letter === name[i + 1] && word[i + 1] === name[i])

function betterSpelling(word: string, raw: string, asPlace: AsPlace, corpus: Corpus): string | null {
  const slip = SLIPS.get(word)
  if (slip) return slip
  if (word.length < SHORTEST || /\d|['’](?:ve|re|ll|d|m)$/i.test(raw) || (raw.length > 1 && raw === raw.toUpperCase())) return null
  const fault = raw === word && asPlace === 'maybe' ? misprintOf(word, corpus) : null
  if (fault) return fault
  // an inflection that no report prints is a word; "overal", which the stemmer takes for "over", is none
  const inflected = INFLECTION.test(word) && printedStems(corpus).has(stem(word))
  const times = timesOf(corpus)
  const isRare = (other: string): boolean => times(other) <= RARE && !thesaurusWords.has(other) && !authorityWords.has(other)
  const isName = thesaurusWords.has(word) || authorityWords.has(word) || commonness(word) !== null
  const isPlace = asPlace === 'only'
  const parts = isPlace || isName || raw !== word ? null : parted(word, times, isStopWord)
  // reports run words together too, once or twice
  if (isKnown(word, corpus)) return parts && isRare(word) ? parts : null
  if (inflected || commonness(word) !== null) return null
  if (hasNoVowel(word) && fullWords(corpus).has(word)) return fullWord(word, fullWords(corpus))
  const most = word.length >= LONG ? 2 : 1
  let best: { to: string; cost: number } | null = null
  // the name of a place that nobody knows is no slip for a word
  for (const list of isPlace ? [placeWords] : [placeWords, otherWords(corpus)]) {
    const { words, times: weights, near } = list
    const gain = asPlace === 'sooner' && list === placeWords ? PLACE_GAIN : 0
    for (const at of near(word, most)) {
      const other = words[at]!
      if (other.length < 3 || (list !== placeWords && isMisprint(other, corpus))) continue
      const edits = distance(word, other, most)
      if (edits > most || (list === placeWords && edits > 1 && isOtherName(word, other))) continue
      // one slip before two, the same first letter before another, a frequent word before a rare one
      const cost = edits * 10 + (other[0] === word[0] ? 0 : 6) - Math.min(5, Math.log2(1 + weights[at]!)) - gain
      if (!best || cost < best.cost) best = { to: other, cost }
    }
  }
  // a slip of one letter is likelier than a space left out, and that than two slips
  return parts && (!best || best.cost > ONE_SLIP || isRare(best.to)) ? parts : (best?.to ?? null)
}
