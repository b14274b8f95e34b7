/** A web page → pieces: headings, paragraphs, list items and table rows, as a browser would show them without styles or scripts. */
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'
import { type Piece, pieceOf, raisedFigures, unwrap } from '../pieces.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements whose words no reader of the page sees, or that every page of a site repeats. */
const HIDDEN = new Set(
  'head script style nav noscript template svg button select textarea input iframe object audio video canvas datalist rp title'.split(' '),
)
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr html legend main menu ol p pre section summary table tbody thead tfoot ul'.split(
    ' ',
  ),
)
/** Words for those who hear the page: they repeat or name what the others see. */
const HEARD_ONLY = /(?:^|\s)(?:[\w-]*visually-?hidden|sr-only|screen-reader-text)(?:\s|$)/i
const UNSEEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
/** The way back from a footnote to its place, which no page prints. */
const WAY_BACK = /^#(?:(?:foot|end)note-ref|fnref)/
const NOTE_ID = /^(?:(?:foot|end)note-|fn:)/
/** Part of a page's words that its main part has at the least, to be read alone: beside it stand banners, ways through the site and its foot. */
const LEAST_MAIN = 0.3
/** Elements that XML may close in their opening tag and HTML may not: all but these. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** `numbered` says whether ordered lists count from 1 as the page shows them; Word files number on across lists. */
export function htmlPieces(html: string, { numbered }: { numbered: boolean }): Piece[] {
  const page = parse(/^\s*<\?xml\b/.test(html) ? withClosingTags(html) : html)
  const unseen = unseenBy(page)
  const pieces: Piece[] = []
  const lists: { ordered: boolean; count: number }[] = []
  let words = ''
  let label = ''
  let place: { tag: Piece['tag']; level: number } = { tag: 'text', level: 0 }
  let row: string[] | null = null
  let raised = false
  let notes = 0

  const flush = (): void => {
    const text = unwrap(label + words)
    if (unwrap(words) && row) row[Math.max(0, row.length - 1)] = `${row.at(-1) ?? ''} ${text}`.trim()
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
  const item = (element: Element, closing: boolean): void => {
    flush()
    const note = NOTE_ID.test(attributeOf(element, 'id'))
    const list = lists.at(-1)
    if (list && !closing && !note) list.count = numberIn(element, 'value') ?? list.count + 1
    if (note) {
      label = closing ? '' : `${raisedFigures(String(++notes))} `
      place = closing ? { tag: 'text', level: 0 } : { tag: 'note', level: 0 }
      return
    }
    label = !closing && numbered && list?.ordered && lists.length === 1 ? `${list.count}. ` : ''
    place = closing
      ? { tag: lists.length > 1 ? 'item' : 'text', level: Math.max(0, lists.length - 2) }
      : { tag: 'item', level: Math.max(0, lists.length - 1) }
  }
  const edge = (element: Element, closing: boolean): void => {
    const name = element.tagName
    if (name === 'br') words += closing ? '' : '\n'
    else if (name === 'sup') raised = !closing
    else if (name === 'q') words += closing ? '”' : '“'
    else if (/^h[1-6]$/.test(name)) {
      flush()
      place = closing ? { tag: 'text', level: 0 } : { tag: 'heading', level: Number(name[1]) }
    } else if (name === 'li') item(element, closing)
    else if (name === 'tr') {
      flush()
      endRow()
      if (!closing) row = []
    } else if (name === 'td' || name === 'th') {
      flush()
      if (!closing) row?.push('')
    } else if (BLOCK.has(name)) {
      flush()
      if (name === 'ol' || name === 'ul' || name === 'menu') {
        if (closing) lists.pop()
        else lists.push({ ordered: name === 'ol', count: (numberIn(element, 'start') ?? 1) - 1 })
      }
    }
  }

  // not by recursion: pages nest without limit
  const steps: Step[] = childrenOf(mainOf(page, unseen) ?? page)
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, closing } = step
    if (tree.isTextNode(node)) words += breakless(node.value, raised)
    if (!tree.isElementNode(node) || unseen(node)) continue
    edge(node, closing)
    if (closing) continue
    steps.push({ node, closing: true }, ...childrenOf(node))
  }
  flush()
  endRow()
  return pieces
}

