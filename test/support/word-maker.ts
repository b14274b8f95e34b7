/** Writes small Word documents from their XML: what no program that makes them from data can be told to write. */
import JSZip from 'jszip'

const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (...content: string[]): string =>
  `<w:p>${content.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`

/** @param body the XML of the paragraphs. @param notes the XML of the paragraphs of each footnote, numbered from 1. */
export async function makeWord(body: string, notes: string[] = []): Promise<Uint8Array> {
  const zip = new JSZip()
  const type = (part: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`
  zip.file(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type('document.main')}"/><Override PartName="/word/footnotes.xml" ContentType="${type('footnotes')}"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/_rels/document.xml.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r2" Type="${RELATIONSHIPS}/footnotes" Target="footnotes.xml"/></Relationships>`,
  )
  const footnotes = notes.map((note, i) => `<w:footnote w:id="${i + 1}">${note}</w:footnote>`).join('')
  zip.file('word/footnotes.xml', `${XML}<w:footnotes ${NAMESPACES}>${footnotes}</w:footnotes>`)
  zip.file('word/document.xml', `${XML}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
