/**
 * Plain text → blocks: undoes what text extraction did to the page.
 *
 * What reading changes, whatever the file: this list is whole, and `test/index/extract/rebuild.test.ts` holds the reports to it.
 *   1. White space: a run of it becomes one space, and so does the end of a line or page inside a sentence. A hyphen at a
 *      line's end stays and takes no space between letters ("multi-" + "agency"; in PDFs between figures too), save
 *      before "and", "or" and "to" ("pre-" + "and post-approval"). Where a typesetter has broken words ("inspec-" +
 *      "tion"), as the document's own words tell, that hyphen is left out.
 *   2. List marks ("-", "•", "◼", "B", "a)") and paragraph numbers ("14.", "- 14.", "17." alone on its line) are taken
 *      off the words and kept beside them.
 *   3. Page furniture is left out: rules; in PDFs running titles, page numbers, stamps and watermarks; in web pages menus and buttons, and
 *      what a browser or Word hides.
 *   4. A footnote that a page break has put inside a sentence follows that sentence.
 *   5. In PDFs and web pages the raised figure of a footnote becomes the raised character ("¹").
 *   6. In PDFs columns are read one after another, and words struck twice to look bold are read once.
 *   7. A sign that is no character of any text (control characters, halves of pairs, noncharacters) becomes "\ufffd".
 * No other character is added, lost or changed, and words keep their order: wrong words, odd characters and marks such
 * as "*First Response*" stand as the source has them. `Judgement.area` and the facts are data beside the text: the name
 * of a scrambled row is put in order there, its passage keeps the row as it stands.
 */

import { isGradeLine } from '../model/judgements.ts'
import type { Block, Furniture } from '../model/report.ts'
import { AT_LINE_END, settleHyphens } from '../text/hyphens.ts'

/** Longer than any line that a page holds: such a source has one line for each paragraph. */
const LONGEST_PRINTED_LINE = 140
/** Shorter lines say nothing about the page's width. */
const SHORTEST_FULL_LINE = 60
/** A gap in the numbering wider than this is a number of something else. */
const WIDEST_NUMBER_GAP = 20
/** Headings are short: the longest in the reports at hand has 24 words. */
export const LONGEST_HEADING_WORDS = 28