type Step = { node: Node; closing: boolean }
const childrenOf = ({ childNodes }: { childNodes: Node[] }): Step[] => childNodes.map((node) => ({ node, closing: false })).reverse()

const attributeOf = (element: Element, name: string): string => element.attrs.find((attr) => attr.name === name)?.value ?? ''
const has = (element: Element, name: string): boolean => element.attrs.some((attr) => attr.name === name)
const numberIn = (element: Element, name: string): number | null =>
  /^\d{1,3}$/.test(attributeOf(element, name)) ? Number(attributeOf(element, name)) : null

const withClosingTags = (xhtml: string): string =>
  xhtml.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, rest: string) =>
    VOID.has(name.toLowerCase()) ? whole : `<${name}${rest}></${name}>`,
  )

/** The one element that a page says to be its main part; null where it says none or several, or most words stand elsewhere. */
function mainOf(page: DefaultTreeAdapterTypes.Document, unseen: (element: Element) => boolean): Element | null {
  const found: Element[] = []
  const letters = new Map<Element | null, number>([[null, 0]])
  const steps: { node: Node; within: Element | null }[] = page.childNodes.map((node) => ({ node, within: null }))
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, within } = step
    if (tree.isTextNode(node)) letters.set(within, (letters.get(within) ?? 0) + node.value.trim().length)
    if (!tree.isElementNode(node) || unseen(node)) continue
    const isMain = !within && (node.tagName === 'main' || attributeOf(node, 'role') === 'main')
    if (isMain) found.push(node)
    for (const child of node.childNodes) steps.push({ node: child, within: isMain ? node : within })
  }
  const [main] = found
  if (!main || found.length > 1) return null
  const own = letters.get(main) ?? 0
  return own >= LEAST_MAIN * (own + (letters.get(null) ?? 0)) ? main : null
}

/** Says of an element whether a reader of the page sees its words. */
function unseenBy(page: DefaultTreeAdapterTypes.Document): (element: Element) => boolean {
  const names = namesHidden(page)
  return (element) => {
    const name = element.tagName
    if (HIDDEN.has(name) || has(element, 'hidden') || UNSEEN_STYLE.test(attributeOf(element, 'style'))) return true
    if (name === 'dialog' && !has(element, 'open')) return true
    if (name === 'a' && WAY_BACK.test(attributeOf(element, 'href'))) return true
    const classes = attributeOf(element, 'class')
    if (HEARD_ONLY.test(classes)) return true
    if (names.size === 0) return false
    return names.has(`#${attributeOf(element, 'id')}`) || classes.split(/\s+/).some((one) => names.has(`.${one}`))
  }
}

/** The classes and ids that the page's own style sheet hides; rules within "@media" and of more than a name are not followed. */
function namesHidden(page: DefaultTreeAdapterTypes.Document): Set<string> {
  const html = page.childNodes.find((node): node is Element => tree.isElementNode(node))
  const head = html?.childNodes.find((node): node is Element => tree.isElementNode(node) && node.tagName === 'head')
  const sheets = head?.childNodes.filter((node): node is Element => tree.isElementNode(node) && node.tagName === 'style') ?? []
  const css = sheets.flatMap(({ childNodes }) => childNodes.map((node) => (tree.isTextNode(node) ? node.value : ''))).join('\n')
  const plain = css
    .split('*/')
    .map((part) => (part.includes('/*') ? part.slice(0, part.indexOf('/*')) : part))
    .join(' ')
  const names = new Set<string>()
  // rules one by one, those inside @media and the like left out
  let depth = 0
  for (const block of plain.split('}')) {
    const [selectors = '', ...opened] = block.split('{')
    if (depth === 0 && opened.length === 1 && UNSEEN_STYLE.test(opened[0]!))
      for (const selector of selectors.split(',')) if (/^[.#][\w-]+$/.test(selector.trim())) names.add(selector.trim())
    depth = Math.max(0, depth + opened.length - 1)
  }
  return names
}

/** White space of the source means nothing; a raised figure is the mark of a footnote. */
const breakless = (text: string, raised: boolean): string => {
  const folded = text.replace(/\s+/g, ' ')
  return raised && /^ ?\[?(?:(?:foot|end)?note )?\d{1,2}\]? ?$/i.test(folded) ? raisedFigures(folded.replace(/\D/g, '')) : folded
}
