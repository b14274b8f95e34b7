import { describe, expect, it, test } from 'vitest'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { madeReport } from '../../support/made-report.ts'

const CASELOADS = 'Caseloads are manageable and social workers know their children well.'
const corpus = makeCorpus([
  madeReport({
    authority: 'Camden',
    day: '2015-03-02',
    overall: 'Inadequate',
    findings: ['Caseloads are far too high for safe practice.'],
  }),
  madeReport({ authority: 'Camden', day: '2022-05-09', overall: 'Good', findings: [CASELOADS] }),
  madeReport({
    authority: 'Camden',
    day: '2024-01-15',
    overall: 'Good',
    kind: 'focused_visit',
    findings: ['Caseloads have risen since the last inspection.'],
  }),
  madeReport({ authority: 'Islington', day: '2020-03-09', overall: 'Outstanding', findings: ['Caseloads are low across all teams.'] }),
  madeReport({
    authority: 'Kent',
    day: '2022-05-09',
    overall: 'Requires improvement to be good',
    findings: ['Caseloads vary between the districts.'],
  }),
  madeReport({ authority: 'Surrey', day: '2013-02-04', overall: 'Adequate', findings: ['Caseloads were reduced in the autumn.'] }),
  madeReport({ authority: 'Sunderland', day: '2021-06-28', overall: 'Outstanding', findings: ['Caseloads allow direct work.'] }),
  madeReport({ authority: 'Walsall', day: '2021-10-04', overall: 'Good', findings: ['Caseloads are kept under review.'] }),
])
const asked = async (question: string, earlier: string[] = []) => {
  const { interpretation, outcome, reason, summary, quotes, notes } = await ask(question, earlier, corpus)
  return { ...interpretation.scope, terms: interpretation.terms.map(({ word }) => word), outcome, reason, summary, quotes, notes }
}

describe('a group of councils is understood', () => {
  test.each([
    ['caseloads in good councils', ['Camden', 'Walsall']],
    ['How do good authorities handle caseloads?', ['Camden', 'Walsall']],
    ['caseloads in all outstanding local authorities', ['Islington', 'Sunderland']],
    ['What did Ofsted say about caseloads in councils rated outstanding?', ['Islington', 'Sunderland']],
    ['caseloads in councils that require improvement', ['Kent']],
    ['caseloads in adequate councils', ['Surrey']],
    ['caseloads in good or outstanding London councils', ['Camden', 'Islington']],
    ['caseloads in London', ['Camden', 'Islington']],
    ['caseloads across the West Midlands', ['Walsall']],
    ['caseloads in the North East', ['Sunderland']],
    ['What do county councils do about caseloads?', ['Kent', 'Surrey']],
    ['caseloads in London boroughs', ['Camden', 'Islington']],
    ['caseloads in metropolitan boroughs', ['Sunderland', 'Walsall']],
    ['caseloads in good councils since 2022', ['Camden']],
    ['caseloads in London since 2021', ['Camden']],
  ])('%s', async (question, councils) => {
    const { authorities, terms, outcome } = await asked(question)
    expect(authorities).toEqual(councils)
    expect(terms.at(-1)).toBe('caseloads')
    expect(outcome).toBe('answered')
  })

  it('by its latest grade: the inspection that gave it and what came after, nothing older', async () => {
    const { reports, quotes } = await asked('caseloads in good councils')
    expect(reports).toEqual(['camden-2022-05-ilacs', 'camden-2024-01-focused-visit', 'walsall-2021-10-ilacs'])
    expect(quotes.map(({ text }) => text)).not.toContain('Caseloads are far too high for safe practice.')
  })

  it('and said in words', async () => {
    const { summary, notes } = await asked('caseloads in good councils')
    expect(summary).toContain('Asked of 2 councils whose latest overall grade is Good.')
    expect(notes[0]).toContain('2 councils whose latest overall grade is Good')
    expect((await asked('caseloads in London')).summary).toContain('2 councils in London')
  })

  it('in a follow-up, in the place of the council before', async () => {
    const { authorities, quotes } = await asked('and in the North East?', ['What about caseloads in Camden?'])
    expect(authorities).toEqual(['Sunderland'])
    expect(quotes[0]?.text).toBe('Caseloads allow direct work.')
  })
})

describe('councils are listed by their latest grade', () => {
  test.each(['all outstanding councils', 'Which councils are outstanding?', 'List the councils that are rated outstanding'])(
    '%s',
    async (question) => {
      const { quotes } = await asked(question)
      expect(quotes.map(({ report, text }) => [report.authority, text])).toEqual([
        ['Islington', 'Overall effectiveness Outstanding'],
        ['Sunderland', 'Overall effectiveness Outstanding'],
      ])
    },
  )

  it('and once each, where all are asked', async () => {
    const { quotes, summary } = await asked('What are the overall grades of all councils?')
    expect(quotes.map(({ report }) => report.authority)).toEqual(['Camden', 'Islington', 'Kent', 'Sunderland', 'Surrey', 'Walsall'])
    expect(quotes[0]?.text).toBe('Overall effectiveness Good')
    expect(summary).not.toContain('Inadequate')
  })
})

describe('an empty group is refused with what there is', () => {
  test.each([
    ['caseloads in inadequate councils', 'no council whose latest overall grade is Inadequate', 'Outstanding 2, Good 2, Adequate 1'],
    ['caseloads in inadequate London boroughs', 'no London borough whose latest overall grade is Inadequate', 'Outstanding 1, Good 1'],
    ['caseloads in the East of England', 'no council in the East of England', 'London (2)'],
  ])('%s', async (question, none, there) => {
    const { outcome, reason, quotes } = await asked(question)
    expect([outcome, quotes]).toEqual(['not_found', []])
    expect(reason).toContain(none)
    expect(reason).toContain(there)
  })
})

test.each([
  'What is good practice in supervision?',
  'the south west of the county',
  'good caseloads',
  'Is the authority good at early help?',
])('“%s” names no group', async (question) => {
  expect((await ask(question, [], corpus)).interpretation.scope.authorities).toEqual([])
})
