import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readReport } from '../../../index/library/ingest.ts'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { cutOf, quoteOf } from '../../../server/cite/quote.ts'
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

describe('a PDF whose words lie unseen over pictures', () => {
  const pdfOf = (modes: number[]): Uint8Array => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${modes.length} /Kids [${modes.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]
    modes.forEach((mode, i) => {
      const words = `BT ${mode} Tr /F${mode} 12 Tf 72 700 Td (Children are seen by workers on page ${i + 1}.) Tj ET`
      objects.push(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F${mode} 3 0 R >> >> >>`,
      )
      objects.push(`<< /Length ${words.length} >>\nstream\n${words}\nendstream`)
    })
    return Buffer.from(
      `%PDF-1.7\n${objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer << /Size 99 /Root 1 0 R >>\n%%EOF`,
    )
  }

  it('is read, and each quote of it says that its words were guessed', async () => {
    const source = await extractText(pdfOf([3, 3]), 'scan.pdf')
    expect(source.warnings).toEqual([expect.stringMatching(/recognised from pictures \(OCR\), so some are wrong: pages 1, 2 of 2/)])
    const corpus = makeCorpus([readReport('x', source)])
    expect(quoteOf(cutOf(corpus.evidence[0]!.passage.id, corpus)!).caution).toMatch(/recognised from a picture of the page \(OCR\)/)
  })

  it('is not suspected where the words are drawn', async () => {
    const source = await extractText(pdfOf([0, 0]), 'report.pdf')
    expect(source.warnings).toEqual([])
    expect(source).not.toHaveProperty('recognised')
    expect(readReport('x', source).health).not.toHaveProperty('recognised')
  })
})

describe('a PDF with words that stand on no page', () => {
  it('is read with a warning that names them', async () => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R 7 0 R 8 0 R] /Resources << /Font << /F 5 0 R >> >> >>',
      '<< /Length 44 >>\nstream\nBT /F 12 Tf 72 700 Td (Children are seen.) Tj ET\nendstream',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (council) /V (Testshire) /Rect [72 600 200 620] >>',
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (empty) /V () /Rect [72 500 200 520] >>',
      '<< /Type /Annot /Subtype /FreeText /Contents (See page 4) /Rect [72 400 200 420] >>',
      '<< /Type /Filespec /F (plan.txt) /EF << /F 10 0 R >> >>',
      '<< /Type /EmbeddedFile /Length 5 >>\nstream\nwords\nendstream',
    ]
    const pdf = `%PDF-1.7\n${objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer << /Size 11 /Root 1 0 R >>\n%%EOF`
    const { blocks, warnings } = await extractText(Buffer.from(pdf), 'form.pdf')
    expect(blocks.map(({ text }) => text)).toEqual(['Children are seen.'])
    expect(warnings).toEqual([
      'Not read: what is filled in on a form (1 field); 1 note set on the pages; what is attached (plan.txt). Look at the file itself for it.',
    ])
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
