/** Tagged PDF page → pieces: walks the structure tree, one piece for each paragraph, list body, heading and table row. */
import { commonSize, type RawPage, type Run, type Tag } from './pdf-pages.ts'
import { type Piece, pieceOf, raisedFigures, unwrap } from './pieces.ts'

/** Tags inside a paragraph; every other tag begins a paragraph of its own. */
const INLINE = new Set([
  '',
  'Span',
  'Link',
  'Reference',
  'Quote',
  'Em',
  'Strong',
  'Code',
  'Annot',
  'NonStruct',
  'Lbl',
  'Sub',
  'Ruby',
  'BibEntry',
])
/** A cell with more characters than this holds running text: its table is there for the look of the page. */
const LONGEST_CELL = 700
/** A raised figure is smaller than this part of its neighbour (browsers set 0.83), and stands higher by this part. */
const RAISED_SIZE = 0.9
const RAISED_BY = 0.1

type Place = { tag: Piece['tag']; level: number }

/** The pieces of a page in the order of its tree; null where the page is not tagged. */
export function taggedPieces(page: RawPage): Piece[] | null {
  if (!page.tree) return null
  const runs = new Map<string, Run[]>()
  const stray: Run[] = []
  for (const run of [...page.runs, ...page.asides.flat()]) {
    if (run.artifact) continue
    const own = run.id ? runs.get(run.id) : stray
    if (own) own.push(run)
    else if (run.id) runs.set(run.id, [run])
  }
  const pieces = walk(page.tree, { tag: 'text', level: 0 }, runs)
  const left = pieceFrom([...stray, ...[...runs.values()].flat()], { tag: 'text', level: 0 })
  return left ? [...pieces, left] : pieces
}

function walk(tag: Tag, place: Place, runs: Map<string, Run[]>): Piece[] {
  if (tag.role === 'TR') return tableRow(tag, runs)
  const pieces: Piece[] = []
  let open: Run[] = []
  const flush = (): void => {
    const piece = pieceFrom(open, place)
    if (piece) pieces.push(piece)
    open = []
  }
  for (const child of tag.children) {
    if (isInline(child)) {
      open.push(...take(child, runs))
      continue
    }
    // the words of a list item stand beside its label
    if (!(tag.role === 'LI' && child.role === 'LBody')) flush()
    const inner = walk(child, placeOf(child, place), runs)
    const label = open.length > 0 ? pieceFrom(open, place) : null
    const first = inner[0]
    if (label && first) {
      first.text = `${label.text} ${first.text}`
      first.sign = label.sign
      first.printed = [...label.printed, ...first.printed]
      open = []
    }
    pieces.push(...inner)
  }
  flush()
  return pieces
}

const isInline = (tag: Tag): boolean => INLINE.has(tag.role) && tag.children.every(isInline)

/** The runs of an inline tag, each given out once. */
function take(tag: Tag, runs: Map<string, Run[]>): Run[] {
  if (!tag.id) return tag.children.flatMap((child) => take(child, runs))
  const own = runs.get(tag.id) ?? []
  runs.delete(tag.id)
  return own
}

function placeOf({ role }: Tag, { tag, level }: Place): Place {
  const heading = /^H([1-6])?$/.exec(role)
  if (heading) return { tag: 'heading', level: Number(heading[1] ?? 0) }
  if (role === 'Title') return { tag: 'heading', level: 1 }
  if (role === 'L') return { tag: 'item', level: tag === 'item' ? level + 1 : 0 }
  if (role === 'Note' || role === 'FENote') return { tag: 'note', level: 0 }
  if (role === 'TOCI') return { tag: 'row', level: 0 }
  if (role === 'TD' || role === 'TH') return { tag: 'text', level: 0 }
  return { tag, level }
}

/** A row of cells, or the paragraphs of a row that only lays out the page. */
function tableRow(row: Tag, runs: Map<string, Run[]>): Piece[] {
  const cells = row.children.filter((cell) => cell.role !== 'Span').map((cell) => walk(cell, { tag: 'text', level: 0 }, runs))
  const filled = cells.filter((cell) => cell.length > 0)
  const texts = filled.map((cell) => cell.map(({ text }) => text).join(' '))
  const first = filled[0]?.[0]
  if (filled.length < 2 || !first || texts.some((text) => text.length > LONGEST_CELL)) return filled.flat()
  const printed = filled.flat().flatMap((piece) => piece.printed)
  return [{ ...first, tag: 'row', text: texts.join(' '), cells: texts, printed }]
}

/** Runs → one piece; null where they hold no words. */
export function pieceFrom(runs: Run[], { tag, level }: Place): Piece | null {
  const text = unwrap(textOf(runs))
  if (!text || /^[_\s]+$/.test(text)) return null
  const inked = runs.filter((run) => run.text.trim())
  const words = inked.filter((run) => !run.sign)
  const cells = tag === 'row' ? contentsLine(text) : null
  return pieceOf({
    ...{ tag: tag === 'row' && !cells ? 'text' : tag, text, level, cells },
    ...{ size: commonSize(inked), bold: words.length > 0 && words.every(({ bold }) => bold), sign: inked[0]?.sign ?? false },
    printed: inked.map(({ text, spot }) => ({ text, spot })),
  })
}

/** "Executive summary 2" → its two cells. */
export function contentsLine(text: string): string[] | null {
  const number = /\s\d{1,3}$/.exec(text)?.[0]
  if (!number) return null
  let end = text.length - number.length
  while (end > 0 && '. …'.includes(text[end - 1] ?? '')) end--
  return [text.slice(0, end), number.trim()]
}

/** The words of the runs with line ends, and raised figures (marks of footnotes) as the raised characters that they are. */
export function textOf(runs: Run[]): string {
  const inked = runs.filter((run) => run.text.trim())
  return runs
    .map((run) => {
      const end = run.ends ? '\n' : ''
      if (!/^\s*\d{1,2}\s*$/.test(run.text)) return run.text + end
      const at = inked.indexOf(run)
      const neighbours = [inked[at - 1], inked[at + 1]].filter((other) => other !== undefined)
      const raised = neighbours.some(
        (other) => run.size < other.size * RAISED_SIZE && run.y > other.y + other.size * RAISED_BY && run.y < other.y + other.size,
      )
      return (raised ? raisedFigures(run.text) : run.text) + end
    })
    .join('')
}
