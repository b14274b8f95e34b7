/** What is set apart on a page or in a web page: the common ground of PDF, Word and HTML, before numbers and marks are read. */

import type { Printed } from '../model/printed.ts'
import type { Page } from '../model/report.ts'
import { fold, join } from './clean-text.ts'

export type Piece = {
  tag: 'heading' | 'text' | 'item' | 'row' | 'note'
  /** The words as printed, with marks and number, line ends undone. */
  text: string
  /** Headings: the tag's level, 0 not known. Items: depth of the tagged list. */
  level: number
  cells: string[] | null
  page: Page | null
  /** Which part of its page it stands in, in reading order; 0 where the page is not set in columns. */
  column: number
  /** Size of most of its letters in points, and whether all are bold; 0 and false where there is no such thing. */
  size: number
  bold: boolean
  /** Begins with a sign of a sign font. */
  sign: boolean
  /** What the words are made of, marks and number too, in the order of the file; empty where there are no pages. */
  printed: Printed[]
}

export const pieceOf = (piece: Partial<Piece> & { text: string }): Piece => ({
  tag: 'text',
  level: 0,
  cells: null,
  page: null,
  column: 0,
  size: 0,
  bold: false,
  sign: false,
  printed: [],
  ...piece,
})

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** The figures of a footnote's mark as the raised characters that they are on the page. */
export const raisedFigures = (text: string): string => text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)

/** Lines of one paragraph → its words: line-end hyphens stay and take no space. */
export const unwrap = (text: string): string =>
  text
    .split(/[\r\n]/)
    .map(fold)
    .filter(Boolean)
    .reduce((whole, line) => (/\d-$/.test(whole) && /^\d/.test(line) ? whole + line : join(whole, line)), '')
