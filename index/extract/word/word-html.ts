/** A Word document → HTML, with all the words that Word prints. */
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { hiddenStyles, readableXml } from './word-xml.ts'

type Options = NonNullable<Parameters<typeof mammoth.convertToHtml>[1]>
/** `unread` says what holds words that could not be read, each a phrase; empty where all was read. */
export type WordHtml = { html: string; unread: string[] }

/** The parts that hold the words of the pages; headers and footers are furniture. */
const PARTS = /^word\/(?:document\d*|footnotes\d*|endnotes\d*)\.xml$/
/** Styles of headings beside those that mammoth knows. */
const TITLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]
/** What mammoth says of an element that it does not know. */
const UNKNOWN = /^An unrecognised element was ignored: (\S+)$/
/** Elements without words: marks, shapes' looks, and what the pictures of a page are made of. */
const WORDLESS =
  /^(?:v|o|a|wp|wps|wpg|wpc|pic|w10|wp14|office-word|\{)|RangeStart$|RangeEnd$|^w:(?:perm|move|custom|contentPart|bookmark|sdt|altChunk)/

/**
 * Ask `checkDocx` first whether it is safe to open.
 * @throws what jszip and mammoth throw for what is no Word document.
 */
export async function wordHtml(bytes: Uint8Array, options: Options = {}): Promise<WordHtml> {
  const zip = await JSZip.loadAsync(bytes)
  const unread = new Set<string>()
  const hidden = hiddenStyles((await zip.file('word/styles.xml')?.async('string')) ?? '')
  for (const part of zip.file(PARTS)) {
    const xml = await part.async('string')
    const readable = readableXml(xml, hidden)
    for (const name of readable.unread) unread.add(name)
    if (readable.xml !== xml) zip.file(part.name, readable.xml)
  }
  // stored, not packed: mammoth unpacks it at once
  const buffer = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
  const { value, messages } = await mammoth.convertToHtml(
    { buffer },
    // pictures would be unpacked and written out as text, only to be left out
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false, styleMap: TITLES, ...options },
  )
  for (const { message } of messages) {
    const element = UNKNOWN.exec(message)?.[1]
    if (element && !WORDLESS.test(element)) unread.add(`a part of a kind that is not known (${element})`)
  }
  return { html: value, unread: [...unread] }
}
