/** Bytes of a file → blocks. The only place that looks at what kind of file it is. */
import { createHash } from 'node:crypto'
import { cleanText } from './clean-text.ts'
import type { SourceText } from './report.ts'

/** A file that cannot be read as a report. The message names the fault and what to do; `source` names the file. */
export class UnreadableFile extends Error {
  readonly source: string
  constructor(source: string, why: string) {
    super(`${source}: ${why}`)
    this.name = 'UnreadableFile'
    this.source = source
  }
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads a file's bytes. `source` is its name or its path under the folder it was found in.
 * @throws UnreadableFile where the bytes are no text in UTF-8, or hold no words.
 */
export async function extractText(bytes: Uint8Array, source: string): Promise<SourceText> {
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