const BULLET = /^(\s*)([-–—•◼▪◾■●○◦*\u2500\u2015\uf0a7\uf0b7\uf0be\uf02d]|B(?= [A-Z]))\s+(?=\S)/u
const LETTERED = /^(\s*)([a-z]\)|\([a-z]\))\s+/
const NUMBERED = /^\s*((?:-\s+)?(\d{1,3})\.)\s+(?=\S)/
const NUMBER_ALONE = /^\s*(\d{1,3})\.\s*$/
const TABLE_RULE = /^[\s\-|:_]+$/
export const FOOTNOTE = /^[¹²³⁴-⁹]/
export const SENTENCE_END = /[.!?][”’"')\]]*$/
export const LIST_DEADLINE = /^(Within|By|Immediately)\b.{0,40}:$/
/** Blocks that always begin anew, whatever the line before looks like. */
const FRESH_START =
  /^(The Office for Standards in Education|If you would like a copy|Yours sincerely|© Crown copyright|((Lead|Reporting) inspector|Inspection dates?|Age group|(Report )?[Pp]ublished|Reference no\.?|T|E|W|Textphone):)/

export const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/**
 * Joins two pieces of one sentence: a line-end hyphen, seen or soft, takes no space, save before "and", "or" and "to". One that is seen is
 * marked for `settleHyphens`, which is to be asked when the whole document is read.
 */
export function join(before: string, after: string): string {
  if (!before) return after
  const hanging = /\p{L}[-\u2010\u00ad]$/u.test(before) && !/^(and|or|to)\b/.test(after) && /^\p{L}/u.test(after)
  return before + (hanging ? (before.endsWith('\u00ad') ? '' : AT_LINE_END) : ' ') + after
}

/** "Lead inspector: Neil Penswick HMI": a fact, not a heading. */
export const LABEL =
  /^(Age group|(Report )?[Pp]ublished|Reference no|Inspection (dates?|Reference Number)|(Lead|Reporting) inspector|T|E|W|Tel|Telephone|Textphone|Email|Date)\b\.?:?\s/i

/** `printedNumber` is the number with the marks around it, such as "- 14.". */
type Draft = Block & { footnote: boolean; printedNumber: string }

/** Characters. No report prints one as long; joining lines beyond it would take the square of their number. */
const LONGEST_PARAGRAPH = 20_000

/** Splits the lines of a text into blocks; `furniture` says which printed marks are not in their text. */
export function cleanText(text: string): { blocks: Block[]; furniture: Furniture[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
  const wrapped = lines.every((line) => line.length <= LONGEST_PRINTED_LINE)
  const furniture: Furniture[] = []
  const drafts: Draft[] = []
  let blank = true
  let pendingNumber: string | null = null
  let lastNumber = 0
  let previousLine = ''
  const width = wrapped ? fullLine(lines) : 0

  for (const line of lines) {
    if (!line.trim()) {
      blank = true
      continue
    }
    if (TABLE_RULE.test(line) && /--/.test(line)) {
      furniture.push({ text: line.trim(), why: 'page furniture' })
      continue
    }
    const alone = NUMBER_ALONE.exec(line)?.[1]
    if (alone && follows(lastNumber, Number(alone))) {
      pendingNumber = alone
      furniture.push({ text: `${alone}.`, why: 'paragraph number' })
      blank = true
      continue
    }
    const draft = draftOf(line, lastNumber)
    const open = drafts.findLast((d) => !d.footnote)
    const goesOn =
      wrapped &&
      open &&
      open.text.length < LONGEST_PARAGRAPH &&
      !open.cells &&
      !draft.marker &&
      !draft.number &&
      !FRESH_START.test(draft.text)
        ? !blank && (!/^\s/.test(line) || !endsParagraph(previousLine, draft.text, width))
        : false
    if (goesOn && open && !draft.cells) {
      open.text = join(open.text, draft.text)
    } else {
      if (draft.number) furniture.push({ text: draft.printedNumber, why: 'paragraph number' })
      else if (pendingNumber) draft.number = pendingNumber
      pendingNumber = null
      if (draft.number) lastNumber = Number(draft.number)
      if (draft.marker) furniture.push({ text: draft.marker, why: 'list mark' })
      drafts.push(draft)
    }
    blank = false
    previousLine = line
  }
  return { blocks: settleHyphens(headings(mend(drafts))), furniture }
}

/** The usual length of a line that runs to the right margin, in characters. */
function fullLine(lines: string[]): number {
  const full = lines
    .map((line) => line.length)
    .filter((n) => n > SHORTEST_FULL_LINE)
    .sort((a, b) => a - b)
  return full[Math.floor(full.length / 2)] ?? LONGEST_PRINTED_LINE
}

/** A paragraph ended on this line if the next word would still have fitted on it. */
const endsParagraph = (line: string, next: string, width: number): boolean => line.length + 1 + (next.split(' ')[0]?.length ?? 0) <= width

export const follows = (last: number, next: number): boolean => next === 1 || (next > last && next - last <= WIDEST_NUMBER_GAP)

function draftOf(line: string, lastNumber: number): Draft {
  const draft: Draft = {
    kind: 'text',
    text: '',
    number: null,
    marker: null,
    level: 0,
    cells: null,
    page: null,
    footnote: false,
    printedNumber: '',
  }
  if (line.includes('\t')) {
    draft.kind = 'row'
    draft.cells = line.split('\t').map(fold)
    while (draft.cells.length > 1 && draft.cells.at(-1) === '') draft.cells.pop()
    draft.text = fold(line)
    return draft
  }
  const numbered = NUMBERED.exec(line)
  if (numbered?.[1] && numbered[2] && follows(lastNumber, Number(numbered[2]))) {
    draft.number = numbered[2]
    draft.printedNumber = fold(numbered[1])
    draft.text = fold(line.slice(numbered[0].length))
  } else {
    const mark = BULLET.exec(line) ?? LETTERED.exec(line)
    if (mark?.[2]) {
      draft.kind = 'item'
      draft.marker = mark[2]
    }
    draft.text = fold(mark ? line.slice(mark[0].length) : line)
  }
  draft.footnote = FOOTNOTE.test(draft.text)
  return draft
}

/** Makes sentences and lists whole that a page break, a lost bullet or a lost number has cut. */
function mend(drafts: Draft[]): Draft[] {
  const whole: Draft[] = []
  const nextNumbers = numbersAfter(drafts)
  drafts.forEach((draft, i) => {
    const open = whole.findLast((d) => !d.footnote)
    const nextNumber = nextNumbers[i] ?? 0
    if (open && !draft.footnote && isContinuation(open, draft, nextNumber)) {
      open.text = join(open.text, draft.text)
      return
    }
    // "- " before a whole paragraph that no list leads to: the number after the dash is lost
    if (draft.marker === '-' && open?.number && nextNumber === Number(open.number) + 2 && !open.text.endsWith(':')) draft.kind = 'text'
    // a lone paragraph under "Within six months:" is an item whose bullet is lost
    if (draft.kind === 'text' && !draft.number && open && LIST_DEADLINE.test(open.text)) draft.kind = 'item'
    whole.push(draft)
  })
  return whole
}

/** For each draft the next paragraph number after it, 0 where none follows. */
function numbersAfter(drafts: Draft[]): number[] {
  let next = 0
  return drafts
    .toReversed()
    .map(({ number }) => {
      const after = next
      if (number) next = Number(number)
      return after
    })
    .reverse()
}

/** Characters: more than a heading's most words. */
const LONGEST_END = 1_000

/** True where `next` only stands apart because a page ended inside `open`. */
function isContinuation(open: Draft, next: Draft, nextNumber: number): boolean {
  if (open.text.length > LONGEST_PARAGRAPH || next.number || next.marker || next.cells || open.cells || FRESH_START.test(next.text))
    return false
  // its end tells all: looking at the whole each time would take the square of its length
  const end = open.text.slice(-LONGEST_END)
  const words = end.split(' ').length
  const unfinished = !SENTENCE_END.test(end) && !/[:;]$/.test(end)
  if (unfinished && words > LONGEST_HEADING_WORDS) return true
  if (unfinished && words > 3 && /^\p{Ll}/u.test(next.text)) return true
  // where no number is missing, a whole paragraph without one belongs to the numbered paragraph before it
  return open.number !== null && nextNumber === Number(open.number) + 1 && SENTENCE_END.test(next.text) && SENTENCE_END.test(open.text)
}

/** Marks as headings the short lines that end without a stop and lead to something. */
function headings(drafts: Draft[]): Block[] {
  return drafts.map(({ footnote: _, printedNumber: __, ...block }, i) => {
    const next = drafts[i + 1]
    const looks =
      block.kind === 'text' &&
      !block.number &&
      next &&
      /^[\p{Lu}\d]/u.test(block.text) &&
      block.text.split(' ').length <= LONGEST_HEADING_WORDS &&
      !/[.;,!]$/.test(block.text) &&
      (!block.text.endsWith(':') || /^What needs to improve/i.test(block.text)) &&
      !isGradeLine(block.text) &&
      !LABEL.test(block.text)
    return looks ? { ...block, kind: 'heading' as const } : block
  })
}
