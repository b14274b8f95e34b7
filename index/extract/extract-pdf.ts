/** The bytes of a PDF → pieces in reading order, tagged or not. */

import type { Furniture } from '../model/report.ts'
import { linearPieces } from './pdf-lines.ts'
import { marginsOf } from './pdf-margins.ts'
import { type Overlaid, type RawPage, rawPages } from './pdf-pages.ts'
import { taggedPieces } from './pdf-structure.ts'
import type { Piece } from './pieces.ts'
import { UnreadableFile } from './unreadable.ts'

/** @throws UnreadableFile for a PDF that is encrypted, damaged or holds only pictures. */
export async function extractPdf(
  bytes: Uint8Array,
  source: string,
): Promise<{ pieces: Piece[]; pages: number; furniture: Furniture[]; warnings: string[]; recognised: boolean }> {
  const { pages, overlaid } = await rawPages(bytes).catch((error: unknown) => {
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
    throw new UnreadableFile(
      source,
      `holds pictures of pages and no text (${pages.length === 1 ? '1 page' : `${pages.length} pages`}). Run text recognition (OCR) over it and try again.`,
    )
  const margins = [...new Set([...furniture.flatMap((lines) => [...lines]), ...pages.flatMap(({ overprints }) => overprints)])]
  return {
    pieces,
    pages: pages.length,
    furniture: margins.map((text) => ({ text, why: 'page furniture' })),
    warnings: [...warningsOf(pages, pieces), ...notRead(overlaid)],
    recognised: pages.some(({ recognised }) => recognised),
  }
}

/** Letters of a font's own, which mean nothing outside it, and what stands for letters that have no meaning at all. */
const MEANINGLESS = /[\ue000-\uf8ff\ufffd]/u
/** The list mark, and the white space after it: fonts of signs have letters of their own. */
const MARK = /^\S{1,2}\s/u

function warningsOf(pages: RawPage[], pieces: Piece[]): string[] {
  const empty = pages.filter(({ runs, asides }) => ![...runs, ...asides.flat()].some(({ text }) => text.trim())).map(({ number }) => number)
  const odd = new Set(pieces.filter(({ text }) => MEANINGLESS.test(text.replace(MARK, ''))).flatMap(({ page }) => page?.pdf ?? []))
  const guessed = pages.filter(({ recognised }) => recognised).map(({ number }) => number)
  return [
    ...(guessed.length > 0
      ? [`Its words were recognised from pictures (OCR), so some are wrong: ${pagesNamed(guessed)} of ${pages.length}. Each quote says so.`]
      : []),
    ...(empty.length > 0 ? [`Without text, so pictures or empty: ${pagesNamed(empty)} of ${pages.length}.`] : []),
    ...(odd.size > 0 ? [`Letters that have no meaning outside their font, so not to be trusted: ${pagesNamed([...odd])}.`] : []),
  ]
}

function notRead({ fields, notes, attached }: Overlaid): string[] {
  const parts = [
    ...(fields > 0 ? [`what is filled in on a form (${fields} ${fields === 1 ? 'field' : 'fields'})`] : []),
    ...(notes > 0 ? [`${notes} ${notes === 1 ? 'note' : 'notes'} set on the pages`] : []),
    ...(attached.length > 0 ? [`what is attached (${attached.join(', ')})`] : []),
  ]
  return parts.length > 0 ? [`Not read: ${parts.join('; ')}. Look at the file itself for it.`] : []
}

const pagesNamed = (numbers: number[]): string => `page${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`

function faultOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'is a PDF locked with a password. Save it without one and try again.'
  return `is a damaged PDF that cannot be opened (${error instanceof Error ? error.message : String(error)}). Download or export it again.`
}
