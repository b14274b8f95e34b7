/**
 * Untagged PDF page → its runs in reading order. A page of columns is often drawn line by line across all of them; read in
 * the order of the file, halves of two sentences would become one, which is the worst that a program of quotes can do.
 *
 * A gutter is a strip that no line crosses over several lines, with running text on both sides of it. Tables have such
 * strips too, but names and grades in them: those pages are left as they are.
 */
import type { Run } from './pdf-pages.ts'

/** Runs that are read one after another; `cells` where they are a table row of running text. */
export type Region = { runs: Run[]; cells: Run[][] | null; column: number }

/** Times the size of the type. A word space is 0.25 to 0.5 wide in justified lines; LaTeX sets columns 1.0 apart. */
const SEGMENT_GAP = 0.6
/** Times the size: words this much higher or lower still stand on one line, such as the mark of a footnote. */
const SAME_LINE = 0.5
/** Points by which the lines of a column may begin apart. */
const EDGE = 2
/** Times the size: the next line of a paragraph is 1.0 to 1.5 below, the next paragraph more. */
const WHITE_LINE = 1.9
/** Lines on each side, below which nothing tells columns from a table. */
const LEAST_LINES = 3
/** Characters in the middle line of running text: some 28 in a narrow column of three on a page; "Requires improvement" has 20. */
const LEAST_LETTERS = 22
/** The same where nearly all lines begin in small letters, as none of names and grades do. */
const LEAST_LETTERS_FLOWING = 14
/** Part of the lines after the first that begin in small letters: 0.6 to 0.9 in running text, 0.3 in names of two lines. */
const LEAST_SMALL = 0.4
/** "Requires improvement / to be good" three times over has 0.6. */
const FLOWING = 0.7
/** Words on average in the cells of a table of names and grades. */
const CELL_WORDS = 2.5

type Segment = { runs: Run[]; start: number; end: number; y: number; size: number; order: number }
/** What stands on one line of the page, across all columns. */
type Row = Segment[]

/** The parts of the page in reading order; null for a page without columns, which is read as it is drawn. */
export function regionsOf(runs: Run[]): Region[] | null {
  const segments = segmentsOf(runs)
  const regions = inOrder(segments)
  return regions.length > 1 ? regions.map((region, column) => ({ ...region, column })) : null
}

/** Runs that follow each other on a line without a gap, in the order of the file. */
function segmentsOf(runs: Run[]): Segment[] {
  const segments: Segment[] = []
  let open: Segment | null = null
  let spaces: Run[] = []
  for (const run of runs) {
    if (!run.text.trim()) {
      if (open && run.text) spaces.push(run)
      if (run.ends) open = null
      continue
    }
    const gap: number = open ? run.x - open.end : 0
    if (open && Math.abs(run.y - open.y) < open.size * SAME_LINE && gap < open.size * SEGMENT_GAP && gap > -open.size) {
      open.runs.push(...spaces, run)
      open.end = Math.max(open.end, run.x + run.width)
      open.size = Math.max(open.size, run.size)
    } else {
      open = { runs: [run], start: run.x, end: run.x + run.width, y: run.y, size: run.size, order: segments.length }
      segments.push(open)
    }
    spaces = []
    if (run.ends) open = null
  }
  return segments
}

type Part = Omit<Region, 'column'>

function inOrder(segments: Segment[]): Part[] {
  const rows = rowsOf(segments)
  const best = gutters(segments)
    .map((gutter) => groupsAt(rows, gutter))
    .sort((a, b) => sizeOf(b) - sizeOf(a))[0]
  if (!best || sizeOf(best) === 0) return segments.length > 0 ? [asDrawn(segments)] : []
  return best.flatMap((group) => {
    if (group.kind === 'across') return inOrder(group.rows.flat())
    if (group.kind === 'columns') return [...inOrder(sideOf(group, 'left')), ...inOrder(sideOf(group, 'right'))]
    return group.bands.map((band) => {
      const cells = (['left', 'right'] as const).map((side) => asLines(sideOf({ rows: band, gutter: group.gutter }, side)))
      return { runs: cells.flat(), cells }
    })
  })
}

/** The runs of the segments with all that was drawn, where nothing is put in order. */
const asDrawn = (segments: Segment[]): Part => ({ runs: asLines(segments.toSorted((a, b) => a.order - b.order)), cells: null })

/** Each line with its end, words on one line from left to right. */
function asLines(segments: Segment[]): Run[] {
  return rowsOf(segments).flatMap((row) =>
    row.flatMap((segment, i) =>
      segment.runs.map((run, j) => {
        const last = j === segment.runs.length - 1
        const text = last && i < row.length - 1 && !run.text.endsWith(' ') ? `${run.text} ` : run.text
        return { ...run, text, ends: last && i === row.length - 1 }
      }),
    ),
  )
}

/** Segments by the line on which they stand, from the top of the page, each line from left to right. */
function rowsOf(segments: Segment[]): Row[] {
  const rows: Row[] = []
  for (const segment of segments.toSorted((a, b) => b.y - a.y || a.order - b.order)) {
    const row = rows.at(-1)
    if (row?.[0] && row[0].y - segment.y < Math.max(row[0].size, segment.size) * SAME_LINE) row.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.start - b.start)
  return rows
}

