/** What kind of file it is, by its content; its name is asked only where content says nothing. */

export const READ_KINDS = ['pdf', 'word', 'page', 'archived page', 'rich text', 'text'] as const
/** A kind that is read, or the name of one that is not, with what to do instead. */
export type FileKind = { kind: (typeof READ_KINDS)[number] } | { kind: 'other'; name: string; advice: string }

/** Some PDFs have a few stray bytes before their mark. */
const HEAD = 1024
const PICTURE = 'Run text recognition (OCR) over it and hand in the PDF that it makes.'
const WORD_AGAIN = 'Save it as .docx and try again.'
const UNPACK = 'Unpack it and hand in the files in it.'
const NO_REPORT = 'Hand in the report that it belongs to.'

/** First bytes of files that hold no text, as Latin-1. */
const MARKS: [RegExp, string, string][] = [
  [/^\x89PNG/, 'a picture (PNG)', PICTURE],
  [/^\xff\xd8\xff/, 'a picture (JPEG)', PICTURE],
  [/^GIF8/, 'a picture (GIF)', PICTURE],
  [/^(?:II\*\0|MM\0\*)/, 'a picture (TIFF)', PICTURE],
  [/^RIFF[\s\S]{4}WEBP/, 'a picture (WebP)', PICTURE],
  [/^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/, 'a picture (HEIC)', PICTURE],
  [/^BM[\s\S]{4}\0\0\0\0/, 'a picture (BMP)', PICTURE],
  [/^\xd0\xcf\x11\xe0/, 'an old Word or Office file', WORD_AGAIN],
  [/^%!PS/, 'a PostScript file', 'Save it as PDF and try again.'],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh\d|\xfd7zXZ)/, 'a packed archive', UNPACK],
  [/^MZ|^\x7fELF/, 'a program', NO_REPORT],
  [/^SQLite format 3/, 'a database', NO_REPORT],
  [/^(?:ID3|OggS|fLaC|RIFF|[\s\S]{4}ftyp)/, 'a recording or film', NO_REPORT],
]

/** Names inside a zip archive that tell what it is. */
const ZIPS: [RegExp, string, string][] = [
  [/xl\/workbook\.xml/, 'an Excel workbook (.xlsx)', NO_REPORT],
  [/ppt\/presentation\.xml/, 'a PowerPoint presentation (.pptx)', 'Save it as PDF and try again.'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.text/, 'an OpenDocument text (.odt)', WORD_AGAIN],
  [/mimetypeapplication\/vnd\.oasis\.opendocument/, 'an OpenDocument file', NO_REPORT],
  [/Index\/Document\.iwa/, 'a document of Apple’s Pages, Numbers or Keynote', 'Export it as Word or PDF and try again.'],
  [/mimetypeapplication\/epub/, 'an e-book (EPUB)', 'Save it as PDF and try again.'],
]

/** Lines looked at for the separators of a table of values. */
const TABLE_LINES = 200
const LEAST_ROWS = 2

const isOffice = (head: string): boolean => head.startsWith('\xd0\xcf\x11\xe0')
/** The name of the stream that holds the document where it has a password. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

export function kindOf(bytes: Uint8Array, source: string): FileKind {
  const head = latin1(bytes.subarray(0, HEAD))
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes, source)
  if (head.startsWith('{\\rtf')) return { kind: 'rich text' }
  if (isOffice(head) && Buffer.from(bytes).includes(LOCKED))
    return { kind: 'other', name: 'a Word or Office file locked with a password', advice: 'Save it without one and try again.' }
  const mark = MARKS.find(([pattern]) => pattern.test(head))
  if (mark) return { kind: 'other', name: mark[1], advice: mark[2] }
  const letters = head.replace(/\0/g, '').replace(/^[\xff\xfe\xef\xbb\xbf]+/, '')
  if (isArchivedPage(letters)) return { kind: 'archived page' }
  if (isPage(letters)) return { kind: 'page' }
  if (/^\s*<\?xml\b/.test(letters) && !isPage(letters)) return { kind: 'other', name: 'an XML file', advice: NO_REPORT }
  if (/^\s*[[{]\s*["[{]/.test(letters)) return { kind: 'other', name: 'a file of data (JSON)', advice: NO_REPORT }
  if (isTableOfValues(bytes)) return { kind: 'other', name: 'a table of values (CSV)', advice: NO_REPORT }
  return { kind: /\.x?html?$/i.test(source) ? 'page' : 'text' }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** True of what a browser shows: also of the error page that was saved under a report's name. */
export const isPage = (head: string): boolean =>
  /^[^a-z<]*(?:<(?:\?xml|!--)[^<>]*>[^a-z<]*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head)

/** A page with its pictures in one file, as browsers save it, or a mail. */
const isArchivedPage = (head: string): boolean =>
  /^(?:[\w-]{2,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){1,30}/.test(head) && /^MIME-Version:/im.test(head) && /^Content-Type:/im.test(head)

function zipKind(bytes: Uint8Array, source: string): FileKind {
  // the names stand at the head of each part and again at the end
  const names = latin1(bytes.subarray(0, HEAD)) + latin1(bytes.subarray(-HEAD * 64))
  if (names.includes('word/document')) return { kind: 'word' }
  const other = ZIPS.find(([pattern]) => pattern.test(names))
  if (other) return { kind: 'other', name: other[1], advice: other[2] }
  // one whose directory is gone is a damaged document
  if (/\.docx$/i.test(source) && !names.includes('PK\x01\x02')) return { kind: 'word' }
  return { kind: 'other', name: 'a zip archive', advice: `${UNPACK} A Word document is saved as .docx.` }
}

/** As many separators on each line, none of them before a space as in a sentence. */
function isTableOfValues(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, HEAD * 16))
  const lines = head.split(/\r?\n/).slice(0, TABLE_LINES)
  if (head.length < bytes.length) lines.pop()
  const filled = lines.filter((line) => line.trim())
  if (filled.length < LEAST_ROWS) return false
  return [',', ';'].some((separator) => {
    const counts = filled.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1)
    return (
      (counts[0] ?? 0) > 0 &&
      counts.every((count) => count === counts[0]) &&
      !filled.some((line) => line.replace(/"[^"]*"/g, '').includes(`${separator} `))
    )
  })
}
