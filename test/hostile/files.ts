/** Files that are damaged, lie or mean harm: PDFs, zips, Word documents and web pages, each made anew by throwing dice. */

import { docxOf, zipOf } from '../support/docx.ts'
import { makePdf } from '../support/pdf-maker.ts'

export type HostileFile = { name: string; bytes: Uint8Array }

const SENTENCES = ['Children are safe.', '1. They get help in time.', 'Leaders know their services well.', 'Grade: Good', '“No”']
const PDF_WORDS = [
  '0',
  '99999999',
  '-1',
  '<<',
  '>>',
  '[',
  ']',
  'null',
  '/Kids',
  '1 0 R',
  '(',
  'endobj',
  'stream',
  'Tf',
  'BDC',
  'xref',
  '%%EOF',
]
const XML = [
  '<w:p>',
  '</w:p>',
  '<w:r><w:t>a</w:t></w:r>',
  '<w:tbl><w:tr><w:tc>',
  '<w:footnoteReference w:id="9"/>',
  '&#0;',
  '<![CDATA[',
  ']]>',
]
const HTML = [
  '<p>',
  '</p>',
  '<table><tr><td>',
  '<ul><li>',
  '<h1>',
  '<!--',
  '-->',
  '&#x110000;',
  '&lt;',
  '<script>',
  '<sup>1</sup>',
  '<',
  '\u0000',
]
/** Bytes of what a file inflates to where it is made to (1 to 16 MB). */
const LARGEST = 4 * 1024 * 1024

export function fileOf(dice: () => number): HostileFile {
  const upTo = (most: number): number => Math.floor(dice() * (most + 1))
  const one = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!
  const many = (list: readonly string[], most: number): string => Array.from({ length: upTo(most) }, () => one(list)).join('')

  const damaged = (bytes: Uint8Array, words: readonly string[]): Uint8Array => {
    const copy = Uint8Array.from(bytes)
    for (let times = 1 + upTo(8); times > 0; times--) {
      const at = upTo(copy.length - 1)
      if (dice() < 0.5) copy[at] = upTo(255)
      else copy.set(Buffer.from(one(words)).subarray(0, copy.length - at), at)
    }
    return dice() < 0.15 ? copy.subarray(0, upTo(copy.length)) : copy
  }
  const pdf = (): Uint8Array =>
    makePdf(
      Array.from({ length: 1 + upTo(3) }, () =>
        Array.from({ length: 1 + upTo(6) }, (_, i) => ({
          text: one(SENTENCES),
          y: 780 - 30 * i,
          tag: one(['P', 'P#1', 'L/LI#1/LBody', 'H1', 'Artifact']),
        })),
      ),
    )
  const word = (): Uint8Array => Uint8Array.from(docxOf(many([...XML, '<w:p><w:r><w:t>Children are safe.</w:t></w:r></w:p>'], 60)))

  switch (upTo(7)) {
    case 0:
    case 1:
      return { name: 'damaged.pdf', bytes: damaged(pdf(), PDF_WORDS) }
    case 2:
      return { name: 'damaged.docx', bytes: damaged(word(), ['PK', '\u0000\u0000', '\u00ff\u00ff\u00ff\u00ff', 'word/']) }
    case 3:
      return { name: 'odd.docx', bytes: word() }
    case 4: {
      const content = Buffer.alloc(1 + upTo(LARGEST), one(XML))
      return {
        name: 'inflating.docx',
        bytes: Uint8Array.from(zipOf([['word/document.xml', content, one([content.length, 10, 0xffffffff])]])),
      }
    }
    case 5:
      return { name: 'page.html', bytes: new TextEncoder().encode(`<!doctype html>${many([...HTML, ...SENTENCES], 400)}`) }
    case 6:
      return { name: 'deep.html', bytes: new TextEncoder().encode(one(HTML).repeat(1 + upTo(100_000))) }
    default:
      return { name: one(['noise.pdf', 'noise.docx', 'noise.txt']), bytes: Uint8Array.from({ length: 1 + upTo(5000) }, () => upTo(255)) }
  }
}
