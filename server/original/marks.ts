/** Words of a passage → boxes on the page that the page's own letters prove. */
import type { Spot } from '../../index/model/printed.ts'
import type { Glyph } from './pdfium.ts'

/** `words` are those set at the spot; `[from, to)` of them are to be marked, in UTF-16 code units. */
export type Wanted = { words: string; from: number; to: number; spot: Spot }
/** Corners in points of the unturned page: along the base line, then back above it. */
export type Corner = [x: number, y: number]
/** `proven`: the letters of the page under the box are those of the words. */
export type Marked = { corners: Corner[]; proven: boolean; under: string }

/** Parts of the letters' size. How far from the base line letters of it may begin (0.1 to 0.5): raised figures are on a line of their own. */
const OFF_LINE = 0.25
/** How far before and after its words a stretch is searched (0.3 to 2): where a number was taken off its share of the width is guessed. */
const BESIDE = 1
/** A letter so near to its like is a second strike (0.02 to 0.15); the narrowest letter is 0.2 wide. */
const STRIKE = 0.12
/** How far the mark reaches above and below the base line: ascenders and descenders of the common fonts. */
const ABOVE = 0.92
const BELOW = 0.24

const HYPHENS = /[-\u00ad\u2010\u2011\u0002\ufffe]/g
const UNSEEN = /[\s\u200b-\u200d\u2060\ufeff]/gu

/** Letters that can be compared, whichever library gave them: ligatures apart, raised figures plain, hyphens of one kind. */
const plain = (text: string): string => text.normalize('NFKC').replace(UNSEEN, '').replace(HYPHENS, '-')

type Along = Glyph & { letters: string; from: number; to: number }

/** Null where the page has no such words there: nothing is marked then. */
export function markOf({ words, from, to, spot }: Wanted, glyphs: Glyph[]): Marked | null {
  const { x, y, dx, dy, size } = spot
  const reach = Math.hypot(dx, dy)
  const [ux, uy] = reach > 0 ? [dx / reach, dy / reach] : [1, 0]
  const line: Along[] = []
  for (const glyph of glyphs) {
    const [ox, oy] = [glyph.x - x, glyph.y - y]
    const [along, off] = [ox * ux + oy * uy, oy * ux - ox * uy]
    if (Math.abs(off) > size * OFF_LINE || along < -size * BESIDE || along > reach + size * BESIDE) continue
    const letters = plain(glyph.text)
    if (letters) line.push({ ...glyph, letters, ...extentOf(glyph, spot, ux, uy) })
  }
  line.sort((a, b) => a.from - b.from)
  for (let i = line.length - 1; i > 0; i--) if (isStruckAgain(line[i]!, line[i - 1]!, size)) line.splice(i, 1)
  const [before, marked] = [plain(words.slice(0, from)), plain(words.slice(from, to))]
  const under = line.map(({ letters }) => letters).join('')
  const at = bestMatch(under, before + marked + plain(words.slice(to)), before, marked)
  if (at < 0 || !marked) return null
  const run: Along[] = []
  for (let i = 0, seen = 0; i < line.length && seen < at + marked.length; i++) {
    const end = seen + line[i]!.letters.length
    if (end > at) run.push(line[i]!)
    seen = end
  }
  const [start, end] = [Math.min(...run.map((glyph) => glyph.from)), Math.max(...run.map((glyph) => glyph.to))]
  const corner = (along: number, off: number): Corner => [x + ux * along - uy * off, y + uy * along + ux * off]
  return {
    corners: [corner(start, -BELOW * size), corner(end, -BELOW * size), corner(end, ABOVE * size), corner(start, ABOVE * size)],
    proven: run.map(({ letters }) => letters).join('') === marked,
    under: run.map(({ text }) => text).join(''),
  }
}

/** The same letter set twice in one place looks bold, and is read once. */
const isStruckAgain = (one: Along, before: Along, size: number): boolean =>
  one.letters === before.letters && one.from - before.from < size * STRIKE

/** The part of the base line that a letter takes, from the spot. */
function extentOf({ left, right, bottom, top }: Glyph, { x, y }: Spot, ux: number, uy: number): { from: number; to: number } {
  const ends = [left, right].flatMap((cx) => [bottom, top].map((cy) => (cx - x) * ux + (cy - y) * uy))
  return { from: Math.min(...ends), to: Math.max(...ends) }
}

/** Where the marked words begin in the letters of the line: by the whole stretch, else by themselves where they stand but once. */
function bestMatch(under: string, whole: string, before: string, marked: string): number {
  const all = under.indexOf(whole)
  if (all >= 0) return all + before.length
  const alone = under.indexOf(marked)
  return alone >= 0 && under.indexOf(marked, alone + 1) < 0 ? alone : -1
}
