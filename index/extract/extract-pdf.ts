/** The bytes of a PDF → pieces in reading order, tagged or not. */

import type { Furniture } from '../model/report.ts'
import { linearPieces } from './pdf-lines.ts'
import { marginsOf } from './pdf-margins.ts'
import { rawPages } from './pdf-pages.ts'
import { taggedPieces } from './pdf-structure.ts'
import type { Piece } from './pieces.ts'
import { UnreadableFile } from './unreadable.ts'

/** @throws UnreadableFile for a PDF that is encrypted, damaged or holds only pictures. */
export async function extractPdf(bytes: Uint8Array, source: string): Promise<{ pieces: Piece[]; pages: number; furniture: Furniture[] }> {
  const pages = await rawPages(bytes).catch((error: unknown) => {
    throw new UnreadableFile(source, faultOf(error))
  })
  const { printed, furniture } = marginsOf(pages)
  const pieces = pages.flatMap((page, i) =>
    (taggedPieces(page) ?? linearPieces(page, furniture[i] ?? new Set())).map((piece) => ({
      ...piece,
      page: { pdf: page.number, printed: printed[i] ?? null },
    })),
  )
  if (pieces.length === 0)
    throw new UnreadableFile(source, 'holds pictures of pages and no text. Run text recognition (OCR) over it and try again.')
  const margins = [...new Set([...furniture.flatMap((lines) => [...lines]), ...pages.flatMap(({ overprints }) => overprints)])]
  return { pieces, pages: pages.length, furniture: margins.map((text) => ({ text, why: 'page furniture' })) }
}

function faultOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'is a PDF locked with a password. Save it without one and try again.'
  return `is a damaged PDF that cannot be opened (${error instanceof Error ? error.message : String(error)}). Download or export it again.`
}
