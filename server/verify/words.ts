/** Text → the words that a quotation is held to: marks, dashes and white space folded away, nothing else. */
import { APOSTROPHES, fold, UNSEEN } from '../../index/text/fold.ts'
import type { Steps } from '../work/steps.ts'

export type Word = {
  /** Folded: one form of apostrophe, no soft hyphens, lower case. */
  key: string
  /** The same with its capitals. */
  exact: string
  /** `[start, end)` in the text. */
  start: number
  end: number
  /** Part of it stands in square brackets: "[t]he", "child[ren]". */
  edited: boolean
}

/** What stands between two words of a draft: left out with dots, or put in with square brackets. */
export type Gap = 'ellipsis' | 'insertion'

/** The words of a quotation and, by the number of the word that follows, the gaps between them. */
export type Pattern = { words: Word[]; gaps: Map<number, Gap> }

const LETTERS = `[\\p{L}\\p{M}\\p{Nd}${UNSEEN}]`
/** A word that a line's end has broken at a hyphen nobody sees elsewhere: one word. Block quotes put their sign before the next line. */
const BROKEN = `(?<=\\u00AD)[ \\t]*\\r?\\n[ \\t>]{0,8}(?=\\p{Ll})${LETTERS}+`
const PER_CENT = '(?<=\\p{Nd}\\s?)[Pp]er\\s?cent(?!\\p{L})'
/** A number keeps its separators; signs that change its meaning are words of their own. Superior figures are no words. */
const WORD = `${PER_CENT}|${LETTERS}+(?:${BROKEN}|[${APOSTROPHES}]\\p{L}+|(?<=\\p{Nd})[.,]\\p{Nd}+)*|[%£$€&]`
/** Longest that a bracketed insertion may be, in characters: keeps the search linear. */
const LONGEST_INSERTION = 300
const NOTE = '\\[\\^[\\w-]{1,20}\\]|\\[\\d{1,3}\\]'
const DOTS = '\\.(?:[ \\u00A0]?\\.){2,}|…'
const ELLIPSIS = `\\[ ?(?:${DOTS}) ?\\]|\\( ?(?:${DOTS}) ?\\)|${DOTS}`
const EDITED = "(?:\\p{L}*\\[\\p{L}{1,15}\\]\\p{L}+|\\p{L}+\\[\\p{L}{1,15}\\])(?:['’]\\p{L}+)?"
const INSERTION = `\\[[^\\[\\]]{0,${LONGEST_INSERTION}}\\]`

/** Markdown's links: only their words are the draft's. Bounded, so that the search stays linear. */
const LINK = /\[([^[\]]{0,300})\]\(([^()\s]{0,500})\)/g
const LINK_SIGNS = '[]('.length + 1

/** The same length, with the signs and address of Markdown's links blanked out. */
export const withoutLinks = (text: string): string =>
  text.includes('](') ? text.replace(LINK, (_, words: string, url: string) => ` ${words}${' '.repeat(url.length + LINK_SIGNS - 1)}`) : text

const PRINTED = new RegExp(WORD, 'gu')
const DRAFTED = new RegExp(`(?<note>${NOTE})|(?<ellipsis>${ELLIPSIS})|(?<edited>${EDITED})|(?<insertion>${INSERTION})|${WORD}`, 'gu')

/** "per cent" is the sign; the white space of a broken word is no part of it. */
const plain = (raw: string): string => (/^per\s?cent$/i.test(raw) ? '%' : fold(raw.replace(/\u00AD[ \t]*\r?\n[ \t>]*/g, '')))

function wordOf(raw: string, start: number, edited = false): Word {
  const exact = plain(edited ? raw.replace(/[[\]]/g, '') : raw)
  return { key: exact.toLowerCase(), exact, start, end: start + raw.length, edited }
}

/** The words of printed text, where brackets and dots are only punctuation. */
export const printedWords = (text: string): Word[] => Array.from(text.matchAll(PRINTED), ({ 0: raw, index }) => wordOf(raw, index))

/** Keys alone, for building the index fast. */
export const printedKeys = (text: string): string[] => (text.match(PRINTED) ?? []).map((raw) => plain(raw).toLowerCase())

/** Words of one step. */
const A_STEP = 1000

/** A hyphen at a line's end, with the sign of a block quote before the next line. */
const LINE_BREAK = /^-[ \t]*\r?\n[ \t>]*$/

/**
 * The words of a draft between `start` and `end`, with what it says was left out or put in. Footnote marks are passed over. Halves of a
 * word at a line's end, as pasted from a PDF, are one word where `isPrinted` knows it: "infor-" and "mation", not "multi-" and "agency".
 */
export function* patternOf(text: string, start: number, end: number, isPrinted: (key: string) => boolean = () => false): Steps<Pattern> {
  const words: Word[] = []
  const gaps = new Map<number, Gap>()
  for (const match of withoutLinks(text.slice(start, end)).matchAll(DRAFTED)) {
    const { note, ellipsis, edited, insertion } = match.groups ?? {}
    if (note) continue
    if (ellipsis) gaps.set(words.length, 'ellipsis')
    else if (insertion) gaps.set(words.length, gaps.get(words.length) ?? 'insertion')
    else {
      const word = wordOf(match[0], start + match.index, edited !== undefined)
      const before = words.at(-1)
      if (before && LINE_BREAK.test(text.slice(before.end, word.start)) && isPrinted(before.key + word.key))
        words[words.length - 1] = { ...before, key: before.key + word.key, exact: before.exact + word.exact, end: word.end }
      else words.push(word)
    }
    if (words.length % A_STEP === 0) yield A_STEP
  }
  return { words, gaps }
}

/** The same with square brackets read as printed: reports print brackets too. */
export function* plainPattern(text: string, start: number, end: number): Steps<Pattern> {
  const words: Word[] = []
  for (const { 0: raw, index } of text.slice(start, end).matchAll(PRINTED)) {
    words.push(wordOf(raw, start + index))
    if (words.length % A_STEP === 0) yield A_STEP
  }
  return { words, gaps: new Map() }
}

/** Turns a finding round. */
const NEGATIONS = new Set('no not never none nor neither nobody nothing nowhere without cannot unable hardly barely few little'.split(' '))
export const turnsRound = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't") || /\p{Nd}/u.test(key)
