/** Places that Ofsted inspects no council of, and names that nobody here knows: refused by name, never mended into a word. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { authorityWords } from '../../../../index/library/authorities.ts'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { isStopWord, type Token, tokens } from '../../../../index/text/analyzer.ts'
import { commonness } from '../../../../index/text/english.ts'

/** `outside`: a place that is known, and not in England. */
export type Elsewhere = { name: string; outside: boolean }

const { places, districts, towns } = z
  .object({ source: z.string(), districts: z.array(z.string()), towns: z.array(z.string()), places: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('./outside.json', import.meta.url), 'utf8')))

/** The countries of the world (CLDR) and the cities that time zones are named after (IANA), as the runtime has them. */
function abroad(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const countries = letters.flatMap((one) => letters.flatMap((other) => regions.of(one + other) ?? []))
  const cities = Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.split('/').slice(1).at(-1)?.replaceAll('_', ' ') ?? [])
  return [...countries, ...cities].filter((name) => !/^(?:United Kingdom|London|World)$/.test(name))
}

type Name = { words: string[]; name: string }
let known: Map<string, Name[]> | null = null
function outsideNames(): Map<string, Name[]> {
  if (known) return known
  known = new Map()
  for (const name of [...places, ...abroad()]) {
    const words = tokens(name).map(({ word }) => word)
    const [first] = words
    if (first) known.set(first, [...(known.get(first) ?? []), { words, name }])
  }
  for (const list of known.values()) list.sort((a, b) => b.words.length - a.words.length)
  return known
}

/** The place outside England that begins at a word. */
const outsideAt = (words: string[], at: number): Name | null =>
  outsideNames()
    .get(words[at] ?? '')
    ?.find((name) => name.words.every((word, i) => words[at + i] === word)) ?? null

const DISTRICTS = districts.map((name) => tokens(name).map(({ word }) => word))
/** A district whose name begins with a county's, and which has no children's services of its own. */
export const isDistrict = (words: readonly string[], at: number): boolean =>
  DISTRICTS.some((district) => district.every((word, i) => words[at + i] === word))

const BEFORE_PLACE = new Set(['in', 'at', 'across', 'around', 'within', 'about', 'for', 'of', 'from', 'near'])
/** Before these a name need not be a place: "about Ozempic". */
const OF_ANYTHING = new Set(['about', 'for', 'of', 'from'])

const isCapital = (text: string, { start, end }: Token): boolean => /^\p{Lu}\p{Ll}/u.test(text.slice(start, end))

/** After "in" or "at" a word is sooner a place than another. */
export const standsAsPlace = (words: readonly Token[], at: number): boolean => {
  const before = words[at - 1]?.word ?? ''
  return BEFORE_PLACE.has(before) && !OF_ANYTHING.has(before)
}

/** A capital after "in": a place may be meant, so that it is mended into a place's name only. */
export const mayBePlace = (text: string, words: readonly Token[], at: number): boolean => {
  const token = words[at]
  return token !== undefined && at > 0 && isCapital(text, token) && BEFORE_PLACE.has(words[at - 1]?.word ?? '')
}
const TOWN_WORDS = new Set(towns.flatMap((name) => tokens(name).map(({ word }) => word)))
/** A word of a place without a council of its own, within England or outside, is spelt right. */
export const isOutsideWord = (words: readonly Token[], at: number): boolean =>
  TOWN_WORDS.has(words[at]?.word ?? '') ||
  outsideAt(
    words.map(({ word }) => word),
    at,
  ) !== null

/** The first such place that a question names, with the numbers of its tokens; null where reports print the name, which may then be a topic. */
export function elsewhereIn(
  text: string,
  all: readonly Token[],
  used: ReadonlySet<number>,
  corpus: Corpus,
): (Elsewhere & { at: number; length: number }) | null {
  const words = all.map(({ word }) => word)
  const isPrinted = (at: number, length: number): boolean =>
    all.slice(at, at + length).every(({ term, word }) => isStopWord(word) || corpus.sentenceIndex.statistics.frequency(term) > 0)
  const alone = all.filter(({ word }, i) => !used.has(i) && !isStopWord(word) && commonness(word) === null).length === 1
  for (let at = 0; at < all.length; at++) {
    const token = all[at]
    if (!token || used.has(at)) continue
    const before = words[at - 1] ?? ''
    const outside = outsideAt(words, at)
    if (outside && !isPrinted(at, outside.words.length) && (commonness(token.word) === null || isCapital(text, token)))
      return { name: outside.name, outside: true, at, length: outside.words.length }
    if (!BEFORE_PLACE.has(before) || !isCapital(text, token) || !isUnknown(token, corpus)) continue
    if (OF_ANYTHING.has(before) && !alone) continue
    let end = at + 1
    while (end < all.length && isCapital(text, all[end] as Token) && !used.has(end)) end++
    return { name: text.slice(token.start, all[end - 1]?.end), outside: false, at, length: end - at }
  }
  return null
}

const isUnknown = ({ word, term }: Token, { sentenceIndex }: Corpus): boolean =>
  !/\d/.test(word) && commonness(word) === null && !authorityWords.has(word) && sentenceIndex.statistics.frequency(term) === 0
