/** Is it a Word document, and is it safe to open? Asked of the zip's own directory before anything is inflated. */
import { inflateRawSync } from 'node:zlib'

/**
 * Text of a document, in bytes once inflated (8 to 40 MB): a 600-page report has some 15 MB. Reading takes sixty times that in memory
 * and more, so it happens in a room apart, whose limits are the ones that hold; this one saves the inflating.
 */
const LARGEST_XML = 16 * 1024 * 1024
/** Everything that a document says it holds, pictures and all. */
const LARGEST_WHOLE = 400 * 1024 * 1024
const MOST_FILES = 5000

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** The end record stands within its own length and the longest comment of the file's end. */
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

type Fault = { status: 413 | 415 | 422; message: string }
type Entry = { name: string; method: number; packed: number; size: number; offset: number }

const NO_ZIP: Fault = {
  status: 415,
  message: 'is not a Word document: a .docx is a zip archive, and this is none. Save it from Word as .docx, or paste its text.',
}
const BOMB: Fault = { status: 413, message: 'unpacks to far more than a document holds, so it was not opened.' }
const DAMAGED: Fault = { status: 422, message: 'is damaged: its parts do not add up. Open it in Word and save it again.' }

/** What is wrong with it, to follow the file's name; null for a Word document that may be opened. */
export function checkDocx(bytes: Uint8Array): Fault | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(bytes, view)
  if (!entries) return NO_ZIP
  if (entries.length > MOST_FILES || entries.reduce((sum, { size }) => sum + size, 0) > LARGEST_WHOLE) return BOMB
  const texts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  if (texts.reduce((sum, { size }) => sum + size, 0) > LARGEST_XML) return BOMB
  if (!entries.some(({ name }) => name === 'word/document.xml'))
    return { status: 415, message: 'is a zip archive but no Word document. Save it from Word as .docx, or paste its text.' }
  return texts.every((entry) => holdsWhatItSays(bytes, view, entry)) ? null : DAMAGED
}

/** The central directory; null where there is none, or it is of the kind for archives beyond 4 GB. */
function entriesOf(bytes: Uint8Array, view: DataView): Entry[] | null {
  const least = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT)
  let end = bytes.length - END_LENGTH
  while (end >= least && view.getUint32(end, true) !== END) end--
  if (end < least) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** Inflated no further than the directory says: one that lies is stopped there. */
function holdsWhatItSays(bytes: Uint8Array, view: DataView, { method, packed, size, offset }: Entry): boolean {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return false
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) return false
  if (method === STORED) return packed === size
  if (method !== DEFLATED) return false
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, size) }).length === size
  } catch {
    return false
  }
}
