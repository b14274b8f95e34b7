import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import type { SourceText } from '../../../index/model/report.ts'
import { type Line, makePdf } from '../../support/pdf-maker.ts'

const read = (...pages: Line[][]): Promise<SourceText> => extractText(makePdf(pages), 'report.pdf')

describe('a page number that stands high above the foot', () => {
  const lines = [
    ['Leaders have put right most of what inspectors found in the last visit,', 'and they now know how many children wait for'],
    ['an assessment each week. Workers tell us that they', 'are well supported and that families are seen more often than'],
    ['they were a year ago.'],
  ]
  const whole = lines.flat().join(' ')
  const page = (own: string[], number: Line): Line[] => [...own.map((text, i) => ({ text, y: 760 - 15 * i })), number]

  it.each([
    ['alone', (n: number) => `${n}`],
    ['between dashes', (n: number) => `– ${n} –`],
    ['with its count', (n: number) => `Page ${n} of 3`],
  ])('%s is no footnote of the sentence that goes on overleaf', async (_, label) => {
    const { blocks } = await read(...lines.map((own, i) => page(own, { text: label(i + 1), x: 300, y: 110, size: 10 })))
    expect(blocks.map(({ text }) => text)).toEqual([whole])
    expect(blocks[0]?.page).toEqual({ pdf: 1, printed: '1' })
  })

  it('is none in a tagged file either, whatever its tag', async () => {
    const tagged = lines.map((own, i) =>
      page(own, { text: `${i + 1}`, x: 300, y: 110, size: 10, tag: 'P#2' }).map((line) => ({ tag: 'P#1', ...line })),
    )
    expect((await read(...tagged)).blocks.map(({ text }) => text).join(' ')).toBe(whole)
  })

  it('is told from a figure that stands alone on one page', async () => {
    const { blocks } = await read(lines[0]?.map((text, i) => ({ text, y: 200 - 15 * i })) ?? [], [
      { text: '17', y: 100 },
      { text: 'More words.', y: 700 },
    ])
    expect(blocks.some(({ text }) => text.includes('17'))).toBe(true)
  })
})
