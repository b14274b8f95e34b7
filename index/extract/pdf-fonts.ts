/** What is to be known of the fonts of a PDF, which come with a page's drawing orders. */
import { getResolvedPDFJS } from 'unpdf'
import type { PdfPage } from './pdf-pages.ts'

export type Font = {
  name: string
  /** Its letters are only laid over a picture and never seen: the words are what a program took the picture to say (OCR). */
  unseen: boolean
}
export type Fonts = Map<string, Font>

/** What programs that recognise text call their fonts. */
const OF_RECOGNITION = /glyphless|hiddenhorzocr/i
const UNSEEN_MODE = 3

/** Drawing orders are costly: they are asked for only where a new font occurs. */
export async function learnFonts(page: PdfPage, items: object[], fonts: Fonts): Promise<void> {
  const names = new Set(items.flatMap((item) => ('fontName' in item && typeof item.fontName === 'string' ? [item.fontName] : [])))
  const unknown = [...names].filter((name) => !fonts.has(name))
  if (unknown.length === 0) return
  const orders = await page.getOperatorList().catch(() => null)
  const unseen = orders ? await unseenFonts(orders.fnArray, orders.argsArray) : new Set<string>()
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    const own = typeof font === 'object' && font && 'name' in font ? String(font.name) : ''
    fonts.set(name, { name: own, unseen: unseen.has(name) || OF_RECOGNITION.test(own) })
  }
}

/** The fonts in which nothing is drawn that one could see. */
async function unseenFonts(orders: number[], args: unknown[]): Promise<Set<string>> {
  const { OPS } = await getResolvedPDFJS()
  const [unseen, seen] = [new Set<string>(), new Set<string>()]
  const saved: number[] = []
  let [mode, font] = [0, '']
  orders.forEach((order, i) => {
    const [first] = Array.isArray(args[i]) ? args[i] : []
    if (order === OPS.save) saved.push(mode)
    else if (order === OPS.restore) mode = saved.pop() ?? 0
    else if (order === OPS.setTextRenderingMode) mode = Number(first)
    else if (order === OPS.setFont) font = String(first)
    else if (order === OPS.showText) (mode === UNSEEN_MODE ? unseen : seen).add(font)
  })
  return new Set([...unseen].filter((name) => !seen.has(name)))
}
