/** Every word of a passage is led back to where it stands on the page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readReport } from '../../../index/library/ingest.ts'
import { lettersOf, type Place, placed, placesOf } from '../../../index/library/originals/places.ts'
import type { Printed } from '../../../index/model/printed.ts'
import { passagesOf } from '../../../index/model/report.ts'
import { type Line, makePdf } from '../../support/pdf-maker.ts'

const spot = (page: number, x = 0): Printed['spot'] => ({ page, x, y: 0, dx: 100, dy: 0, size: 12 })
const words = (text: string, places: Place[]): [string, number][] =>
  places.map(({ start, end, spot: { page } }) => [text.slice(start, end), page])

async function read(pages: Line[][]) {
  const source = await extractText(makePdf(pages), 'report.pdf')
  const report = readReport('r', source)
  return { passages: report.sections.flatMap(passagesOf), places: placesOf(report, source) }
}

describe('the places of a passage', () => {
  it('follow it over lines and pages, and leave its number, furniture and hyphens of lines where they are', async () => {
    const { passages, places } = await read([
      [
        { text: 'Ofsted 1', y: 30, tag: 'Artifact' },
        { text: '14. Children get help that is well-', y: 700, tag: 'L/LI#1/LBody' },
        { text: 'planned and early. Leaders know', y: 685, tag: 'L/LI#1/LBody' },
      ],
      [{ text: 'their services well.', y: 750, tag: 'L/LI#1/LBody' }],
    ])
    const [passage] = passages
    expect(passage).toMatchObject({
      number: '14',
      text: 'Children get help that is well-planned and early. Leaders know their services well.',
    })
    const own = places?.get(passage!.id.slice(1)) ?? []
    expect(words(passage!.text, own)).toEqual([
      ['Children get help that is well-', 1],
      ['planned and early. Leaders know', 1],
      ['their services well.', 2],
    ])
    expect(own.map(({ spot }) => spot.y)).toEqual([700, 685, 750])
    // the number is no part of the words, so the first stretch begins to the right of it
    expect(own[0]!.spot.x).toBeGreaterThan(72)
  })

  it('tell the cells of a row apart, whatever order they were read in', () => {
    const printed = [
      { text: 'The experiences and progress of', spot: spot(1) },
      { text: 'Good', spot: spot(1, 400) },
      { text: 'children in care', spot: spot(1) },
    ]
    const text = 'The experiences and progress of children in care Good'
    expect(words(text, placed(text, printed)).map(([word]) => word)).toEqual([
      'The experiences and progress of',
      'children in care',
      'Good',
    ])
    expect(placed(text, printed).at(-1)?.spot.x).toBe(400)
  })

  it('know a word whose hyphen at the line’s end was left out', () => {
    const printed = [
      { text: 'The inspec-', spot: spot(1) },
      { text: 'tion of well-', spot: spot(2) },
      { text: 'being', spot: spot(3) },
    ]
    expect(words('The inspection of well-being', placed('The inspection of well-being', printed))).toEqual([
      ['The inspec', 1],
      ['tion of well-', 2],
      ['being', 3],
    ])
  })

  it('know a raised figure by the plain one of the file', () => {
    const printed = [
      { text: 'The board', spot: spot(1) },
      { text: '12', spot: spot(1, 80) },
    ]
    expect(words('The board¹²', placed('The board¹²', printed))).toEqual([
      ['The board', 1],
      ['¹²', 1],
    ])
  })

  it('are there for a file without pages: none', async () => {
    const source = await extractText(new TextEncoder().encode('1. Children are safe.\n'), 'a.txt')
    expect(placesOf(readReport('r', source), source)).toBeNull()
  })

  it('cover every letter once, in order, however the words were cut and whatever mark came off', () => {
    const word = fc.stringMatching(/^[a-zé¹’-]{1,9}$/)
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('', '14. ', '• ', 'a) '),
        (lines, mark) => {
          const printed = lines.map((line, i) => ({ text: (i === 0 ? mark : '') + line.join(' '), spot: spot(i + 1) }))
          const text = lines.map((line) => line.join(' ')).join(' ')
          const places = placed(text, printed)
          expect(places.map(({ start, end }) => lettersOf(text.slice(start, end)).letters).join('')).toBe(lettersOf(text).letters)
          expect(words(text, places)).toEqual(lines.map((line, i) => [line.join(' '), i + 1]))
        },
      ),
    )
  })
})
