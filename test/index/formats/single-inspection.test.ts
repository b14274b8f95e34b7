/** What single inspections print in sentences instead of in their table. */
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../index/library/ingest.ts'
import type { Block, Report } from '../../../index/model/report.ts'

const block = (kind: Block['kind'], text: string, cells: string[] | null = null): Block => ({
  ...{ kind, text, cells, number: null, marker: null, page: null },
  level: kind === 'heading' ? 2 : 0,
})
const read = (...blocks: Block[]): Report =>
  readReport('x', { source: 'x.pdf', sha256: '0'.repeat(64), blocks, printed: [], pages: null, furniture: [], warnings: [] })
const grades = ({ judgements }: Report): string[] => judgements.map(({ area, grade }) => `${area}: ${grade}`)

const COVER = [
  block('heading', 'Leeds City Council'),
  block('heading', 'Inspection of services for children in need of help and protection, children looked after and care leavers and'),
  block('heading', 'Review of the effectiveness of the Local Safeguarding Children Board'),
  block('text', 'Inspection date: 11 January 2016 ─ 4 Feb 2016'),
]

describe('a single inspection', () => {
  it('has the board’s grade where only a sentence in the text states it', () => {
    const report = read(
      ...COVER,
      block('heading', 'Children’s services in Leeds are good'),
      block('row', '1. Children who need help and protection Good', ['1. Children who need help and protection', 'Good']),
      block('heading', 'Executive summary'),
      block('text', 'Services are good.'),
      block('heading', 'The Local Safeguarding Children Board'),
      block('text', 'The Local Safeguarding Children Board requires improvement.'),
      block('text', 'The LSCB is good at training.'),
    )
    expect(grades(report)).toEqual([
      'Overall effectiveness: Good',
      'Children who need help and protection: Good',
      'Local Safeguarding Children Board: Requires improvement',
    ])
    expect(report.inspected).toEqual({ from: '2016-01-11', to: '2016-02-04' })
  })

  it('has its overall grade where the sentence names no council', () => {
    const report = read(
      ...COVER,
      block('heading', 'Children’s services require improvement to be good'),
      block('row', '1. Children who need help and protection Good', ['1. Children who need help and protection', 'Good']),
      block('heading', 'Executive summary'),
      block('text', 'Services are not yet good.'),
    )
    expect(grades(report)).toContain('Overall effectiveness: Requires improvement to be good')
  })

  it('may be the review of the board alone', () => {
    const report = read(
      block('heading', 'Surrey Safeguarding Children Board'),
      block('heading', 'Review of the effectiveness of the Local Safeguarding Children Board'),
      block('text', 'Inspection date: 15 June 2015 – 17 June 2015'),
      block('heading', 'The Local Safeguarding Children Board requires improvement'),
      block('heading', 'Executive summary'),
      block('text', 'The board is not yet effective.'),
    )
    expect(report).toMatchObject({
      kind: 'single_inspection',
      authority: 'Surrey',
      council: null,
      inspected: { from: '2015-06-15', to: '2015-06-17' },
    })
    expect(grades(report)).toEqual(['Local Safeguarding Children Board: Requires improvement'])
  })

  it('has its lead inspector from the label, never from running text', () => {
    const lead = (...lines: string[]): string | null =>
      read(...COVER, block('heading', 'The inspection team'), ...lines.map((line) => block('text', line))).leadInspector
    expect(
      lead('Meetings with the lead inspector attended by both the director and staff took place.', 'Lead inspector: Janet Example'),
    ).toBe('Janet Example')
    expect(lead('Deputy lead inspector: Paula Other', 'Lead inspector on site: Pietro Example')).toBe('Pietro Example')
    expect(lead('Lead inspector: Karen Example (HMI)')).toBe('Karen Example HMI')
    expect(lead('They spoke to the lead inspector every day.')).toBeNull()
  })

  it('asks for what it lists, not for what the next chapter finds nor for nothing', () => {
    const numbered = (number: string, text: string): Block => ({ ...block('text', text), number })
    const chapter = (text: string): Block => ({ ...block('heading', text), level: 4 })
    const report = read(
      ...COVER,
      block('heading', 'Executive summary'),
      block('text', 'Services are good.'),
      block('heading', 'What does the LSCB need to improve?'),
      chapter('Priority and immediate action'),
      numbered('1', 'The inspection did not find any areas for priority and immediate action.'),
      numbered('2', 'No areas were identified for immediate improvement.'),
      chapter('Areas for improvement'),
      numbered('3', 'Ensure that young people’s views inform the board.'),
      chapter('Key strengths and weaknesses of the LSCB'),
      numbered('4', 'The board holds partners to account.'),
      block('heading', 'Recommendations'),
      numbered('5', 'Improve supervision.'),
      chapter('Summary for children and young people'),
      { ...block('item', 'Plenty of support is available to help you.'), level: 1 },
    )
    expect(report.recommendations.map(({ text }) => text)).toEqual([
      'Ensure that young people’s views inform the board.',
      'Improve supervision.',
    ])
  })
})