/** Places where several lines begin, none of them the left edge of all. */
function gutters(segments: Segment[]): number[] {
  const starts = segments.map(({ start }) => start).sort((a, b) => a - b)
  const left = starts[0] ?? 0
  const found: number[] = []
  for (let i = 0; i < starts.length; ) {
    const start = starts[i] ?? 0
    let next = i
    while (next < starts.length && (starts[next] ?? 0) - start <= EDGE) next++
    if (next - i >= LEAST_LINES && start > left + EDGE) found.push(start)
    i = next
  }
  return found
}

type Group =
  | { kind: 'across'; rows: Row[] }
  | { kind: 'columns'; rows: Row[]; gutter: number }
  | { kind: 'table'; bands: Row[][]; gutter: number }

const sizeOf = (groups: Group[]): number =>
  groups.reduce(
    (sum, group) => sum + (group.kind === 'across' ? 0 : group.kind === 'columns' ? group.rows.length : group.bands.flat().length),
    0,
  )

const crosses = ({ start, end, size }: Segment, gutter: number): boolean => start < gutter - EDGE && end > gutter - size * SEGMENT_GAP

function sideOf({ rows, gutter }: { rows: Row[]; gutter: number }, side: 'left' | 'right'): Segment[] {
  return rows.flat().filter(({ start }) => start < gutter - EDGE === (side === 'left'))
}

/** The page cut into what stands across the gutter and what stands on its two sides. */
function groupsAt(rows: Row[], gutter: number): Group[] {
  const groups: Group[] = []
  let bands: Row[][] = []
  const across = (rows: Row[]): void => {
    const before = groups.at(-1)
    if (before?.kind === 'across') before.rows.push(...rows)
    else if (rows.length > 0) groups.push({ kind: 'across', rows: [...rows] })
  }
  const close = (): void => {
    const kind = kindOf(bands, gutter)
    if (kind === 'columns') groups.push({ kind, rows: bands.flat(), gutter })
    else if (kind === 'table') groups.push({ kind, bands, gutter })
    else across(bands.flat())
    bands = []
  }
  let last: Row | null = null
  for (const row of rows) {
    if (row.some((segment) => crosses(segment, gutter))) {
      close()
      across([row])
      last = null
      continue
    }
    const white = !last || (last[0]?.y ?? 0) - (row[0]?.y ?? 0) > (row[0]?.size ?? 0) * WHITE_LINE
    if (white) {
      if (isCells(bands.at(-1), gutter)) {
        const cells = bands.pop() ?? []
        close()
        across(cells)
      }
      bands.push([row])
    } else bands.at(-1)?.push(row)
    last = row
  }
  if (isCells(bands.at(-1), gutter)) {
    const cells = bands.pop() ?? []
    close()
    across(cells)
  } else close()
  return groups
}

type Side = { lines: string[]; letters: number; words: number; small: number }

function measure(segments: Segment[]): Side {
  const lines = rowsOf(segments).map((row) =>
    row
      .map(({ runs }) => runs.map(({ text }) => text).join(''))
      .join(' ')
      .trim(),
  )
  const letters = lines.map(({ length }) => length).sort((a, b) => a - b)[lines.length >> 1] ?? 0
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0) / Math.max(1, lines.length)
  const small = lines.slice(1).filter((line) => /^\p{Ll}/u.test(line)).length / Math.max(1, lines.length - 1)
  return { lines, letters, words, small }
}

const isProse = ({ lines, letters, small }: Side): boolean =>
  lines.length >= LEAST_LINES && small >= LEAST_SMALL && letters >= (small >= FLOWING ? LEAST_LETTERS_FLOWING : LEAST_LETTERS)

/** Names with their grades or figures: nothing in it goes on from line to line. */
function isCells(band: Row[] | undefined, gutter: number): boolean {
  if (!band) return false
  const sides = (['left', 'right'] as const).map((side) => measure(sideOf({ rows: band, gutter }, side)))
  return sides.every(({ lines }) => lines.length > 0) && sides.some(({ words, small }) => words <= CELL_WORDS && small === 0)
}

function kindOf(bands: Row[][], gutter: number): 'columns' | 'table' | null {
  const rows = bands.flat()
  const [left, right] = (['left', 'right'] as const).map((side) => sideOf({ rows, gutter }, side))
  if (!left || !right || !isProse(measure(left)) || !isProse(measure(right)) || drawnByCell(rows, gutter)) return null
  return isTable(bands, gutter) ? 'table' : 'columns'
}

/** Several lines of the left, then those of the right beside them, and so on: in order cell by cell, and so it is read. */
function drawnByCell(rows: Row[], gutter: number): boolean {
  const sides = rows.flat().map(({ order, start }) => ({ order, left: start < gutter - EDGE }))
  sides.sort((a, b) => a.order - b.order)
  if (sides.filter(({ left }, i) => left !== sides[i - 1]?.left).length <= 2) return false
  const both = rows.flatMap((row) => {
    const [left, right] = [row[0], row.at(-1)]
    return left && right && left.start < gutter - EDGE && right.start >= gutter - EDGE ? [{ left: left.order, right: right.order }] : []
  })
  return both.some(({ left }, i) => left < (both[i - 1]?.right ?? 0))
}

/**
 * White lines across both sides where one side was full before the other: columns know nothing of each other, so they
 * break together only where they have as many lines.
 */
function isTable(bands: Row[][], gutter: number): boolean {
  const uneven = bands.filter((band) => {
    const sides = (['left', 'right'] as const).map((side) => measure(sideOf({ rows: band, gutter }, side)).lines)
    return sides.every(([first]) => first && !/^\p{Ll}/u.test(first)) && sides[0]?.length !== sides[1]?.length
  }).length
  return bands.length > 1 && uneven * 2 > bands.length
}
