/** A web page → pieces: headings, paragraphs, list items and table rows; everything else is left out. */
import { type Piece, pieceOf, raisedFigures, unwrap } from './pieces.ts'

/** A tag, a declaration, or the words up to the next one. */
const TOKEN = /<![^<>]*>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|[^<]+|</gi
/** Elements whose words no reader of the page sees, or that every page of a site repeats. */
const HIDDEN = new Set(['head', 'script', 'style', 'nav', 'noscript', 'template', 'svg', 'button', 'select'])
const BLOCK = new Set(
  'address article aside blockquote body dd div dl dt figcaption footer form header hr html main ol p pre section table tbody thead tfoot ul'.split(
    ' ',
  ),
)
const ENTITIES: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', pound: '£', copy: '©', bull: '•', middot: '·', hellip: '…' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', eacute: 'é', frac12: '½' },
}

/** `numbered` says whether ordered lists count from 1 as the page shows them; Word files number on across lists. */
export function htmlPieces(html: string, { numbered }: { numbered: boolean }): Piece[] {
  const pieces: Piece[] = []
  const lists: { ordered: boolean; count: number }[] = []
  let hidden: string | null = null
  let words = ''
  let label = ''
  let place: { tag: Piece['tag']; level: number } = { tag: 'text', level: 0 }
  let row: string[] | null = null
  let raised = false

  const flush = (): void => {
    const text = unwrap(label + words)
    if (unwrap(words) && row) row[row.length - 1] = `${row.at(-1) ?? ''} ${text}`.trim()
    else if (unwrap(words)) {
      pieces.push(pieceOf({ ...place, text }))
      label = ''
    }
    words = ''
  }
  const endRow = (): void => {
    const cells = row?.filter(Boolean) ?? []
    row = null
    if (cells.length > 1) pieces.push(pieceOf({ tag: 'row', text: cells.join(' '), cells }))
    else if (cells[0]) pieces.push(pieceOf({ text: cells[0] }))
  }

  for (const token of withoutComments(html).matchAll(TOKEN)) {
    const name = token[2]?.toLowerCase()
    const closing = token[1] === '/'
    if (hidden) {
      if (closing && name === hidden) hidden = null
    } else if (!name) words += token[0].startsWith('<!') ? '' : breakless(decode(token[0]), raised)
    else if (HIDDEN.has(name)) hidden = closing ? null : name
    else if (name === 'br') words += '\n'
    else if (name === 'sup') raised = !closing
    else if (/^h[1-6]$/.test(name)) {
      flush()
      place = closing ? { tag: 'text', level: 0 } : { tag: 'heading', level: Number(name[1]) }
    } else if (name === 'li') {
      flush()
      const list = lists.at(-1)
      if (list && !closing) list.count++
      label = !closing && numbered && list?.ordered && lists.length === 1 ? `${list.count}. ` : ''
      place = closing
        ? { tag: lists.length > 1 ? 'item' : 'text', level: Math.max(0, lists.length - 2) }
        : { tag: 'item', level: Math.max(0, lists.length - 1) }
    } else if (name === 'tr') {
      flush()
      endRow()
      if (!closing) row = []
    } else if (name === 'td' || name === 'th') {
      flush()
      if (!closing) row?.push('')
    } else if (BLOCK.has(name)) {
      flush()
      if (name === 'ol' || name === 'ul') closing ? lists.pop() : lists.push({ ordered: name === 'ol', count: 0 })
    }
  }
  flush()
  endRow()
  return pieces
}

function withoutComments(html: string): string {
  const [first = '', ...rest] = html.split('<!--')
  return first + rest.map((piece) => piece.slice(piece.includes('-->') ? piece.indexOf('-->') + 3 : piece.length)).join('')
}

/** White space of the source means nothing; a raised figure is the mark of a footnote. */
const breakless = (text: string, raised: boolean): string => {
  const folded = text.replace(/\s+/g, ' ')
  return raised && /^ ?\[?\d{1,2}\]? ?$/.test(folded) ? raisedFigures(folded.replace(/[[\] ]/g, '')) : folded
}

const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z0-9]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
