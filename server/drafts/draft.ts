/** A draft as sent → its text: .docx, .md and .txt, with a plain message for everything else. */
import { decodeText } from '../../index/extract/decode.ts'
import { checkDocx } from '../../index/extract/word/docx-zip.ts'
import { wordHtml } from '../../index/extract/word/word-html.ts'
import { htmlToDraft } from './draft-html.ts'

/** Largest file that is read, in bytes. */
export const LARGEST_DRAFT = 20 * 1024 * 1024
/** Longest text that is checked, in characters: some 300 pages. */
export const LONGEST_DRAFT = 1_000_000

/** More bytes than the longest text has in any encoding that is read. */
const LARGEST_TEXT = 4 * LONGEST_DRAFT

/** A draft that cannot be read. The message says why and what to do; `status` is the fitting one for HTTP. */
export class UnreadableDraft extends Error {
  readonly status: 413 | 415 | 422 | 503
  constructor(status: 413 | 415 | 422 | 503, message: string) {
    super(message)
    this.status = status
  }
}

/** `note` tells what the reader should know about how it was read, such as a guessed encoding. */
export type ReadDraft = { text: string; note: string | null }

/** @throws UnreadableDraft */
export async function readDraft(bytes: Uint8Array, name: string): Promise<ReadDraft> {
  if (bytes.length > LARGEST_DRAFT)
    throw new UnreadableDraft(413, `${name} is larger than 20 MB. Save it without its pictures, or check it in parts.`)
  if (bytes.length === 0) throw new UnreadableDraft(422, `${name} is empty.`)
  const draft = isZip(bytes) || /\.docx$/i.test(name) ? await readDocx(bytes, name) : decode(bytes, name)
  if (draft.text.length > LONGEST_DRAFT) throw tooLong(name)
  return draft
}

const tooLong = (name: string): UnreadableDraft =>
  new UnreadableDraft(413, `${name} has more than ${LONGEST_DRAFT.toLocaleString('en-GB')} characters. Check it in parts.`)

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)

/** Word's own names for paragraphs that quote, so that they become block quotes. */
const STYLE_MAP = ['Quote', 'Intense Quote', 'Block Text', 'Block Quote', 'Quotation', 'Quotations'].map(
  (style) => `p[style-name='${style}'] => blockquote > p:fresh`,
)

/** What is needed of mammoth's paragraphs, runs and tables. */
type WordElement = {
  type: string
  styleName?: string | null
  numbering?: unknown
  indent?: { start?: string | null }
  children?: WordElement[]
}
const INDENTED = 'Indented by hand'
/** Twips: a fifth of an inch; less is a nudge. */
const LEAST_INDENT = 280

/** Paragraphs set in by hand become known by a style of their own, so that they may be looked up as quotations. */
function withIndents(element: WordElement): WordElement {
  const indented = element.type === 'paragraph' && !element.numbering && Number(element.indent?.start ?? 0) >= LEAST_INDENT
  const quoted = STYLE_MAP.some((rule) => rule.includes(`'${element.styleName}'`)) || /^heading|^list/i.test(element.styleName ?? '')
  return {
    ...element,
    ...(indented && !quoted && { styleId: INDENTED, styleName: INDENTED }),
    ...(element.children && { children: element.children.map(withIndents) }),
  }
}

async function readDocx(bytes: Uint8Array, name: string): Promise<ReadDraft> {
  const fault = checkDocx(bytes)
  if (fault) throw new UnreadableDraft(fault.status, `${name} ${fault.message}`)
  try {
    const { html, unread } = await wordHtml(bytes, {
      styleMap: [...STYLE_MAP, `p[style-name='${INDENTED}'] => p.indented:fresh`],
      transformDocument: withIndents,
    })
    return {
      text: htmlToDraft(html),
      note: unread.length > 0 ? `Not read in ${name}: ${unread.join('; ')}. Paste its text to check it too.` : null,
    }
  } catch {
    throw new UnreadableDraft(422, `${name} cannot be read as a Word document. Open it in Word, save it as .docx again, or paste its text.`)
  }
}

function decode(bytes: Uint8Array, name: string): ReadDraft {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new UnreadableDraft(415, `${name} is a PDF. Give the .docx that it was made from, or paste its text.`)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableDraft(415, `${name} is an old Word document (.doc). Save it as .docx first.`)
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66))
    throw new UnreadableDraft(415, `${name} is rich text (.rtf). Save it as .docx first.`)
  if (bytes.length > LARGEST_TEXT) throw tooLong(name)
  const decoded = decodeText(bytes)
  if (!decoded) throw new UnreadableDraft(415, `${name} is no text. Give a .docx, .md or .txt file, or paste the text.`)
  return {
    text: plainLines(decoded.text),
    note: decoded.guessed
      ? `${name} is not UTF-8, so it was read as Windows-1252. If accents or quotation marks look wrong, save it as UTF-8.`
      : null,
  }
}

/** One kind of line end. Split, since a pattern takes a fifth of a second for megabytes of nothing else. */
export const plainLines = (text: string): string => text.split('\r\n').join('\n').split('\r').join('\n')
