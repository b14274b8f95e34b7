/** The pages of a PDF as runs of text, with the tags that the file carries: the only place that knows pdf.js. */
import { getDocumentProxy } from 'unpdf'
import type { Spot } from '../model/printed.ts'
import { type Fonts, learnFonts } from './pdf-fonts.ts'
import { struckOnce, watermarksOf } from './pdf-overprints.ts'
import { type Turned, turnOf, upright } from './pdf-upright.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<Document['getPage']>>

/** Words set in one go, in the order of the file. `id` names the tagged content that they belong to. */
export type Run = {
  text: string
  /** True where the line ends after these words. */
  ends: boolean
  id: string | null
  /** Page furniture by the file's own word: headers, footers, page numbers. */
  artifact: boolean
  x: number
  y: number
  width: number
  size: number
  bold: boolean
  /** Set in a font of signs, such as Wingdings: a list mark. */
  sign: boolean
  /** Where the words stand, whatever reading makes of their order and direction. */
  spot: Spot
}

/** An element of the structure tree; a leaf with an `id` stands for the runs of that id. */
export type Tag = { role: string; id: string | null; children: Tag[] }
export type RawPage = {
  number: number
  /** In points, as one reads it: a page that lies on its side is turned. */
  height: number
  runs: Run[]
  /** What stands at right angles to the rest, each direction by itself. */
  asides: Run[][]
  /** Stamps and watermarks that lie over the words. */
  overprints: string[]
  /** Most of its words are not drawn: a program took them from a picture of the page (OCR). */
  recognised: boolean
  tree: Tag | null
}

const BOLD = /bold|black|heavy|demi/i
const SIGNS = /wingdings|webdings|symbol|dingbats/i
/** Pictures are never decoded: nothing here looks at them. */
const LARGEST_IMAGE = 1

/** pdf.js hands fonts over through this method, which Node 20 lacks; without it no font's name ever arrives. */
function supplyTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      return this.slice(0, length)
    },
  })
}

/** What is none of the pages' text: fields of a form that are filled in, notes that somebody has set on a page, names of attached files. */
export type Overlaid = { fields: number; notes: number; attached: string[] }

/**
 * Reads a PDF page by page; the document is let go before this returns, so that many can be read one after another.
 * @throws what pdf.js throws: an error named PasswordException, InvalidPDFException or another.
 */
export async function rawPages(bytes: Uint8Array): Promise<{ pages: RawPage[]; overlaid: Overlaid }> {
  supplyTransfer()
  // pdf.js takes the buffer away from its caller and refuses Node's Buffer, so it gets a copy; verbosity 0 keeps its
  // warnings off the console
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: LARGEST_IMAGE })
  try {
    const fonts: Fonts = new Map()
    const pages: RawPage[] = []
    const files: Record<string, { filename: string }> = (await document.getAttachments().catch(() => null)) ?? {}
    const attached = Object.values(files).map(({ filename }) => filename)
    const overlaid: Overlaid = { fields: await fieldsFilled(document), notes: 0, attached }
    // asking each page takes a tenth of the time of reading it, and few files have any
    const hasNotes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/FreeText')
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      pages.push(await rawPage(page, number, fonts))
      if (hasNotes) overlaid.notes += await notesOn(page)
      page.cleanup()
    }
    return { pages, overlaid }
  } finally {
    await document.destroy()
  }
}

async function fieldsFilled(document: Document): Promise<number> {
  const fields = await document.getFieldObjects().catch(() => null)
  const isFilled = (field: unknown): boolean => {
    const value = typeof field === 'object' && field && 'value' in field ? field.value : null
    return typeof value === 'string' && value.trim() !== '' && value !== 'Off'
  }
  return Object.values(fields ?? {}).filter((widgets) => widgets.some(isFilled)).length
}

async function notesOn(page: PdfPage): Promise<number> {
  const found: { subtype?: string }[] = await page.getAnnotations().catch(() => [])
  return found.filter(({ subtype }) => subtype === 'FreeText').length
}

async function rawPage(page: PdfPage, number: number, fonts: Fonts): Promise<RawPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  await learnFonts(page, items, fonts)
  const tree = await page.getStructTree().catch(() => null)
  const turned: Turned[] = []
  const open: { id: string | null; artifact: boolean }[] = []
  const letters = { seen: 0, unseen: 0 }
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else {
        const outer = open.at(-1)
        const artifact = outer?.artifact || ('tag' in item && item.tag === 'Artifact')
        open.push({ id: item.id ?? outer?.id ?? null, artifact })
      }
      continue
    }
    const { name: font = '', unseen = false } = fonts.get(item.fontName) ?? {}
    letters[unseen ? 'unseen' : 'seen'] += item.str.trim().length
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[]
    const reach = item.width / (Math.hypot(a, b) || 1)
    const { id = null, artifact = false } = open.at(-1) ?? {}
    turned.push({
      ...{ text: item.str, ends: item.hasEOL, id, artifact, x, y, width: item.width, size: item.height },
      ...{ bold: BOLD.test(font), sign: SIGNS.test(font), turn: turnOf(item.transform as number[]) },
      spot: { page: number, x, y, dx: a * reach, dy: b * reach, size: item.height },
    })
  }
  const { height, runs: drawn, asides, slantwise } = upright(turned, page.view)
  const runs = struckOnce(drawn)
  const overprints = [...slantwise, ...watermarksOf(runs, commonSize(runs))]
  return { number, height, runs, asides, overprints, recognised: letters.unseen > letters.seen, tree: tree ? tagOf(tree) : null }
}

/** The size of most of the letters, in points; 0 where there are none. */
export function commonSize(runs: Run[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

type StructNode = { role?: string; id?: string; children?: StructNode[] }
const tagOf = (node: StructNode): Tag => ({
  role: node.role ?? '',
  id: node.role ? null : (node.id ?? null),
  children: node.children?.map(tagOf) ?? [],
})
