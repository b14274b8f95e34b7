/** Bytes of a file → blocks. The only place that looks at what kind of file it is: at its first bytes, then at its name. */
import { createHash } from 'node:crypto'
import type { Block, SourceText } from '../model/report.ts'
import { cleanText } from './clean-text.ts'
import { type Decoded, decodeText } from './decode.ts'
import { extractPdf } from './extract-pdf.ts'
import { type FileKind, kindOf } from './file-kind.ts'
import type { Piece } from './pieces.ts'
import { blocksOf } from './pieces-to-blocks.ts'
import { UnreadableFile } from './unreadable.ts'
import { openArchivedPage } from './web/archived-page.ts'
import { htmlPieces } from './web/extract-html.ts'
import { checkDocx } from './word/docx-zip.ts'
import { richTextPieces } from './word/rich-text.ts'
import { wordHtml } from './word/word-html.ts'

export { UnreadableFile } from './unreadable.ts'

/**
 * Signs that no file of text may hold, and no page prints: control characters, halves of a pair, and what Unicode calls no character.
 * They would make every Word file and web page invalid that a quote is put into.
 */
const NO_CHARACTER =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** What a reader sees in the place of a sign that cannot be read. */
const UNREADABLE = '\ufffd'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

type Read = Pick<SourceText, 'blocks' | 'printed' | 'furniture' | 'pages' | 'warnings' | 'recognised'>

/**
 * Reads a file's bytes: PDF, Word (.docx), rich text (.rtf), a web page (.html, .mhtml), or text. What it is, is told by its content.
 * `source` is its name or its path under the folder it was found in.
 * @throws UnreadableFile saying what is wrong with the file and what to do.
 */
export async function extractText(bytes: Uint8Array, source: string): Promise<SourceText> {
  if (bytes.length === 0) throw new UnreadableFile(source, 'is empty (0 bytes). Download or export it again.')
  const { blocks, ...rest } = await read(bytes, source)
  if (blocks.length === 0) throw new UnreadableFile(source, 'is empty: it holds no words.')
  return { source, sha256: sha256(bytes), blocks: blocks.map(readable), ...rest }
}

function readable(block: Block): Block {
  if (block.text.search(NO_CHARACTER) === -1 && !block.cells) return block
  const put = (text: string): string => text.replace(NO_CHARACTER, UNREADABLE)
  return { ...block, text: put(block.text), cells: block.cells?.map(put) ?? null }
}

async function read(bytes: Uint8Array, source: string): Promise<Read> {
  const found = kindOf(bytes, source)
  if (found.kind === 'pdf') {
    const { pieces, ...rest } = await extractPdf(bytes, source)
    return readPieces(pieces, rest)
  }
  if (/\.pdf$/i.test(source) && found.kind !== 'word' && found.kind !== 'rich text') throw notAPdf(source, found)
  if (found.kind === 'other') throw new UnreadableFile(source, `is not a report but ${found.name}. ${found.advice}`)
  if (found.kind === 'word') return readWord(bytes, source)
  if (/\.docx$/i.test(source) && found.kind !== 'rich text')
    throw new UnreadableFile(source, 'is not a Word file (.docx). Save it from Word again.')
  if (found.kind === 'rich text') return readPieces(richTextPieces(bytes))
  if (found.kind === 'archived page') return readArchivedPage(bytes, source)
  const { text, guessed } = decode(bytes, source)
  const warnings = guessed ? [GUESSED] : []
  if (found.kind === 'page') return readPieces(htmlPieces(text, { numbered: true }), { warnings })
  return { ...cleanText(text), printed: [], pages: null, warnings }
}

const GUESSED = 'It is not UTF-8 and was read as Windows-1252; if accents or quotation marks look wrong, save it as UTF-8.'

function notAPdf(source: string, found: FileKind): UnreadableFile {
  if (found.kind === 'page')
    return new UnreadableFile(source, 'is not a PDF but a web page, most likely an error page saved under this name. Download it again.')
  const name = found.kind === 'other' ? ` but ${found.name}` : ''
  return new UnreadableFile(source, `is not a PDF${name}. Download or export it again.`)
}

function readPieces(
  pieces: Piece[],
  { pages = null, furniture = [], warnings = [], recognised = false }: Partial<Omit<Read, 'blocks'>> = {},
): Read {
  const read = blocksOf(pieces)
  return {
    blocks: read.blocks,
    printed: read.printed,
    pages,
    furniture: [...furniture, ...read.furniture],
    warnings,
    ...(recognised && { recognised }),
  }
}

async function readArchivedPage(bytes: Uint8Array, source: string): Promise<Read> {
  const { html, text, attached } = await openArchivedPage(bytes).catch(() => {
    throw new UnreadableFile(source, 'is a damaged web archive (MHTML). Save the page again, best as PDF.')
  })
  const warnings = attached.length > 0 ? [`Not read: what is attached (${attached.join(', ')}). Hand that in by itself.`] : []
  if (html) return readPieces(htmlPieces(html, { numbered: true }), { warnings })
  if (text) return { ...cleanText(text), printed: [], pages: null, warnings }
  throw new UnreadableFile(source, 'is not a report but a mail or web archive without a page in it. Save the page again, best as PDF.')
}

async function readWord(bytes: Uint8Array, source: string): Promise<Read> {
  const fault = checkDocx(bytes)
  if (fault) throw new UnreadableFile(source, fault.message)
  const word = await wordHtml(bytes).catch(() => {
    throw new UnreadableFile(source, 'is a zip file, but not a Word document that can be opened. Save it as .docx and try again.')
  })
  const warnings = word.unread.length > 0 ? [`Not read: ${word.unread.join('; ')}. Look at the file itself for it.`] : []
  return readPieces(htmlPieces(word.html, { numbered: false }), { warnings })
}

function decode(bytes: Uint8Array, source: string): Decoded {
  const decoded = decodeText(bytes)
  if (!decoded)
    throw new UnreadableFile(
      source,
      'is not a text file (it holds null bytes, or half a character of UTF-16). Save it as UTF-8 and try again.',
    )
  return decoded
}
