/** The parts of a Word file, unpacked without a library, so that nothing is forgiven. */
import { inflateRawSync } from 'node:zlib'

export function docxParts(file: ArrayBuffer): Map<string, string> {
  const bytes = Buffer.from(file)
  const parts = new Map<string, string>()
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const [length, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)]
    const name = bytes.toString('utf8', at + 30, at + 30 + length)
    parts.set(name, inflateRawSync(bytes.subarray(at + 30 + length + extra)).toString('utf8'))
  }
  return parts
}

export type Line = { style: string; text: string }
/** Paragraphs of the document in their order, those of tables too. */
export const docxLines = (file: ArrayBuffer): Line[] =>
  [...(docxParts(file).get('word/document.xml') ?? '').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? '',
    text: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:footnoteReference w:id="(\d+)"/g)]
      .map(([, text, note]) => text ?? `[${note}]`)
      .join(''),
  }))
