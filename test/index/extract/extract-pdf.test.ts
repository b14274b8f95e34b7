import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import type { Block } from '../../../index/model/report.ts'
import { type Line, makePdf } from '../../support/pdf-maker.ts'

const read = async (pages: Line[][]): Promise<Block[]> => (await extractText(makePdf(pages), 'report.pdf')).blocks
const texts = (blocks: Block[]): string[] => blocks.map(({ text }) => text)

describe('a tagged PDF', () => {
  it('gives one block for each tag and leaves page furniture out', async () => {
    const blocks = await read([
      [
        { text: 'Ofsted 1', y: 30, tag: 'Artifact' },
        { text: 'Summary', y: 780, size: 16, tag: 'H1' },
        { text: 'Children are safe. They get', y: 750, tag: 'P#1' },
        { text: 'well-', y: 735, tag: 'P#1' },
        { text: 'planned help.', y: 720, tag: 'P#1' },
      ],
      [
        { text: 'Ofsted 2', y: 30, tag: 'Artifact' },
        { text: 'Leaders know their services.', y: 750, tag: 'P#1' },
      ],
    ])
    expect(blocks.map(({ kind, text, page }) => ({ kind, text, page }))).toEqual([
      { kind: 'heading', text: 'Summary', page: { pdf: 1, printed: '1' } },
      { kind: 'text', text: 'Children are safe. They get well-planned help.', page: { pdf: 1, printed: '1' } },
      { kind: 'text', text: 'Leaders know their services.', page: { pdf: 2, printed: '2' } },
    ])
  })

  it('joins a numbered paragraph that a page break cuts, even at the end of a sentence', async () => {
    const blocks = await read([
      [
        { text: '1. The first finding.', y: 700, tag: 'L/LI#1/LBody' },
        { text: '2. The second finding ends here.', y: 660, tag: 'L/LI#2/LBody' },
      ],
      [
        { text: 'It goes on overleaf.', y: 780, tag: 'L/LI#1/LBody' },
        { text: '3. The third finding.', y: 740, tag: 'L/LI#2/LBody' },
      ],
    ])
    expect(blocks.map(({ number, text }) => [number, text])).toEqual([
      ['1', 'The first finding.'],
      ['2', 'The second finding ends here. It goes on overleaf.'],
      ['3', 'The third finding.'],
    ])
  })

  it('reads a number that lost its stop, keeps a gap, and lets a list begin again at 1', async () => {
    const lines = ['1. One.', '2 Two is without its stop.', '4. Four.', '1. One again.', '2 June 2019 was the day.']
    const blocks = await read([lines.map((text, i) => ({ text, y: 700 - 40 * i, tag: `P#${i}` }))])
    expect(blocks.map(({ number }) => number)).toEqual(['1', '2', '4', '1', null])
    expect(blocks.at(-1)?.text).toBe('2 June 2019 was the day.')
  })

  it('takes a figure that begins a page inside a sentence for no number', async () => {
    const blocks = await read([
      [{ text: '98. They do as well as others by the end of Key Stage', y: 700, tag: 'L/LI#1/LBody' }],
      [
        { text: '2. However, the gap has widened.', y: 780, tag: 'L/LI#1/LBody' },
        { text: '99. The third finding.', y: 740, tag: 'L/LI#2/LBody' },
      ],
    ])
    expect(blocks.map(({ number, text }) => [number, text])).toEqual([
      ['98', 'They do as well as others by the end of Key Stage 2. However, the gap has widened.'],
      ['99', 'The third finding.'],
    ])
  })

  it('never makes a heading of a block that starts with a number', async () => {
    const blocks = await read([
      [
        { text: '1. Senior leaders have improved services', y: 700, bold: true, tag: 'H2' },
        { text: 'More words follow here.', y: 660, tag: 'P' },
      ],
    ])
    expect(blocks[0]).toMatchObject({ kind: 'text', number: '1' })
  })

  it('takes bold and large lines for headings', async () => {
    const blocks = await read([
      [
        { text: 'A large line', y: 760, size: 18, tag: 'P#1' },
        { text: 'A bold line', y: 720, bold: true, tag: 'P#2' },
        { text: 'Running text that is longer than both of the lines above it.', y: 680, tag: 'P#3' },
      ],
    ])
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['text', 0],
    ])
  })

  it('reads bullets and the bullets under them', async () => {
    const blocks = await read([
      [
        { text: '• The quality of:', y: 700, tag: 'L#1/LI/LBody' },
        { text: '– plans', y: 670, tag: 'L#2/LI/LBody' },
        { text: '• Caseloads.', y: 640, tag: 'L#3/LI/LBody' },
      ],
    ])
    expect(blocks.map(({ kind, marker, level, text }) => [kind, marker, level, text])).toEqual([
      ['item', '•', 0, 'The quality of:'],
      ['item', '–', 1, 'plans'],
      ['item', '•', 0, 'Caseloads.'],
    ])
  })

  it('reads a table row as cells, and a table that only lays out the page as paragraphs', async () => {
    const blocks = await read([
      [
        { text: 'Overall effectiveness', y: 700, tag: 'Table/TR#1/TD#1/P' },
        { text: 'Good', x: 400, y: 700, tag: 'Table/TR#1/TD#2/P' },
        { text: 'A paragraph in a frame.', y: 660, tag: 'Table/TR#2/TD#1/P' },
      ],
    ])
    expect(blocks.map(({ kind, cells, text }) => [kind, cells, text])).toEqual([
      ['row', ['Overall effectiveness', 'Good'], 'Overall effectiveness Good'],
      ['text', null, 'A paragraph in a frame.'],
    ])
  })

  it('keeps the mark of a footnote as a raised figure', async () => {
    const blocks = await read([
      [
        { text: 'The board', y: 700, tag: 'P#1' },
        { text: '1', x: 124, y: 705, size: 7, tag: 'P#1' },
        { text: 'A second paragraph.', y: 660, tag: 'P#2' },
      ],
    ])
    expect(texts(blocks)[0]).toBe('The board¹')
  })
})

