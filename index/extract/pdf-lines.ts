/** Untagged PDF page → pieces: lines of text, put together by the space between them. */
import { LABEL, SENTENCE_END } from './clean-text.ts'
import { regionsOf } from './pdf-columns.ts'
import { commonSize, type RawPage, type Run } from './pdf-pages.ts'
import { contentsLine, pieceFrom, textOf } from './pdf-structure.ts'
import { type Piece, unwrap } from './pieces.ts'

/** Lines further apart than this many times the usual distance belong to different paragraphs. */
const PARAGRAPH_GAP = 1.25
/** Lines are at least this many times their size apart. */
const LEADING = 1.2
/** Words further apart on a line than this many times their size stand in different cells. */
const CELL_GAP = 2
/** Words higher or lower by this many times their size stand on another line. */
const LINE_CHANGE = 1.5
/** A difference in points between a heading and its text. */
const OTHER_SIZE = 0.6
/** Footnotes are smaller than this part of the text. */
const NOTE_SIZE = 0.88
const OPENS = /^(\d{1,3}\.\s|\d{1,3}\.$|[•◼▪◾■●○\ue000-\uf8ff])/u

type Line = { runs: Run[]; y: number; size: number; bold: boolean; cells: Run[][] }

/** The pieces of a page; `furniture` holds the margin lines to drop. */
export const linearPieces = (page: RawPage, furniture: ReadonlySet<string>): Piece[] =>
  [page.runs, ...page.asides].flatMap((runs) => piecesOfRuns(runs, furniture))

function piecesOfRuns(runs: Run[], furniture: ReadonlySet<string>): Piece[] {
  const lines = linesOf(runs.filter(({ artifact }) => !artifact)).filter((line) => !furniture.has(unwrap(textOf(line.runs))))
  const body = commonSize(runs)
  const regions = regionsOf(lines.flatMap(({ runs }) => runs))
  if (!regions) return piecesOfLines(lines, body)
  return regions.flatMap(({ runs: own, cells, column }) =>
    (cells ? rowOf(cells, body) : piecesOfLines(linesOf(own), body)).map((piece) => ({ ...piece, column })),
  )
}

/** A table row whose cells hold running text. */
function rowOf(cells: Run[][], body: number): Piece[] {
  const pieces = cells.flatMap((cell) =>
    pieceOfLines(
      linesOf(cell).map((line) => ({ ...line, cells: [line.runs] })),
      body,
    ),
  )
  const [first] = pieces
  if (!first || pieces.length < 2) return pieces
  const texts = pieces.map(({ text }) => text)
  return [{ ...first, tag: 'row', text: texts.join(' '), cells: texts, printed: pieces.flatMap(({ printed }) => printed) }]
}

function piecesOfLines(lines: Line[], body: number): Piece[] {
  const leading = commonGap(lines, body)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && (standsBeside(group, line) || !startsAnew(group, line, leading))) group.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => pieceOfLines(group, body))
}

/** A line further up and to the right of the lines before it: the next cell of a table row. */
function standsBeside(group: Line[], line: Line): boolean {
  const top = group[0]?.y ?? 0
  const last = group.at(-1)
  if (!last || line.y < last.y - 1 || line.y > top + line.size / 2) return false
  return startOf(line.runs) > Math.max(...group.map(({ runs }) => endOf(runs))) + line.size / 2
}

const startOf = (runs: Run[]): number => runs.find(({ text }) => text.trim())?.x ?? 0
const endOf = (runs: Run[]): number => Math.max(0, ...runs.map((run) => (run.text.trim() ? run.x + run.width : 0)))

function startsAnew(group: Line[], line: Line, leading: number): boolean {
  const last = group.at(-1)
  if (!last) return true
  const gap = Math.min(...group.slice(-2).map(({ y }) => y)) - line.y
  if (gap < 0 || gap > Math.max(leading, line.size * LEADING) * PARAGRAPH_GAP) return true
  const text = textOf(line.runs).trim()
  if (OPENS.test(text) || LABEL.test(text) || (last.cells.length > 1 && line.cells.length > 1)) return true
  if (last.cells.length > 1 || line.cells.length > 1) return false
  // bold words may end inside a sentence
  const goesOn = last.bold && /^\p{Ll}/u.test(text) && !SENTENCE_END.test(textOf(last.runs).trim())
  return Math.abs(last.size - line.size) > OTHER_SIZE || (last.bold !== line.bold && !goesOn)
}

function linesOf(runs: Run[]): Line[] {
  const lines: Run[][] = [[]]
  let y: number | null = null
  for (const run of runs) {
    const words = run.text.trim()
    // a page number is set without a line end after it
    if (words && y !== null && Math.abs(run.y - y) > run.size * LINE_CHANGE) lines.push([])
    lines.at(-1)?.push(run)
    if (words) y = run.y
    if (run.ends) {
      lines.push([])
      y = null
    }
  }
  return lines.flatMap((own) => {
    const inked = own.filter(({ text }) => text.trim())
    const first = inked[0]
    if (!first) return []
    const words = inked.filter(({ sign }) => !sign)
    return [{ runs: own, y: first.y, size: commonSize(inked), bold: words.every(({ bold }) => bold), cells: cellsOf(own) }]
  })
}

/** The runs of a line in groups that stand apart; a list mark or number stays with its words. */
function cellsOf(runs: Run[]): Run[][] {
  const cells: Run[][] = []
  let edge = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const words = run.text.trim()
    const cell = cells.at(-1)
    const label = cell && textOf(cell).trim().length < 4
    if (!cell || (words && !label && run.x - edge > CELL_GAP * run.size)) cells.push([run])
    else cell.push(run)
    if (words) edge = run.x + run.width
  }
  return cells
}

function pieceOfLines(lines: Line[], body: number): Piece[] {
  const runs = lines.flatMap((line) => line.runs)
  const small = commonSize(runs.filter(({ text }) => text.trim())) < body * NOTE_SIZE
  const piece = pieceFrom(runs, { tag: small ? 'note' : 'text', level: 0 })
  if (!piece) return []
  const beside = lines.some((line, i) => i > 0 && standsBeside(lines.slice(0, i), line))
  if (!beside && !lines.some(({ cells }) => cells.length > 1)) return [piece]
  const cells = columns(lines)
  const contents = contentsLine(piece.text)
  if (contents && cells.at(-1) === contents[1]) return [{ ...piece, tag: 'row', cells: contents }]
  return [{ ...piece, tag: 'row', cells, text: cells.join(' ') }]
}

/** Cells that begin at the same place, whatever the line, are one. */
function columns(lines: Line[]): string[] {
  const found: { x: number; text: string }[] = []
  for (const { cells } of lines)
    for (const cell of cells) {
      const x = startOf(cell)
      const column = found.find((other) => Math.abs(other.x - x) < CELL_GAP * 12)
      if (column) column.text += `\n${textOf(cell)}`
      else found.push({ x, text: textOf(cell) })
    }
  return found.sort((a, b) => a.x - b.x).map(({ text }) => unwrap(text))
}

/** The usual distance from line to line in the running text. */
function commonGap(lines: Line[], body: number): number {
  const gaps = lines.flatMap((line, i) => {
    const gap = (lines[i - 1]?.y ?? 0) - line.y
    return gap > 0 && gap < body * 1.8 && Math.abs(line.size - body) < 1 ? [Math.round(gap)] : []
  })
  const counts = new Map<number, number>()
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? body * LEADING
}
