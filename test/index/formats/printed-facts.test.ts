/** What a report says about itself, each fact with the printed line that proves it. */
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../index/library/ingest.ts'
import type { Block, Report } from '../../../index/model/report.ts'
import { passagesOf } from '../../../index/model/report.ts'
import { seeds } from '../../support/seeds.ts'

const block = (kind: Block['kind'], text: string): Block => ({
  ...{ kind, text, cells: null, number: null, marker: null, page: null },
  level: kind === 'heading' ? 2 : 0,
})
const read = (...blocks: Block[]): Report =>
  readReport('x', { source: 'x.pdf', sha256: '0'.repeat(64), blocks, printed: [], pages: null, furniture: [], warnings: [] })
const values = ({ facts }: Report): string[] => facts.map(({ name, value }) => `${name}: ${value}`)

describe('the facts that a report prints about itself', () => {
  it('each have the words of a passage as proof', () => {
    for (const report of seeds)
      for (const { printed, passageId } of report.facts) {
        const passage = report.sections.flatMap(passagesOf).find(({ id }) => id === passageId)
        expect(passage?.text).toContain(printed)
      }
    expect(values(seeds[4]!)).toEqual(expect.arrayContaining(['inspected: 2019-02-04/2019-02-15', 'lead inspector: Neil Penswick HMI']))
    expect(values(seeds[3]!)).toEqual(
      expect.arrayContaining(['addressee: Bernie Brown', 'director of children’s services: Bernie Brown', 'signatory: Alison Smale']),
    )
  })

  it('hold previous inspections with their grades, the size of the team, and the number', () => {
    const report = read(
      block('heading', 'Leeds City Council'),
      block('heading', 'Inspection of services for children in need of help and protection, children looked after and care leavers'),
      block('text', 'Inspection date: 18 Feb 2014 – 12 March 2014'),
      block('text', 'Report published: 23 May 2014'),
      block('heading', 'Executive summary'),
      block('text', 'The last inspection found weak plans.'),
      block('heading', 'Previous Ofsted inspections'),
      block(
        'item',
        'The previous inspection of the local authority’s services for looked after children was in May 2011. It was judged to be good.',
      ),
      block('heading', 'Information'),
      block('text', 'The inspection team consisted of eight of Her Majesty’s Inspectors (HMI) from Ofsted.'),
      block('text', 'Unique reference number: 80481'),
    )
    expect(values(report).sort()).toEqual([
      'inspected: 2014-02-18/2014-03-12',
      'number of inspectors: 8',
      'previous grade: Good',
      'previous inspection: 2011-05',
      'published: 2014-05-23',
      'unique reference number: 80481',
    ])
  })
})
