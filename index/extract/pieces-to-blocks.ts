/** Pieces → blocks: joins what a page break cut, reads paragraph numbers and list marks, and tells headings. */

import { isGradeLine } from '../model/judgements.ts'
import type { Printed } from '../model/printed.ts'
import type { Block, Furniture } from '../model/report.ts'
import { settleHyphens } from '../text/hyphens.ts'
import { FOOTNOTE, follows, join, LABEL, LIST_DEADLINE, LONGEST_HEADING_WORDS, SENTENCE_END } from './clean-text.ts'
import { type Piece, raisedFigures } from './pieces.ts'

const MARK = /^([•·◼▪◾■●○◦\u2023\u2043\u2212\u2219\u2500\u2015\ue000-\uf8ff]|\u0336|[-–—*o](?=\s)|[a-z]\)(?=\s)|\([a-z]\)(?=\s))\s*(?=\S)/u
/** In a tagged list item any sign before the words is its mark. */
const ITEM_MARK = /^([^\p{L}\p{N}\s"'‘“(£[])\s+(?=\S)/u
const NUMBER = /^(\d{1,3})([.)]?)\s+(?=\S)/
/** Marks of lists inside lists, where the list around has another mark. */
const SUB_MARK = /^[\uf0be\uf02d\u2212\u2500\u2015–—\-○◦o]$|^\u0336$/u
/** "14 January 2019": a date, not a paragraph number that lost its stop. */
const DATE = /^\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b/
/** Text larger than the body by this factor is a heading. */
const HEADING_SIZE = 1.1
const LONGEST_PLAIN_HEADING = 9
const SHORTEST_PARAGRAPH = 25
/** No sentence or label ends on such a word. */
const HANGING = /\s(to|and|of|the|a|an|for|with|by|from|–|-)$/
/** The mark of a footnote is smaller than this part of the text. */
const MARK_SIZE = 0.85

/** `printed` holds for each block what it is made of. */
export function blocksOf(pieces: Piece[]): { blocks: Block[]; printed: Printed[][]; furniture: Furniture[] } {
  const furniture: Furniture[] = []
  const blocks: Block[] = []
  const printed = new Map<Block, Printed[]>()
  const style = styleOf(pieces)
  let lastNumber = 0
  let last: { piece: Piece; block: Block } | null = null

  pieces.forEach((piece, i) => {
    const before = blocks.at(-1)
    // the mark of a footnote, set apart from its word by the tags
    if (before && /^\d{1,2}$/.test(piece.text) && piece.size > 0 && piece.size < style.body * MARK_SIZE) {
      before.text += raisedFigures(piece.text)
      printed.get(before)?.push(...piece.printed)
      return
    }
    if (before && piece.tag === 'note' && FOOTNOTE.test(before.text) && !SENTENCE_END.test(before.text) && /^\p{Ll}/u.test(piece.text)) {
      before.text = join(before.text, piece.text)
      printed.get(before)?.push(...piece.printed)
      return
    }
    const block: Block = { kind: 'text', text: piece.text, number: null, marker: null, level: 0, cells: piece.cells, page: piece.page }
    const heading = isHeading(piece, pieces[i + 1], style)
    if (piece.tag === 'row') block.kind = 'row'
    else if (heading) {
      block.kind = 'heading'
      block.level = piece.level || style.levelOf(piece)
    } else if (piece.tag !== 'note') {
      const number = numberOf(piece, lastNumber, last?.block ?? null)
      if (number) {
        block.number = number.digits
        block.text = piece.text.slice(number.length)
        lastNumber = Number(number.digits)
        furniture.push({ text: piece.text.slice(0, number.length).trim(), why: 'paragraph number' })
      } else readMark(block, piece, last?.block ?? null, furniture)
    }
    if (last && goesOn(last, { piece, block })) {
      last.block.text = join(last.block.text, block.text)
      printed.get(last.block)?.push(...piece.printed)
      last.piece = { ...piece, tag: last.piece.tag, bold: last.piece.bold }
      return
    }
    if (!block.text) return
    blocks.push(block)
    printed.set(block, [...piece.printed])
    if (piece.tag !== 'note' && !FOOTNOTE.test(block.text)) last = { piece, block }
  })
  return { blocks: settleHyphens(blocks), printed: blocks.map((block) => printed.get(block) ?? []), furniture }
}

type Style = { body: number; levelOf(piece: Piece): number }

/** The size of running text, and the ranks of the sizes above it. */
function styleOf(pieces: Piece[]): Style {
  const letters = new Map<number, number>()
  const round = (size: number): number => Math.round(size * 2) / 2
  for (const { size, text, tag } of pieces)
    if (tag !== 'row' && size) letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length)
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const larger = [...letters.keys()].filter((size) => size > body * HEADING_SIZE).sort((a, b) => b - a)
  return {
    body,
    levelOf: ({ size }) => Math.min(larger.indexOf(round(size)) === -1 ? larger.length + 1 : larger.indexOf(round(size)) + 1, 4),
  }
}