describe('an untagged PDF', () => {
  const page = (number: number, lines: Line[]): Line[] => [{ text: `Inspection report ${number}`, y: 30 }, ...lines]

  it('puts lines together into paragraphs and drops the lines that return in the margin', async () => {
    const blocks = await read([
      page(1, [
        { text: 'Findings', y: 780, size: 16 },
        { text: '1. Children get the right help from', y: 740 },
        { text: 'social workers who know them.', y: 725 },
        { text: '2. Plans are too long and', y: 700 },
        { text: 'families do not', y: 685 },
      ]),
      page(2, [
        { text: 'understand them.', y: 780 },
        { text: 'Next chapter', y: 740, bold: true },
        { text: '3. Leaders act.', y: 710 },
      ]),
    ])
    expect(blocks.map(({ kind, number, text }) => [kind, number, text])).toEqual([
      ['heading', null, 'Findings'],
      ['text', '1', 'Children get the right help from social workers who know them.'],
      ['text', '2', 'Plans are too long and families do not understand them.'],
      ['heading', null, 'Next chapter'],
      ['text', '3', 'Leaders act.'],
    ])
    expect(blocks.at(-1)?.page).toEqual({ pdf: 2, printed: '2' })
  })

  it('reads a cell beside a name of two lines as the grade of that name', async () => {
    const blocks = await read([
      page(1, [
        { text: 'The experiences and progress of', y: 700 },
        { text: 'children in care', y: 686 },
        { text: 'Good', x: 400, y: 700 },
        { text: 'Running text follows.', y: 640 },
      ]),
    ])
    expect(blocks.find(({ kind }) => kind === 'row')?.cells).toEqual(['The experiences and progress of children in care', 'Good'])
  })

  it('reads cells that stand apart as a row', async () => {
    const blocks = await read([
      page(1, [
        { text: 'Adoption performance', y: 700 },
        { text: 'Good', x: 400, y: 700 },
        { text: 'Leadership', y: 670 },
        { text: 'Inadequate', x: 400, y: 670 },
      ]),
    ])
    expect(blocks.filter(({ kind }) => kind === 'row').map(({ cells }) => cells)).toEqual([
      ['Adoption performance', 'Good'],
      ['Leadership', 'Inadequate'],
    ])
  })
})

describe('a PDF that cannot be read', () => {
  const failure = async (bytes: Uint8Array, source = 'report.pdf'): Promise<string> =>
    extractText(bytes, source).then(
      () => 'was read',
      (error: Error) => `${error.name} ${error.message}`,
    )
  const words = (text: string): Uint8Array => new TextEncoder().encode(text)

  it('is named with what is wrong and what to do', async () => {
    expect(await failure(new Uint8Array())).toMatch(/^UnreadableFile report\.pdf: is empty/)
    expect(await failure(words('<!DOCTYPE html><html><body>Not found</body></html>'))).toMatch(
      /not a PDF but a web page.*Download it again/,
    )
    expect(await failure(words('just words'))).toMatch(/is not a PDF/)
    expect(await failure(words('%PDF-1.4 and then nothing'))).toMatch(/damaged PDF/)
    expect(await failure(makePdf([[]]))).toMatch(/pictures of pages and no text.*OCR/)
    expect(await failure(makePdf([[{ text: 'secret', y: 700 }]], { encrypted: true }))).toMatch(/locked with a password/)
  })

  it('reads Node’s own buffers and leaves the caller’s bytes alone', async () => {
    const bytes = Buffer.from(makePdf([[{ text: 'Some words.', y: 700 }]]))
    const length = bytes.length
    expect((await extractText(bytes, 'a.pdf')).blocks).toHaveLength(1)
    expect(bytes.length).toBe(length)
  })
})
