/** Bytes of a file → blocks. The only place that looks at what kind of file it is: at its first bytes, then at its name. */
import { createHash } from 'node:crypto'
import mammoth from 'mammoth'
import type { Printed } from '../model/printed.ts'
import type { Furniture, SourceText } from '../model/report.ts'
import { cleanText } from './clean-text.ts'
import { checkDocx } from './docx-zip.ts'
import { htmlPieces } from './extract-html.ts'
import { extractPdf } from './extract-pdf.ts'
import type { Piece } from './pieces.ts'
import { blocksOf } from './pieces-to-blocks.ts'
import { UnreadableFile } from './unreadable.ts'

export { UnreadableFile } from './unreadable.ts'

/** Some PDFs have a few stray bytes before their mark. */
const PDF_MARK_WITHIN = 1024

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

type Read = { blocks: SourceText['blocks']; printed: Printed[][]; furniture: Furniture[]; pages: number | null }

/**
 * Reads a file's bytes: PDF, Word (.docx), a web page, or text in UTF-8. `source` is its name or its path under the
 * folder it was found in.
 * @throws UnreadableFile saying what is wrong with the file and what to do.
 */
export async function extractText(bytes: Uint8Array, source: string): Promise<SourceText> {
  if (bytes.length === 0) throw new UnreadableFile(source, 'is empty (0 bytes). Download or export it again.')
  const { blocks, printed, furniture, pages } = await read(bytes, source)
  if (blocks.length === 0) throw new UnreadableFile(source, 'is empty: it holds no words.')
  return { source, sha256: sha256(bytes), blocks, printed, pages, furniture }
}

async function read(bytes: Uint8Array, source: string): Promise<Read> {
  const head = Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).toString('latin1')
  if (head.includes('%PDF-')) {
    const { pieces, pages, furniture } = await extractPdf(bytes, source)
    return readPieces(pieces, pages, furniture)
  }
  const isPage = /^[^a-z<]*<(!doctype html|html|head|body)\b/i.test(head)
  if (/\.pdf$/i.test(source))
    throw new UnreadableFile(
      source,
      isPage
        ? 'is not a PDF but a web page, most likely an error page saved under this name. Download it again.'
        : 'is not a PDF. Download or export it again.',
    )
  if (head.startsWith('PK\x03\x04')) return readWord(bytes, source)
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    throw new UnreadableFile(source, 'is an old Word or Office file. Save it as .docx and try again.')
  if (/\.docx$/i.test(source)) throw new UnreadableFile(source, 'is not a Word file (.docx). Save it from Word again.')
  const text = decode(bytes, source)
  if (isPage || /\.html?$/i.test(source)) return readPieces(htmlPieces(text, { numbered: true }), null, [])
  return { ...cleanText(text), printed: [], pages: null }
}

function readPieces(pieces: Piece[], pages: number | null, furniture: Furniture[]): Read {
  const read = blocksOf(pieces)
  return { blocks: read.blocks, printed: read.printed, pages, furniture: [...furniture, ...read.furniture] }
}

async function readWord(bytes: Uint8Array, source: string): Promise<Read> {
  const fault = checkDocx(bytes)
  if (fault) throw new UnreadableFile(source, fault.message)
  let html: string
  try {
    // pictures would be unpacked and written out as text, only to be left out
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, externalFileAccess: false })).value
  } catch {
    throw new UnreadableFile(source, 'is a zip file, but not a Word document that can be opened. Save it as .docx and try again.')
  }
  return readPieces(htmlPieces(html, { numbered: false }), null, [])
}

function decode(bytes: Uint8Array, source: string): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile(source, 'is not text in UTF-8. Save it as UTF-8 and try again.')
  }
  if (text.includes('\0')) throw new UnreadableFile(source, 'is not a text file (it holds null bytes).')
  return text
}
