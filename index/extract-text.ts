/** Bytes of a file → blocks. The only place that looks at what kind of file it is. */
import { createHash } from 'node:crypto'
import { cleanText } from './clean-text.ts'
import { extractPdf } from './extract-pdf.ts'
import { blocksOf } from './pieces-to-blocks.ts'
import type { SourceText } from './report.ts'
import { UnreadableFile } from './unreadable.ts'

export { UnreadableFile } from './unreadable.ts'

const startsWith = (bytes: Uint8Array, magic: string): boolean => Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart().startsWith(magic)

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads a file's bytes. `source` is its name or its path under the folder it was found in.
 * @throws UnreadableFile where the bytes are no text in UTF-8, or hold no words.
 */
export async function extractText(bytes: Uint8Array, source: string): Promise<SourceText> {
  if (startsWith(bytes, '%PDF-')) {
    const { pieces, pages, furniture } = await extractPdf(bytes, source)
    const read = blocksOf(pieces)
    return { source, sha256: sha256(bytes), blocks: read.blocks, pages, furniture: [...furniture, ...read.furniture] }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile(source, 'is not text in UTF-8. Save it as UTF-8 and try again.')
  }
  if (text.includes('\0')) throw new UnreadableFile(source, 'is not a text file (it holds null bytes).')
  const { blocks, furniture } = cleanText(text)
  if (blocks.length === 0) throw new UnreadableFile(source, 'is empty: it holds no words.')
  return { source, sha256: sha256(bytes), blocks, pages: null, furniture }
}
