import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import type { Block } from '../../../index/model/report.ts'
import { type Line, makePdf } from '../../support/pdf-maker.ts'

const read = async (...pages: Line[][]): Promise<Block[]> => (await extractText(makePdf(pages), 'report.pdf')).blocks
const texts = (blocks: Block[]): string[] => blocks.map(({ text }) => text)

/** The lines of a column from `y` down, 15 points apart; an empty string leaves a line white. */
const column = (x: number, lines: string[], y = 740, size = 11): Line[] =>
  lines.flatMap((text, i) => (text ? [{ text, x, y: y - 15 * i, size }] : []))
/** As a typesetter draws that goes down the page: each line across all columns. */
const lineByLine = (...columns: Line[][]): Line[] => columns.flat().sort((a, b) => b.y - a.y)

const LEFT = ['Children in these homes are seen', 'by a worker they know, and most', 'say that they feel safe there.']
const RIGHT = ['Leaders have not yet put right', 'the weak oversight of plans that', 'was found two years ago.']
const WHOLE = [LEFT.join(' '), RIGHT.join(' ')]

describe('a page of two columns', () => {
  it('is read down each column, whichever way it was drawn', async () => {
    expect(texts(await read(lineByLine(column(60, LEFT), column(320, RIGHT))))).toEqual(WHOLE)
    expect(texts(await read([...column(60, LEFT), ...column(320, RIGHT)]))).toEqual(WHOLE)
    expect(texts(await read([...column(320, RIGHT), ...column(60, LEFT)]))).toEqual(WHOLE)
  })

  it('is read so where the lines of one stand between the lines of the other', async () => {
    expect(texts(await read(lineByLine(column(60, LEFT), column(320, RIGHT, 733))))).toEqual(WHOLE)
  })

  it('keeps what stands across both in its place', async () => {
    const across = (text: string, y: number): Line => ({ text, x: 60, y, size: 11 })
    const page = [
      across('A line that runs across the whole width of the page, above both of its columns.', 790),
      ...lineByLine(column(60, LEFT), column(320, RIGHT)),
      across('A line that runs across the whole width of the page, below both of its columns.', 660),
      ...lineByLine(
        column(60, ['More words of the report stand', 'in two columns down here, and', 'they end soon.'], 620),
        column(320, RIGHT, 620),
      ),
    ]
    expect(texts(await read(page))).toEqual([
      'A line that runs across the whole width of the page, above both of its columns.',
      ...WHOLE,
      'A line that runs across the whole width of the page, below both of its columns.',
      'More words of the report stand in two columns down here, and they end soon.',
      WHOLE[1],
    ])
  })

  it('carries a sentence from the foot of one column to the head of the next', async () => {
    const left = ['Workers see children alone and', 'listen to them, and their plans are', 'written with them by the teams of']
    const right = ['Leeds and of its partners, who are', 'all in one building and know each', 'other well.']
    const blocks = await read(lineByLine(column(60, left), column(320, right)), column(60, ['Managers agree.']))
    expect(texts(blocks)).toEqual([[...left, ...right].join(' '), 'Managers agree.'])
  })

  it('keeps paragraphs apart that break on the same line in both', async () => {
    const left = [...LEFT, '', 'Managers know their service.', 'They act on what they learn.']
    const right = [...RIGHT, '', 'Partners meet every month to', 'look at what was done.']
    expect(texts(await read(lineByLine(column(60, left), column(320, right))))).toEqual([
      WHOLE[0],
      'Managers know their service. They act on what they learn.',
      WHOLE[1],
      'Partners meet every month to look at what was done.',
    ])
  })
})

describe('what only looks like columns', () => {
  it('is a table where names stand beside grades', async () => {
    const names = ['The experiences and progress of', 'children who need help', '', 'Leadership', '', 'Adoption performance']
    const grades = ['Good', '', '', 'Inadequate', '', 'Outstanding']
    const blocks = await read(lineByLine(column(60, names), column(400, grades)))
    expect(blocks.map(({ kind }) => kind)).not.toContain('text')
    expect(blocks.at(-1)?.cells).toEqual(['Adoption performance', 'Outstanding'])
  })

  it('is a table where cells of running text begin on the same lines, and is read row by row', async () => {
    const asked = [
      'Make sure that plans for children',
      'say what should change, and by',
      'when.',
      '',
      'See that managers look at each',
      'case every month.',
    ]
    const done = [
      'All plans have been looked at.',
      '',
      '',
      '',
      'A new record shows when a case',
      'was last looked at, and a manager',
      'looks at it each week.',
    ]
    const blocks = await read(lineByLine(column(60, asked), column(320, done)))
    expect(blocks.map(({ cells }) => cells)).toEqual([
      ['Make sure that plans for children say what should change, and by when.', 'All plans have been looked at.'],
      [
        'See that managers look at each case every month.',
        'A new record shows when a case was last looked at, and a manager looks at it each week.',
      ],
    ])
  })

  it('leaves a table of grades beside a page of columns a table', async () => {
    const page = [
      ...lineByLine(column(60, ['Overall effectiveness', 'Leadership'], 790), column(320, ['Good', 'Good'], 790)),
      ...lineByLine(column(60, LEFT), column(320, RIGHT)),
    ]
    const blocks = await read(page)
    expect(blocks.flatMap(({ cells }) => (cells ? [cells] : []))).toEqual([
      ['Overall effectiveness', 'Good'],
      ['Leadership', 'Good'],
    ])
    expect(texts(blocks).slice(2)).toEqual(WHOLE)
  })
})

describe('any page of columns', () => {
  const word = fc.constantFrom(
    'children',
    'workers',
    'plans',
    'are',
    'seen',
    'by',
    'teams',
    'who',
    'know',
    'them',
    'well',
    'and',
    'listen',
    'late',
  )
  const sentence = fc.array(word, { minLength: 18, maxLength: 40 })
  const page = fc.record({
    columns: fc.array(sentence, { minLength: 2, maxLength: 3 }),
    leading: fc.integer({ min: 13, max: 16 }),
    shift: fc.integer({ min: 0, max: 14 }),
    shuffled: fc.boolean(),
  })

  it('gives each column’s sentence whole, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(page, async ({ columns, leading, shift, shuffled }) => {
        const width = columns.length === 2 ? 40 : 26
        const sentences = columns.map((words, i) => `${['One', 'Two', 'Three'][i]} ${words.join(' ')}.`)
        const lines = sentences.map((text, i) =>
          wrap(text, width).map((line, j) => ({
            text: line,
            x: 50 + (500 / columns.length) * i,
            y: 750 - shift * i - leading * j,
            size: 10,
          })),
        )
        const blocks = await read(shuffled ? lineByLine(...lines) : lines.flat())
        expect(texts(blocks)).toEqual(sentences)
      }),
      { numRuns: 40 },
    )
  })
})

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
