import { describe, expect, it } from 'vitest'
import type { Facts, Passage } from '../../../index/model/report.ts'
import type { Placed } from '../../../index/search/corpus.ts'
import { cite, harvardLetters, plainRuns, referenceOf, STYLES } from '../../../server/cite/styles.ts'
import { realCorpus } from '../../support/corpus.ts'

const corpus = await realCorpus()

/** Kinds of report that the five do not show, with the facts of real ones and the pages that a PDF prints. */
function placedIn(facts: Partial<Facts> & { id: string }, passage: Partial<Passage>): Placed {
  const model = corpus.passages.get('004.p24')!
  const report = { ...model.report, ...facts }
  return { ...model, report, passage: { ...model.passage, ...passage } }
}
const OTHERS: [string, Placed][] = [
  [
    'monitoring visit, unnumbered paragraph with a page',
    placedIn(
      {
        id: 'monitoring',
        kind: 'monitoring_visit',
        title: 'Monitoring visit of Birmingham children’s services',
        inspected: { from: '2018-05-29', to: '2018-05-30' },
        published: '2018-07-02',
      },
      { number: null, page: { pdf: 2, printed: '2' } },
    ),
  ],
  [
    'single inspection, numbered paragraph with a page',
    placedIn(
      {
        id: 'single',
        kind: 'single_inspection',
        title:
          'Birmingham City Council: Inspection of services for children in need of help and protection, children looked after and care leavers',
        published: '2016-11-25',
      },
      { number: '57', page: { pdf: 18, printed: '17' } },
    ),
  ],
  [
    'inspection without a day of publication',
    placedIn({ id: 'inspected', published: null, inspected: { from: '2013-01-21', to: '2013-01-30' } }, { number: '12', page: null }),
  ],
  [
    'other, nothing dated',
    placedIn(
      { id: 'other', kind: 'other', title: 'Annual conversation', published: null, inspected: null, years: [] },
      { number: null, page: null },
    ),
  ],
]

/** Every kind of place that the five reports have. */
const PLACES =
  '000.p17 000.u11 000.i3 000.r5 000.h1 001.u11 001.i2 002.p24 002.i10 002.r28 002.u15 003.u26 003.i2 003.h3 004.p24 004.i1 004.r5 004.u5'.split(
    ' ',
  )

describe.each(STYLES)('citations in %s style', (style) => {
  it('are as agreed for each kind of report and place', async () => {
    const reading = { viewed: '2026-11-21', base: 'https://quotes.example', letters: harvardLetters(corpus.reports) }
    const bare = { ...reading, base: null, letters: new Map<string, string>() }
    const cases = [...PLACES.map((id): [string, Placed] => [id, corpus.passages.get(id)!]), ...OTHERS]
    const lines = cases.flatMap(([name, placed]) => {
      const { inText, note } = cite(style, placed, reading)
      return [
        `${name} (${placed.report.kind})`,
        ...(inText ? [`  text: ${inText}`] : []),
        `  note: ${plainRuns(note)}`,
        `  bare: ${plainRuns(cite(style, placed, bare).note)}`,
      ]
    })
    const references = corpus.reports.map((report) => `reference ${report.id}: ${plainRuns(referenceOf(style, report, reading))}`)
    await expect(`${[...lines, '', ...references].join('\n')}\n`).toMatchFileSnapshot(`../../golden/citations-${style}.txt`)
  })
})

describe('a citation', () => {
  const reading = { viewed: '2026-11-21', base: null, letters: harvardLetters(corpus.reports) }
  it('never invents a number', () => {
    for (const placed of corpus.passages.values())
      if (!placed.passage.number)
        for (const style of STYLES) expect(plainRuns(cite(style, placed, reading).note)).not.toMatch(/para(?:graph|\.)? \d/)
  })
  it('links the title, or the address, to the paragraph', () => {
    const linked = { ...reading, base: 'https://quotes.example' }
    for (const style of STYLES)
      expect(cite(style, corpus.passages.get('004.p24')!, linked).note.find(({ href }) => href)?.href).toBe(
        'https://quotes.example/reports/004#004.p24',
      )
  })
  it('tells two reports of one publisher and year apart where the style names only these', () => {
    expect([...reading.letters]).toEqual([
      ['000', 'a'],
      ['004', 'b'],
    ])
  })
})
