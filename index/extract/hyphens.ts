/**
 * A hyphen at a line's end is the writer's ("well-being") or the typesetter's, who has broken a word there ("inspec-" + "tion"). Word sets
 * none of the second kind, LaTeX and InDesign set them on every page. Which it is, the document's own words tell.
 */
import type { Block } from '../model/report.ts'
import { commonness } from '../text/english.ts'

/** Put behind a hyphen at a line's end until the whole document is read; no source has this pair. */
export const AT_LINE_END = '\u00ad'
/** A word of two halves; of "day-to-" + "day" no hyphen is in doubt. */
const TORN = /(?<![\p{L}\u2010-])(\p{L}+)([-\u2010])\u00ad(\p{L}+)(?![-\u2010]\p{L})/gu
const MARKED = /([-\u2010])\u00ad/g
const AROUND_BREAK = /\p{L}+[-\u2010]\u00ad\p{L}+/gu
const WORDS = /\p{L}+(?:[-\u2010]\p{L}+)*/gu
/** They are no words by themselves, and writers put a hyphen after them. */
const PREFIXES = new Set(
  'anti bi co counter cross de ex extra inter intra macro micro mid multi non over para post pre pro re semi sub tri ultra un under'.split(
    ' ',
  ),
)
/** So many breaks of which a half is no word, and such a part of all of them, make a document whose words are broken (3 to 6; 0.2 to 0.5). */
const LEAST_TORN = 4
const TORN_SHARE = 0.25

/** The blocks of one document, with the hyphens left out that a typesetter has put in. */
export function settleHyphens(blocks: Block[]): Block[] {
  const marked = blocks.filter(({ text }) => text.includes(AT_LINE_END))
  const breaks = marked.flatMap(({ text }) => Array.from(text.matchAll(TORN), ([, before = '', , after = '']) => [before, after] as const))
  if (breaks.length === 0) return blocks
  const own = wordsOf(blocks)
  const isWord = (word: string): boolean => own.has(word) || PREFIXES.has(word)
  const suspect = breaks.filter(([before, after]) => !isWord(before.toLowerCase()) || !isWord(after.toLowerCase()))
  // the list of English words is large, and few documents come so far
  const torn = suspect.length < LEAST_TORN ? [] : suspect.filter((halves) => halves.some((half) => !isEnglish(half.toLowerCase())))
  const isBroken = torn.length >= LEAST_TORN && torn.length >= breaks.length * TORN_SHARE
  const settle = (text: string): string =>
    text.includes(AT_LINE_END)
      ? text
          .replace(TORN, (_, before: string, hyphen: string, after: string) => {
            const [whole, parted] = [`${before}${after}`.toLowerCase(), `${before}-${after}`.toLowerCase()]
            return before + (isBroken && !own.has(parted) && (own.has(whole) || isEnglish(whole)) ? '' : hyphen) + after
          })
          .replace(MARKED, '$1')
      : text
  return blocks.map((block) => ({ ...block, text: settle(block.text), cells: block.cells?.map(settle) ?? null }))
}

/** The words that no line's end has broken, with and without hyphens, in lower case. */
function wordsOf(blocks: Block[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of blocks)
    for (const [word] of text.replace(AROUND_BREAK, ' ').matchAll(WORDS)) {
      const plain = word.toLowerCase().replaceAll('\u2010', '-')
      words.add(plain)
      if (plain.includes('-')) for (const part of plain.split('-')) words.add(part)
    }
  return words
}

const isEnglish = (word: string): boolean => PREFIXES.has(word) || commonness(word) !== null
