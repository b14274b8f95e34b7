/**
 * One page of a PDF, drawn and with the place of each of its letters: the only place that knows PDFium. It runs as
 * WebAssembly with no form environment, so that no script of a document ever runs.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** A letter of the page: where it begins on its base line, and its box, in points from the lower left of the unturned page. */
export type Glyph = { text: string; x: number; y: number; left: number; right: number; bottom: number; top: number }
/** Four bytes a pixel, blue, green, red and one that means nothing, from the upper left. */
export type Bitmap = { width: number; height: number; stride: number; pixels: Uint8Array }
export type OpenPage = {
  /** As shown, in points. */
  width: number
  height: number
  glyphs(): Glyph[]
  /** A point of the unturned page in parts of the shown one's width and height, from its upper left. */
  onShown(x: number, y: number): [number, number]
  /** @param width in pixels. The bitmap is good until the page is left. */
  draw(width: number): Bitmap
}

const PAGE_WITH_ANNOTATIONS = 1
const WHITE = 0xffffffff
/** Pages are never drawn longer than this many times their width (2 to 10): a roll of one point by a mile would take all memory. */
const LONGEST = 3
/** PDFium gives whole pixels; so fine a grid keeps a mark within a hundredth of a point. */
const GRID = 60_000

/** The module's memory, which its types leave out. It moves when it grows: ask for it anew each time. */
const memoryOf = (pdfium: WrappedPdfiumModule): Uint8Array => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8

let library: Promise<WrappedPdfiumModule> | undefined
const opened = (): Promise<WrappedPdfiumModule> => {
  library ??= load()
  return library
}
async function load(): Promise<WrappedPdfiumModule> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const pdfium = await init({ wasmBinary })
  pdfium.PDFiumExt_Init()
  return pdfium
}

/** Gives `use` the page (from 1), and lets everything go. @throws Error where the file or the page cannot be opened. */
export async function withPage<T>(bytes: Uint8Array, number: number, use: (page: OpenPage) => T): Promise<T> {
  const pdfium = await opened()
  const { malloc, free } = pdfium.pdfium.wasmExports
  const file = malloc(bytes.length)
  memoryOf(pdfium).set(bytes, file)
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '')
  const page = document && pdfium.FPDF_LoadPage(document, number - 1)
  const bitmaps: number[] = []
  try {
    if (!page) throw new Error(document ? `has no page ${number}` : 'is a PDF that cannot be drawn')
    return use(pageOf(pdfium, page, bitmaps))
  } finally {
    for (const bitmap of bitmaps) pdfium.FPDFBitmap_Destroy(bitmap)
    if (page) pdfium.FPDF_ClosePage(page)
    if (document) pdfium.FPDF_CloseDocument(document)
    free(file)
  }
}

function pageOf(pdfium: WrappedPdfiumModule, page: number, bitmaps: number[]): OpenPage {
  const { malloc, free } = pdfium.pdfium.wasmExports
  const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
  return {
    width,
    height,
    glyphs: () => glyphsOf(pdfium, page),
    onShown: (x, y) => {
      const at = malloc(8)
      pdfium.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, at, at + 4)
      const [across = 0, down = 0] = new Int32Array(memoryOf(pdfium).slice(at, at + 8).buffer)
      free(at)
      return [across / GRID, down / GRID]
    },
    draw: (pixels) => {
      const tall = Math.max(1, Math.min(Math.round((pixels * height) / width), pixels * LONGEST))
      const bitmap = pdfium.FPDFBitmap_Create(pixels, tall, 0)
      if (!bitmap) throw new Error('is a PDF whose page is too large to draw')
      bitmaps.push(bitmap)
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, pixels, tall, WHITE)
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, pixels, tall, 0, PAGE_WITH_ANNOTATIONS)
      const stride = pdfium.FPDFBitmap_GetStride(bitmap)
      const at = pdfium.FPDFBitmap_GetBuffer(bitmap)
      return { width: pixels, height: tall, stride, pixels: memoryOf(pdfium).subarray(at, at + stride * tall) }
    },
  }
}

function glyphsOf(pdfium: WrappedPdfiumModule, page: number): Glyph[] {
  const { malloc, free } = pdfium.pdfium.wasmExports
  const text = pdfium.FPDFText_LoadPage(page)
  if (!text) return []
  const [origin, box] = [malloc(16), malloc(16)]
  const glyphs: Glyph[] = []
  const count = pdfium.FPDFText_CountChars(text)
  for (let i = 0; i < count; i++) {
    // spaces and line ends that PDFium adds stand nowhere on the page
    if (pdfium.FPDFText_IsGenerated(text, i) === 1) continue
    const code = pdfium.FPDFText_GetUnicode(text, i)
    if (!pdfium.FPDFText_GetCharOrigin(text, i, origin, origin + 8) || !pdfium.FPDFText_GetLooseCharBox(text, i, box)) continue
    const memory = memoryOf(pdfium)
    const [x = 0, y = 0] = new Float64Array(memory.slice(origin, origin + 16).buffer)
    const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(memory.slice(box, box + 16).buffer)
    glyphs.push({ text: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', x, y, left, right, bottom, top })
  }
  free(origin)
  free(box)
  pdfium.FPDFText_ClosePage(text)
  return glyphs
}
