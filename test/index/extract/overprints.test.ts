import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import type { SourceText } from '../../../index/model/report.ts'
import { type Line, makePdf } from '../../support/pdf-maker.ts'

const read = (...pages: Line[][]): Promise<SourceText> => extractText(makePdf(pages), 'report.pdf')
const texts = async (...pages: Line[][]): Promise<string[]> => (await read(...pages)).blocks.map(({ text }) => text)

const SENTENCE = ['Children are seen by workers who know them', 'and plans are good for all of them in', 'this council.']
const paragraph = (y = 700): Line[] => SENTENCE.map((text, i) => ({ text, y: y - 15 * i }))

describe('words struck twice to look bold', () => {
  it.each([
    ['to the side', 0.3, 0],
    ['below', 0, -0.4],
    ['as a shadow', 0.8, -0.8],
    ['on the very same place', 0, 0],
  ])('%s are read once', async (_, dx, dy) => {
    const line = { text: 'Plans for these families are', y: 740 }
    const page = [line, { ...line, x: 72 + dx, y: 740 + dy }, { text: 'clear, and workers see the children alone.', y: 725 }]
    expect(await texts(page)).toEqual(['Plans for these families are clear, and workers see the children alone.'])
  })

  it('are a heading where the line is one', async () => {
    const line = { text: 'What needs to improve', y: 760 }
    const { blocks } = await read([line, { ...line, x: 72.3 }, ...paragraph(730)])
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'What needs to improve'],
      ['text', SENTENCE.join(' ')],
    ])
  })

  it('are read once where the second strike came in other pieces, and where it came letter by letter', async () => {
    const whole = { text: 'Plans are clear', y: 740 }
    expect(await texts([whole, { text: 'Plans', x: 72.3, y: 740 }, { text: 'are clear', x: 104.8, y: 740 }, ...paragraph()])).toEqual([
      'Plans are clear',
      SENTENCE.join(' '),
    ])
    const widths = [8, 2.67, 6.67, 6.67, 6]
    let x = 72
    const letters = [...'PlansPlans'].flatMap((text, i) => {
      const at = x
      x += widths[i % 5] ?? 0
      return [
        { text, x: at, y: 740 },
        { text, x: at + 0.3, y: 740 },
      ]
    })
    expect((await texts([...letters, ...paragraph()]))[0]).toBe('PlansPlans')
  })

  it('are not mistaken for words that are printed twice', async () => {
    expect(await texts([{ text: 'It is very very good, and good is good.', y: 740 }])).toEqual(['It is very very good, and good is good.'])
    const beside = [
      { text: 'Good', x: 72, y: 740 },
      { text: 'Good', x: 100, y: 740 },
    ]
    expect((await texts(beside)).join(' ').match(/Good/g)).toHaveLength(2)
  })
})

describe('a watermark', () => {
  it.each<[string, Line]>([
    ['slantwise', { text: 'DRAFT', x: 150, y: 620, size: 80, turn: 45 }],
    ['slantwise and small', { text: 'Not for publication', x: 100, y: 650, size: 12, turn: 30 }],
    ['straight and large', { text: 'COPY', x: 90, y: 670, size: 60 }],
  ])('%s is no word of the paragraph under it, and stands on record', async (_, mark) => {
    for (const page of [
      [...paragraph(), mark],
      [mark, ...paragraph()],
      [...paragraph().slice(0, 1), mark, ...paragraph().slice(1)],
    ]) {
      const { blocks, furniture } = await read(page)
      expect(blocks.map(({ text }) => text)).toEqual([SENTENCE.join(' ')])
      expect(furniture).toContainEqual({ text: mark.text, why: 'page furniture' })
    }
  })

  it('is told from a large heading and from a large first letter', async () => {
    expect(await texts([{ text: 'Inspection', y: 730, size: 40 }, ...paragraph()])).toEqual(['Inspection', SENTENCE.join(' ')])
  })
})

describe('a page on its side', () => {
  it.each([90, 180, 270])('turned by %i degrees is read like any other', async (turn) => {
    const place = (i: number): Pick<Line, 'x' | 'y'> =>
      turn === 90 ? { x: 100 + 15 * i, y: 72 } : turn === 180 ? { x: 500, y: 100 + 15 * i } : { x: 500 - 15 * i, y: 700 }
    const page = SENTENCE.map((text, i) => ({ text, turn, ...place(i) }) as Line)
    expect(await texts(page)).toEqual([SENTENCE.join(' ')])
  })

  it('does not mix what runs up its side into its lines', async () => {
    expect(await texts([...paragraph(), { text: 'Official copy of the council', x: 40, y: 600, turn: 90 }])).toEqual([
      SENTENCE.join(' '),
      'Official copy of the council',
    ])
  })
})
