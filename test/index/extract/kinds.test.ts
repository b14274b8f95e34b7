import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import type { Block } from '../../../index/model/report.ts'
import { readDraft } from '../../../server/drafts/draft.ts'
import { makeWord, paragraph } from '../../support/word-maker.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const zipOf = async (files: Record<string, string>): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { compression: name === 'mimetype' ? 'STORE' : 'DEFLATE' })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
const failure = (bytes: Uint8Array, name: string): Promise<string> =>
  extractText(bytes, name).then(
    () => 'was read',
    (error: Error) => `${error.name} ${error.message}`,
  )

describe('a file of another kind', () => {
  it.each<[string, string | Record<string, string>, RegExp]>([
    ['a sheet', { '[Content_Types].xml': '', 'xl/workbook.xml': '<x/>' }, /not a report but an Excel workbook/],
    ['a presentation', { '[Content_Types].xml': '', 'ppt/presentation.xml': '<x/>' }, /not a report but a PowerPoint/],
    [
      'an open document',
      { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' },
      /not a report but an OpenDocument text.*\.docx/,
    ],
    ['an archive', { 'a.pdf': '%PDF', 'b.pdf': '%PDF' }, /not a report but a zip archive.*Unpack/],
    [
      'a table of values',
      'Council,Judgement,Date\nTestshire,Good,2024-01-01\n"Other, ton",Inadequate,2023-05-05\n',
      /a table of values \(CSV\)/,
    ],
    ['the same of Excel', 'Council;Judgement\r\nTestshire;Good\r\n', /a table of values \(CSV\)/],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', /a picture \(PNG\).*OCR/],
    ['a photograph', '\xff\xd8\xff\xe0\0\x10JFIF', /a picture \(JPEG\).*OCR/],
    ['a scan', 'II*\0\x08\0\0\0', /a picture \(TIFF\).*OCR/],
    ['data', '{"council": "Testshire"}', /a file of data \(JSON\)/],
    ['XML', '<?xml version="1.0"?><report><p>Words.</p></report>', /an XML file/],
    ['one of Pages', { 'Index/Document.iwa': 'x', 'preview.jpg': 'x' }, /document of Apple’s Pages.*Export it as Word or PDF/],
    [
      'a Word file with a password',
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(2_000)}${[...'EncryptedPackage'].join('\0')}\0`,
      /locked with a password/,
    ],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /an old Word or Office file.*\.docx/],
  ])('is told by its content and refused by name: %s', async (_, content, message) => {
    const bytes = typeof content === 'string' ? latin1(content) : await zipOf(content)
    for (const name of ['report.txt', 'report.docx', 'report.html', 'report']) {
      if (typeof content === 'string' && name === 'report.docx' && /Word file \(\.docx\)/.test(await failure(bytes, name))) continue
      expect(await failure(bytes, name), name).toMatch(message)
    }
    expect(await failure(bytes, 'report.pdf')).toMatch(/UnreadableFile report\.pdf: is not a PDF but/)
  })

  it('is not suspected in a text with commas in it', async () => {
    const text = 'Workers, managers and leaders, all of them, meet.\nPlans, visits and reviews, too, are late.'
    expect((await extractText(latin1(text), 'a.txt')).blocks).toHaveLength(1)
  })

  it('is read for what it is under another name', async () => {
    const word = await makeWord(paragraph('Words.'))
    for (const name of ['report.txt', 'report.pdf']) expect((await extractText(word, name)).blocks[0]?.text).toBe('Words.')
    expect((await extractText(latin1('<html><body><p>Words.'), 'report.txt')).blocks[0]?.text).toBe('Words.')
  })
})

describe('rich text', () => {
  const read = async (rtf: string, name = 'report.rtf'): Promise<Block[]> => (await extractText(latin1(rtf), name)).blocks
  const texts = async (rtf: string): Promise<string[]> => (await read(rtf)).map(({ text }) => text)
  const file = (body: string): string =>
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title No}}{\\*\\generator No;}\\pard\\f0\\fs22 ${body}}`

  it('is read through its paragraphs, signs and encodings', async () => {
    const body = String.raw`Children\rquote s plans \endash  caf\'e9 \u8220?good\u8221? \{sic\} 5\'a3\par Visits are {\b late}
 and\~managers know it.\par`
    const wanted = ['Children’s plans – café “good” {sic} 5£', 'Visits are late and managers know it.']
    expect(await texts(file(body))).toEqual(wanted)
    expect((await read(file(body), 'report.txt')).map(({ text }) => text)).toEqual(wanted)
  })

  it('gives headings, list items, numbers and table rows', async () => {
    const body = String.raw`{\pard\outlinelevel0\b\fs32 What needs to improve\par}\pard 1.\tab First finding.\par {\listtext\'95\tab}An item.\par \trowd\intbl Overall effectiveness\cell Good\cell\row\pard Words.\par`
    expect((await read(file(body))).map(({ kind, number, text }) => [kind, number, text])).toEqual([
      ['heading', null, 'What needs to improve'],
      ['text', '1', 'First finding.'],
      ['item', null, 'An item.'],
      ['row', null, 'Overall effectiveness Good'],
      ['text', null, 'Words.'],
    ])
  })

  it('leaves out what is not printed, and puts a footnote after its paragraph', async () => {
    const body = String.raw`{\field{\*\fldinst HYPERLINK "no"}{\fldrslt The board}}{\super\chftn{\footnote\pard {\super\chftn} A note.}} {\v no }meets.{\pict\pngblip 89504e47}\par More.\par {\header no\par}`
    expect(await texts(file(body))).toEqual(['The board¹ meets.', '¹ A note.', 'More.'])
  })

  it('leaves out what was deleted, and what is there again in Unicode', async () => {
    expect(await texts(file(String.raw`Plans {\deleted were}{\revised are} late for {\upr{Zoe}{\*\ud Zo\u235?}}.\par`))).toEqual([
      'Plans are late for Zoë.',
    ])
  })

  it('passes over stand-ins for old programs, however long', async () => {
    expect(await texts(file(String.raw`\uc2\u8217\'92\'92s and \uc1 \u8212-dash {\uc0\u233}t\par`))).toEqual(['’s and —dash ét'])
  })

  it('that is damaged or nests without end does no harm', async () => {
    expect(await texts(`{\\rtf1 Words.\\par ${'{\\b '.repeat(50_000)}`)).toEqual(['Words.'])
    expect(await texts('{\\rtf1 Words.}}}}\\par \\')).toEqual(['Words.'])
  })
})

describe('a mail', () => {
  it('is read with a warning that names what is attached', async () => {
    const mail = [
      'From: a@example.org\nSubject: Visit\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n',
      '--b\nContent-Type: text/plain; charset=utf-8\n\nPlans are late.',
      '--b\nContent-Type: application/pdf; name="r.pdf"\nContent-Disposition: attachment; filename="report.pdf"\n\n%PDF',
      '--b--\n',
    ].join('\n')
    const { blocks, warnings } = await extractText(latin1(mail), 'visit.eml')
    expect(blocks.map(({ text }) => text)).toEqual(['Plans are late.'])
    expect(warnings).toEqual(['Not read: what is attached (report.pdf). Hand that in by itself.'])
  })
})

describe('a text file', () => {
  it('may part its paragraphs by whatever Unicode calls a line’s end', async () => {
    const { blocks } = await extractText(new TextEncoder().encode('Plans are\u0085 late.\u2029\u2029Visits are\v on time.'), 'a.txt')
    expect(blocks.map(({ text }) => text).join(' ')).toBe('Plans are late. Visits are on time.')
  })

  it('of an older program is read in its encoding, and whoever hands it in is told', async () => {
    const { blocks, warnings } = await extractText(latin1('Children\x92s plans \x96 caf\xe9.'), 'a.txt')
    expect(blocks[0]?.text).toBe('Children’s plans – café.')
    expect(warnings).toEqual([expect.stringMatching(/read as Windows-1252/)])
    expect((await extractText(Buffer.from('\ufeffPlans are good.', 'utf16le'), 'a.txt')).blocks[0]?.text).toBe('Plans are good.')
  })
})

describe('a file that inflates', () => {
  it('is refused on every way in before it is opened', async () => {
    const text = paragraph('Same words again and again in this paragraph of the file.')
    const bomb = await makeWord(text.repeat(400_000))
    expect(bomb.length).toBeLessThan(1_000_000)
    const started = performance.now()
    expect(await failure(bomb, 'report.docx')).toMatch(/unpacks to far more/)
    await expect(readDraft(bomb, 'draft.docx')).rejects.toThrow(/unpacks to far more/)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