function isHeading(piece: Piece, next: Piece | undefined, { body }: Style): boolean {
  const { text, tag, size, bold } = piece
  if (tag === 'row' || tag === 'note' || piece.sign || !next) return false
  if (
    /^\d{1,3}[.)\s]/.test(text) ||
    MARK.test(text) ||
    FOOTNOTE.test(text) ||
    isGradeLine(text) ||
    LABEL.test(text) ||
    LIST_DEADLINE.test(text)
  )
    return false
  if (text.split(' ').length > LONGEST_HEADING_WORDS || !/^[\p{L}‘“'"(]/u.test(text)) return false
  const finished = SENTENCE_END.test(text) && !text.endsWith('?')
  if (tag === 'heading') return !finished || text.split(' ').length < LONGEST_HEADING_WORDS / 2
  if (tag === 'item' || finished || /[;,]$/.test(text)) return false
  return bold || size > body * HEADING_SIZE || leadsOn(text, next)
}

/** A short line in the type of the text, such as one in italics, is a heading where it leads to a list or a paragraph. */
function leadsOn(text: string, next: Piece): boolean {
  if (text.split(' ').length > LONGEST_PLAIN_HEADING || !/^\p{Lu}[^:.@/\d]*$/u.test(text) || /^(Dear|Yours)\b/.test(text)) return false
  return next.tag === 'item' || MARK.test(next.text) || NUMBER.test(next.text) || next.text.split(' ').length > SHORTEST_PARAGRAPH
}

/**
 * The number that a paragraph begins with, and how many characters it takes; null for any other beginning, such as that of a page
 * that goes on with "2. However" where the one before ends with "Key Stage".
 */
function numberOf({ text, tag }: Piece, last: number, before: Block | null): { digits: string; length: number } | null {
  const match = NUMBER.exec(text)
  if (!match?.[1] || DATE.test(text)) return null
  const n = Number(match[1])
  const stop = match[2] !== ''
  const capital = /^[^\p{L}]{0,2}\p{Lu}/u.test(text.slice(match[0].length))
  const anew = tag === 'item' && capital && !(before?.number && !SENTENCE_END.test(before.text))
  const counts = stop ? n > 0 && (follows(last, n) || anew) : n === last + 1 && n > 1 && capital
  return counts ? { digits: match[1], length: match[0].length } : null
}

function readMark(block: Block, piece: Piece, before: Block | null, furniture: Furniture[]): void {
  const mark =
    MARK.exec(piece.text)?.[1] ??
    (piece.tag === 'item' ? ITEM_MARK.exec(piece.text)?.[1] : undefined) ??
    (piece.sign ? piece.text.split(' ')[0] : undefined)
  if (mark) {
    block.marker = mark
    block.text = piece.text.slice(mark.length).trim()
    furniture.push({ text: mark, why: 'list mark' })
  }
  if (!mark && piece.tag !== 'item') return
  block.kind = 'item'
  const inner = mark && SUB_MARK.test(mark) && before?.kind === 'item' && (before.level > 0 || before.marker !== mark)
  block.level = inner || (!mark && piece.level > 0) ? 1 : 0
}

/** True where `next` stands apart from `last` only because a page or a line ended. */
function goesOn(last: { piece: Piece; block: Block }, next: { piece: Piece; block: Block }): boolean {
  const { block, piece } = next
  if (block.number || block.marker || last.block.text === '') return false
  if (piece.tag === 'note' || FOOTNOTE.test(block.text)) return false
  if (last.block.kind === 'row' || block.kind === 'row') return false
  const open = !SENTENCE_END.test(last.block.text)
  const small = /^[\p{Ll}(]/u.test(block.text)
  if (last.block.kind === 'heading' || block.kind === 'heading') {
    // a heading of two lines, each tagged by itself
    return (
      last.block.kind === 'heading' && block.kind === 'heading' && samePage(last, next) && last.piece.size === piece.size && small && open
    )
  }
  const marked = last.block.number !== null || last.block.marker !== null
  if (samePage(last, next) && piece.tag === 'text' && HANGING.test(last.block.text)) return true
  if (samePage(last, next))
    return open && small && !/[:;]$/.test(last.block.text) && piece.tag !== 'item' && last.block.text.split(' ').length > 3
  if (piece.tag === 'item') return marked && (open || small || last.piece.tag === 'item')
  return (
    open &&
    !/:$/.test(last.block.text) &&
    (small || HANGING.test(last.block.text) || last.block.text.split(' ').length > LONGEST_HEADING_WORDS)
  )
}

/** In one column of one page: a sentence goes on in the next column as it does overleaf. */
const samePage = (a: { piece: Piece }, b: { piece: Piece }): boolean =>
  a.piece.page?.pdf === b.piece.page?.pdf && a.piece.column === b.piece.column
