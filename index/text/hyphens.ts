/**
 * A hyphen at a line's end is the writer's ("well-being") or the typesetter's, who has broken a word there ("inspec-" + "tion"). Word sets
 * none of the second kind, LaTeX and InDesign set them on every page. Which it is, the document's own words tell.
 */
import type { Block } from '../model/report.ts'
import { commonness } from './english.ts'

/** Put behind a hyphen at a line's end until the whole document is read; no source has this pair. */
export const AT_LINE_END = '\u00ad'
/** A word of two halves; of "day-to-" + "day" no hyphen is in doubt. */
const TORN = /(?<![\p{L}\u2010-])(\p{L}+)([-\u2010])\u00ad(\p{L}+)(?![-\u2010]\p{L})/gu
const MARKED = /([-\u2010])\u00ad/g
const AROUND_BREAK = /(?<!\p{L})\p{L}+[-\u2010]\u00ad\p{L}+/gu
const WORDS = /\p{L}+(?:[-\u2010]\p{L}+)*/gu
/** Writers put a hyphen after them, and what follows may be no word ("co-ordinated"): such a break by itself says nothing. */
const PREFIXES = new Set(
  'anti bi co counter cross de ex extra inter intra macro micro mid multi non over para post pre pro re semi sub tri ultra un under'.split(
    ' ',
  ),
)
/** So many words that are surely broken (2 to 6), and such a part of all breaks (0.2 to 0.5), make a document that breaks words. */
const LEAST_TORN = 2
const TORN_SHARE = 0.25

/** The blocks of one document, with the hyphens left out that a typesetter has put in. */
export function settleHyphens(blocks: Block[]): Block[] {
  const marked = blocks.filter(({ text }) => text.includes(AT_LINE_END))
  const breaks = marked.flatMap(({ text }) => Array.from(text.matchAll(TORN), ([, before = '', , after = '']) => ({ before, after })))
  if (marked.length === 0) return blocks
  const own = wordsOf(blocks)
  // the document's own words first: the rarer of the English ones take a moment and some memory to open
  const isKnown = (word: string): boolean => own.has(word) || commonness(word) !== null
  const isTorn = ({ before, after }: Break): boolean =>
    !PREFIXES.has(before.toLowerCase()) && [before, after].some((half) => !isKnown(half.toLowerCase()))
  const isWhole = ({ before, after }: Break): boolean =>
    !own.has(`${before}-${after}`.toLowerCase()) && isKnown(`${before}${after}`.toLowerCase())
  const sure = breaks.filter((one) => isTorn(one) && isWhole(one))
  const breaksWords = sure.length >= LEAST_TORN && sure.length >= breaks.length * TORN_SHARE
  const settle = (text: string): string =>
    text.includes(AT_LINE_END)
      ? text
          .replace(TORN, (_, before: string, hyphen: string, after: string) => {
            const one = { before, after }
            return before + ((breaksWords || isTorn(one)) && isWhole(one) ? '' : hyphen) + after
          })
          .replace(MARKED, '$1')
      : text
  return blocks.map((block) => ({ ...block, text: settle(block.text), cells: block.cells?.map(settle) ?? null }))
}

type Break = { before: string; after: string }

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
