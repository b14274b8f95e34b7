/** Councils that are no more, and reports whose council nobody knows. */
import { describe, expect, test } from 'vitest'
import { makeCorpus } from '../../../../../index/search/corpus.ts'
import { ask } from '../../../../../server/answer/ask.ts'
import { madeReport } from '../../../../support/made-report.ts'

const FINDING = 'Caseloads are manageable and social workers know their children well.'
const old = madeReport({ authority: 'Cumbria', day: '2017-11-02', overall: 'Requires improvement', findings: [FINDING] })
const successors = ['Cumberland', 'Westmorland and Furness'].map((authority) =>
  madeReport({ authority, day: '2024-10-02', overall: 'Good', findings: [FINDING] }),
)

describe('a council that is no more', () => {
  test.each([
    'Northamptonshire caseloads',
    '"Northamptonshire" caseloads',
    'Northants caseloads',
    'n’hants caseloads',
    'is Northamptonshire good?',
  ])('names those that took over, however it is named: %s', async (question) => {
    const corpus = makeCorpus(
      ['North Northamptonshire', 'West Northamptonshire'].map((authority) => madeReport({ authority, day: '2022-10-02', overall: 'Good' })),
    )
    const { outcome, reason, related } = await ask(question, [], corpus)
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(
      /abolished on 1 April 2021: North Northamptonshire and West Northamptonshire took over\. The collection has reports on both|The collection has reports on North Northamptonshire and West Northamptonshire/,
    )
    expect(related).toHaveLength(2)
  })

  test('whose report the collection has is answered, with what came of it; and the other way about', async () => {
    const corpus = makeCorpus([old, ...successors])
    expect((await ask('is Cumbria good?', [], corpus)).notes.join(' ')).toMatch(
      /Cumbria was abolished on 1 April 2023: Cumberland and Westmorland and Furness took over/,
    )
    expect((await ask('how is Cumberland rated?', [], corpus)).notes.join(' ')).toMatch(
      /Until 1 April 2023 its area belonged to Cumbria\. The collection has reports on Cumbria\./,
    )
  })

  test('in quotation marks says where, and need not stand in the quote', async () => {
    expect((await ask('"Cumberland" caseloads', [], makeCorpus(successors))).interpretation.scope.authorities).toEqual(['Cumberland'])
  })
})

describe('a report whose council is not settled', () => {
  const unsettled = {
    ...madeReport({ authority: 'Cumbria', day: '2025-10-02', overall: 'Outstanding' }),
    authority: null,
    title: 'A report found on a desk',
  }
  const corpus = makeCorpus([...successors, { ...unsettled, councilFound: { confidence: 0, open: 'none' as const, evidence: [] } }])
  test.each([
    'how is Cumberland rated?',
    'which councils are good?',
    'the latest report on caseloads',
    'which councils are outstanding?',
    'what does this collection hold?',
    'which area was weakest in Cumberland?',
    'compare the grades of Cumberland and Westmorland and Furness',
    'Leeds caseloads',
  ])('is named where it may change the answer: %s', async (question) => {
    const { notes, reason } = await ask(question, [], corpus)
    expect(`${reason} ${notes.join(' ')}`).toMatch(
      /Which council one report is about is not settled, so nothing here counts on it: “A report found on a desk”\./,
    )
  })

  test('and not where it does not matter', async () => {
    expect((await ask('caseloads in Cumberland', [], corpus)).notes.join(' ')).not.toMatch(/not settled/)
  })
})
