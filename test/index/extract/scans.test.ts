import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readReport } from '../../../index/library/ingest.ts'
import { makePdf } from '../../support/pdf-maker.ts'

const PAGE = [{ text: 'Children are seen by workers who know them.', y: 700 }]

describe('a PDF with pages that hold no text', () => {
  it('is refused with the number of its pages where none does', async () => {
    await expect(extractText(makePdf([[], [], []]), 'scan.pdf')).rejects.toThrow(/no text \(3 pages\).*OCR/)
    await expect(extractText(makePdf([[]]), 'scan.pdf')).rejects.toThrow(/no text \(1 page\)/)
  })

  it('is read with a warning that names them where some do', async () => {
    expect((await extractText(makePdf([PAGE, [], PAGE, []]), 'report.pdf')).warnings).toEqual([
      'Without text, so pictures or empty: pages 2, 4 of 4.',
    ])
    expect((await extractText(makePdf([PAGE]), 'report.pdf')).warnings).toEqual([])
  })
})

describe('words that cannot be read', () => {
  const evidenceOf = async (text: string): Promise<boolean[]> => {
    const source = await extractText(new TextEncoder().encode(text), 'report.txt')
    return readReport('x', source).sections.flatMap(({ paragraphs }) => paragraphs.map(({ evidence }) => evidence))
  }

  it('are kept to be read, and are no evidence to be quoted', async () => {
    expect(await evidenceOf('Workers see children alone and listen to them well.')).toEqual([true])
    expect(await evidenceOf('Workers see \ue012\ue013\ue014 alone and listen to them well.')).toEqual([false])
    expect(await evidenceOf('Workers see \uffff alone and listen to them well.')).toEqual([false])
  })
})
