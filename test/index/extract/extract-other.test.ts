import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import type { Block } from '../../../index/model/report.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const shape = (blocks: Block[]): unknown[] => blocks.map(({ kind, level, number, text }) => [kind, level, number, text])

describe('a web page', () => {
  const read = async (html: string): Promise<Block[]> => (await extractText(bytes(html), 'report.html')).blocks

  it('gives headings, paragraphs, list items and table rows', async () => {
    const blocks = await read(`<!doctype html><html><head><title>No words of the report</title></head><body>
      <nav>Home</nav><h1>Inspection</h1><p>Children &amp; families get <b>good</b>
      help.<sup>1</sup></p><!-- <p>hidden</p> --><ul><li>Plans<ul><li>of care</li></ul></li></ul>
      <table><tr><th>Overall effectiveness</th><td>Good</td></tr></table><script>var a = '<p>no</p>'</script></body></html>`)
    expect(shape(blocks)).toEqual([
      ['heading', 1, null, 'Inspection'],
      ['text', 0, null, 'Children & families get good help.¹'],
      ['item', 0, null, 'Plans'],
      ['item', 1, null, 'of care'],
      ['row', 0, null, 'Overall effectiveness Good'],
    ])
  })

  it('counts ordered lists as the page shows them', async () => {
    const blocks = await read('<html><body><ol><li>First point.</li><li>Second point.</li></ol></body></html>')
    expect(shape(blocks)).toEqual([
      ['text', 0, '1', 'First point.'],
      ['text', 0, '2', 'Second point.'],
    ])
  })

  it('stays quick where tags and comments are never closed', async () => {
    const started = performance.now()
    await read(`<html><p>Words.</p>${'<!-- <a <p '.repeat(50_000)}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('a Word file', () => {
  it('is read through its headings, paragraphs and tables', async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: 'Summary', heading: HeadingLevel.HEADING_1 }),
              new Paragraph('1. Children are safe.'),
              new Paragraph({ text: 'a point of a list', bullet: { level: 0 } }),
              new Table({ rows: [new TableRow({ children: [cell('Adoption performance'), cell('Good')] })] }),
            ],
          },
        ],
      }),
    )
    expect(shape((await extractText(file, 'report.docx')).blocks)).toEqual([
      ['heading', 1, null, 'Summary'],
      ['text', 0, '1', 'Children are safe.'],
      ['item', 0, null, 'a point of a list'],
      ['row', 0, null, 'Adoption performance Good'],
    ])
  })

  it('that is none is named as such', async () => {
    await expect(extractText(bytes('PK\x03\x04 no zip'), 'a.docx')).rejects.toThrow(/not a Word document/)
    await expect(extractText(bytes('plain words'), 'a.docx')).rejects.toThrow(/not a Word file/)
    await expect(extractText(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'a.doc')).rejects.toThrow(/old Word/)
  })
})

describe('a text file', () => {
  it('is refused where it is no UTF-8 text or holds no words', async () => {
    await expect(extractText(new Uint8Array([0xff, 0xfe, 0x41]), 'a.txt')).rejects.toThrow(/UTF-8/)
    await expect(extractText(bytes('a\0b'), 'a.txt')).rejects.toThrow(/null bytes/)
    await expect(extractText(bytes(' \n '), 'a.txt')).rejects.toThrow(/holds no words/)
  })
})
