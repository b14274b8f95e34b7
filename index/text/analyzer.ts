/** Text → terms, the same way when indexing and when asking. */
import { stemmer } from 'stemmer'
import { APOSTROPHES, fold, UNSEEN } from './fold.ts'

export type Token = {
  /** The stem that is indexed. */
  term: string
  /** The folded word: lower case, straight apostrophes, no possessive. */
  word: string
  /** `[start, end)` in the text, UTF-16 code units. */
  start: number
  end: number
}

const LETTER = `[\\p{L}\\p{N}][\\p{M}${UNSEEN}]*`
/**
 * Numbers keep their separators and per cent sign, however it is written ("4,500", "8%", "8 per cent"); words split at hyphens, so that
 * "multi-agency" is found either way.
 */
const WORD = new RegExp(`\\d+(?:[.,]\\d+)*(?:\\s?%|\\sper\\s?cent(?!\\p{L}))?|(?:${LETTER})+(?:[${APOSTROPHES}](?:${LETTER})+)*`, 'giu')

/**
 * English words that carry no topic. Short on purpose: "no" and "not" turn a finding round, and "out", "off" or "over"
 * are half of "out of hours", "sign off" and "over 18".
 */
const STOP = new Set(
  (
    'a an the of in on at to for from by with and or but nor if as than then that this these those it its ' +
    'is are was were be been am has have had having do does did done will would shall should can could may might must ' +
    'i me my we us our you your he him his she her they them their theirs there here which who whom whose what when where why how ' +
    's t re ve ll d m so such also'
  ).split(' '),
)

/** Plurals and verb forms that the stemmer does not bring together. */
const IRREGULAR = new Map(
  Object.entries({
    children: 'child',
    people: 'person',
    women: 'woman',
    men: 'man',
    mothers: 'mother',
    ran: 'run',
    kept: 'keep',
    taught: 'teach',
    left: 'leave',
    went: 'go',
    gone: 'go',
    rose: 'rise',
    risen: 'rise',
    fell: 'fall',
    fallen: 'fall',
    found: 'find',
    spent: 'spend',
    felt: 'feel',
    held: 'hold',
    extremism: 'extremist',
    met: 'meet',
    saw: 'see',
    seen: 'see',
    knew: 'know',
    known: 'know',
    grew: 'grow',
    grown: 'grow',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    sought: 'seek',
    led: 'lead',
    built: 'build',
    babies: 'baby',
    lives: 'life',
    enquiries: 'enquiry',
    inquiries: 'enquiry',
    inquiry: 'enquiry',
  }),
)

const stems = new Map<string, string>()
/** Distinct words of a large collection: beyond this the cache starts anew. */
const STEM_CACHE = 200_000

/** One folded word → its stem. */
export function stem(word: string): string {
  let found = stems.get(word)
  if (found === undefined) {
    if (stems.size > STEM_CACHE) stems.clear()
    found = /\d/.test(word) ? word.replace(/,(?=\d{3})/g, '') : stemmer(IRREGULAR.get(word) ?? word)
    stems.set(word, found)
  }
  return found
}

export const foldWord = (word: string): string => fold(word).toLowerCase().replace(/'s?$/, '').replace(/'/g, '')

export const isStopWord = (word: string): boolean => STOP.has(word)

type Read = { word: string; term: string }
const read = new Map<string, Read>()

/** A word as printed → folded and stemmed. Most words of a text were read before: asking takes a fifth of reading. */
function readWord(printed: string): Read {
  let found = read.get(printed)
  if (!found) {
    if (read.size > STEM_CACHE) read.clear()
    // IT is a topic, "it" is not
    const word = printed === 'IT' ? 'i.t.' : foldWord(printed)
    found = { word, term: stem(word) }
    read.set(printed, found)
  }
  return found
}

/** Words in capitals, from which on capitals are how somebody writes and say nothing of a word. */
const LEAST_SHOUTED = 4
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}+/gu)?.length ?? 0) >= LEAST_SHOUTED

/** Every word of a text with its place, stop words included. */
export function tokens(text: string): Token[] {
  const list: Token[] = []
  const shouted = text.includes('IT') && isShouted(text)
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const { word, term } = readWord(shouted ? match[0].toLowerCase() : match[0])
    if (word) list.push({ term, word, start: match.index, end: match.index + match[0].length })
  }
  return list
}

/** The indexed terms of a text, in order, without stop words. */
export const terms = (text: string): string[] =>
  tokens(text)
    .filter(({ word }) => !STOP.has(word))
    .map(({ term }) => term)
