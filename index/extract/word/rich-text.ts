/** Rich text (RTF) → pieces. Word and WordPad write it; the packages that read it are long unkept, or make pages for a browser. */
import { windows1252 } from '../decode.ts'
import { type Piece, pieceOf, raisedFigures, unwrap } from '../pieces.ts'

/** A control word with its number, a byte in hexadecimal, a control sign, a brace, or the words up to the next one. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|[^\\{}\r\n]+/gi
/** Groups whose words are none of the text. Whatever else a program may pass over is marked with a star. */
const ASIDE = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable ' +
    'revtbl rsidtbl generator filetbl fldinst annotation atnid atnauthor xe tc themedata colorschememapping datastore latentstyles ' +
    'nonesttables bkmkstart bkmkend'
  ).split(' '),
)
const SIGNS: Record<string, string> = {
  ...{ line: '\n', lbr: '\n', tab: ' ', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ', zwj: '', zwnj: '', page: '\n', column: '\n' },
}
/** Groups inside one another, beyond which a file was made to trouble its readers. */
const DEEPEST = 1_000

type State = {
  aside: boolean
  /** Characters to pass over after one in Unicode: its stand-in for old programs. */
  standIns: number
  raised: boolean
  bold: boolean
  hidden: boolean
  /** The next group holds, for old programs, the words that the one after it has in Unicode. */
  narrow: boolean
  /** Half points. */
  size: number
}

/** The words of a file in reading order; footnotes follow the paragraph of their mark. Of bytes that are no RTF, nothing. */
export function richTextPieces(bytes: Uint8Array): Piece[] {
  const source = Buffer.from(bytes).toString('latin1')
  const pieces: Piece[] = []
  const notes: Piece[] = []
  const stack: State[] = []
  let state: State = { aside: false, standIns: 1, raised: false, bold: false, hidden: false, narrow: false, size: 24 }
  let runs: { text: string; bold: boolean; size: number }[] = []
  let row: string[] | null = null
  let skip = 0
  let starred = false
  /** Footnotes that are open: how deep in groups, and the paragraph that goes on after. */
  const open: { depth: number; runs: typeof runs }[] = []
  let numberOfNotes = 0
  let outline: number | null = null

  const put = (text: string): void => {
    if (state.aside || state.hidden || !text) return
    const { bold, size } = state
    const last = runs.at(-1)
    const own = state.raised && /^\d{1,2}$/.test(text) ? raisedFigures(text) : text
    if (last && last.bold === bold && last.size === size) last.text += own
    else runs.push({ text: own, bold, size })
  }
  const wordsOf = (own: typeof runs): string => unwrap(own.map(({ text }) => text).join(''))
  const endParagraph = (): void => {
    const text = wordsOf(runs)
    const inked = runs.filter((run) => run.text.trim())
    if (text && row) row[row.length - 1] = `${row.at(-1) ?? ''} ${text}`.trim()
    else if (text) {
      const size = Math.max(...inked.map((run) => run.size)) / 2
      const level = outline === null ? {} : { tag: 'heading' as const, level: outline + 1 }
      pieces.push(pieceOf({ text, size, bold: inked.every((run) => run.bold), ...level }), ...notes.splice(0))
    }
    runs = []
  }
  const endRow = (): void => {
    const cells = row?.filter(Boolean) ?? []
    row = null
    if (cells.length > 1) pieces.push(pieceOf({ tag: 'row', text: cells.join(' '), cells }))
    else if (cells[0]) pieces.push(pieceOf({ text: cells[0] }))
    pieces.push(...notes.splice(0))
  }
  const control = (word: string, number: number | null): void => {
    if (ASIDE.has(word) || (starred && word !== 'shptxt' && word !== 'ud')) state.aside = true
    else if (word === 'shptxt') state.aside = false
    else if (word === 'par' || word === 'sect') endParagraph()
    else if (word === 'intbl') row ??= ['']
    else if (word === 'cell' || word === 'nestcell') {
      endParagraph()
      row?.push('')
    } else if (word === 'row' || word === 'nestrow') endRow()
    else if (word === 'pard') {
      outline = null
      if (row?.every((cell) => !cell)) row = null
    } else if (word === 'outlinelevel') outline = number !== null && number < 9 ? number : null
    else if (word === 'plain') state = { ...state, bold: false, raised: false, hidden: false, size: 24 }
    else if (word === 'b') state.bold = number !== 0
    else if (word === 'v' || word === 'deleted') state.hidden = number !== 0
    // the same words twice, for programs without Unicode first
    else if (word === 'upr') state.narrow = true
    else if (word === 'fs') state.size = number ?? 24
    else if (word === 'super') state.raised = number !== 0
    else if (word === 'nosupersub') state.raised = false
    else if (word === 'uc') state.standIns = number ?? 1
    else if (word === 'u' && number !== null) {
      put(String.fromCharCode(number & 0xffff))
      skip = state.standIns
    } else if (word === 'chftn') put(raisedFigures(String(numberOfNotes + (open.length > 0 ? 0 : 1))))
    else if (word === 'footnote') {
      numberOfNotes++
      open.push({ depth: stack.length, runs })
      runs = []
    } else if (word in SIGNS) put(SIGNS[word] ?? '')
    starred = false
  }

  for (const token of source.matchAll(TOKEN)) {
    const [whole, word, digits, hex, sign, brace] = token
    if (brace === '{') {
      if (stack.length > DEEPEST) break
      stack.push({ ...state })
      state.aside ||= state.narrow && !source.startsWith('{\\*', token.index)
      state.narrow = false
      skip = 0
    } else if (brace === '}') {
      const note = open.at(-1)
      if (note && stack.length === note.depth) {
        const text = wordsOf(runs)
        if (text) notes.push(pieceOf({ tag: 'note', text }))
        runs = note.runs
        open.pop()
      }
      state = stack.pop() ?? state
      skip = 0
      starred = false
    } else if (word) control(word, digits === undefined ? null : Number(digits))
    else if (sign === '*') starred = true
    else if (skip > 0 && (hex || !sign)) {
      const passed = hex || /^[\r\n]/.test(whole) ? 1 : Math.min(skip, whole.length)
      if (!/^[\r\n]/.test(whole)) skip -= passed
      if (!hex && !/^[\r\n]/.test(whole)) put(windows1252(Buffer.from(whole.slice(passed), 'latin1')))
    } else if (hex) put(windows1252(Uint8Array.of(Number.parseInt(hex, 16))))
    else if (sign === '~') put('\u00a0')
    else if (sign === '_') put('-')
    else if (sign === '-') put('\u00ad')
    else if (sign === '\r' || sign === '\n') endParagraph()
    else if (sign) put(/[\\{}]/.test(sign) ? sign : '')
    else if (!/^[\r\n]/.test(whole)) put(windows1252(Buffer.from(whole, 'latin1')))
  }
  endParagraph()
  endRow()
  return pieces
}
