/** Shipped and ingested reports together: one report for each inspection, the same collection whatever the order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../index/library/collection.ts'
import { readFolder } from '../../../index/library/ingest.ts'
import { renamed } from '../../../index/library/pack.ts'
import type { Report } from '../../../index/model/report.ts'
import { slugOf } from '../../../index/model/slug.ts'

const seeds = await readFolder('seeds')
const ilacs = seeds[0]!

/** Another source of the first report, as ingesting would hand it over. */
function other(sha256: string, change: Partial<Report> = {}): Report {
  const report = { ...ilacs, sha256, source: `${sha256}.pdf`, ...change }
  return renamed(report, slugOf(report))
}
const known = (reports: Report[]) => reports.map(({ id, source, alsoIn }) => ({ id, source, alsoIn }))

describe('a collection', () => {
  it('of the shipped reports alone is the shipped reports', () => {
    expect(collect(seeds, [])).toEqual(seeds)
  })

  it('leaves out a shipped file that is ingested as well', () => {
    expect(collect(seeds, [other(ilacs.sha256)])).toEqual(seeds)
  })

  it('reads the better source of an inspection under the shipped id, and names the other', () => {
    const [report] = collect(seeds, [other('a'.repeat(64), { pages: 10 })])
    expect(report).toMatchObject({ id: '000', source: `${'a'.repeat(64)}.pdf`, alsoIn: [ilacs.source] })
    expect(report?.sections[0]?.id.startsWith('000.')).toBe(true)
  })

  it('keeps the shipped source where the other is no better', () => {
    const worse = other('b'.repeat(64), { pages: 10, health: { ...ilacs.health, numbersLost: [1, 2, ...ilacs.health.numbersLost] } })
    const even = other('c'.repeat(64))
    const [report, ...rest] = collect(seeds, [even, worse])
    expect(report).toMatchObject({ id: '000', source: ilacs.source, alsoIn: [worse.source, even.source] })
    expect(rest).toHaveLength(seeds.length - 1)
  })

  it('tells reports of one name apart without renaming the first', () => {
    const days = (from: string) => ({ inspected: { from, to: from } })
    const ids = collect(seeds, [other('e'.repeat(64), days('2020-03-09')), other('d'.repeat(64), days('2020-03-02'))]).map(({ id }) => id)
    expect(ids.slice(seeds.length)).toEqual(['staffordshire-2020-03-ilacs', 'staffordshire-2020-03-ilacs-eeee'])
  })

  it('never takes two reports of unknown dates or of committees for one inspection', () => {
    const unknown = [other('1'.repeat(64), { inspected: null }), other('2'.repeat(64), { inspected: null })]
    const committee = [other('3'.repeat(64), { kind: 'committee_report' }), other('4'.repeat(64), { kind: 'committee_report' })]
    expect(collect(seeds, [...unknown, ...committee])).toHaveLength(seeds.length + 4)
  })

  it('is the same whatever the order in which reports came', () => {
    const ingested = ['2012-07-02', '2020-03-02', '2020-03-09', '2020-03-09', '2019-02-04'].flatMap((from, i) =>
      ['Leeds', 'Kent', null].map((authority, k) =>
        other(`${i}${k}`.padEnd(64, 'f'), { authority, inspected: { from, to: from }, pages: i === 2 ? null : 9 }),
      ),
    )
    const expected = collect(seeds, ingested)
    expect(new Set(expected.map(({ id }) => id)).size).toBe(expected.length)
    fc.assert(
      fc.property(fc.shuffledSubarray(ingested, { minLength: ingested.length }), (shuffled) => {
        expect(known(collect(seeds, shuffled))).toEqual(known(expected))
      }),
      { numRuns: 30 },
    )
  })
})

describe('the id of an ingested report', () => {
  const named = (change: Partial<Report>): string => slugOf({ ...ilacs, ...change })
  it('says authority, month and kind', () => {
    expect(named({ authority: 'King’s Lynn & Wîsbech', kind: 'focused_visit' })).toBe('kings-lynn-wisbech-2019-02-focused-visit')
    expect(named({ inspected: null, published: '2012-07-13', kind: 'safeguarding_inspection' })).toBe('staffordshire-2012-07-safeguarding')
    expect(named({ inspected: null, published: null, years: [] })).toBe('staffordshire-ilacs')
  })
  it('takes the name of the file where the authority is not known', () => {
    expect(named({ authority: null, source: 'a/Our Report (final).pdf', kind: 'other' })).toBe('our-report-final-2019-02-report')
    expect(named({ authority: null, source: '….pdf', kind: 'other' })).toBe('report-2019-02-report')
  })
})
