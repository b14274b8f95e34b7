/** Time named against the clock, and times that are none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCorpus } from '../../../../../index/search/corpus.ts'
import { ask } from '../../../../../server/answer/ask.ts'
import { ALL_PARTS } from '../../../../../server/answer/question.ts'
import { understand } from '../../../../../server/answer/understand/understand.ts'
import { madeReport } from '../../../../support/made-report.ts'

const YEARS = Array.from({ length: 14 }, (_, i) => 2012 + i)
const corpus = makeCorpus(
  YEARS.map((year) =>
    madeReport({
      authority: 'Leeds',
      day: `${year}-03-02`,
      overall: 'Good',
      findings: [`Early help was strong in the ${year}th street. It will grow by 2031.`],
    }),
  ),
)
const yearsOf = (text: string, today: string) => understand(text, [], corpus, {}, ALL_PARTS, today).scope.years
const answer = (text: string, today = '2026-11-25') => ask(text, [], corpus, {}, ALL_PARTS, today)

test('a number of years ago is that year, and the last so many years begin with it, whatever the day and the collection', () => {
  const words = 'zero one two three four five six seven eight nine ten'.split(' ')
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 2021, max: 2025 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      (n, year, spelt, month) => {
        const today = `${year}-${String(month).padStart(2, '0')}-15`
        const number = spelt ? words[n] : n
        expect(yearsOf(`early help in Leeds ${number} ${n === 1 ? 'year' : 'years'} ago`, today)).toEqual(
          YEARS.filter((one) => one === year - n),
        )
        expect(yearsOf(`early help in Leeds in the last ${number} years`, today)).toEqual(YEARS.filter((one) => one >= year - n))
      },
    ),
    { seed: 20190204, numRuns: 60 },
  )
})

test.each([
  ['early help last year', '2026-11-25', [2025]],
  ['early help a year ago', '2024-11-25', [2023]],
  ['early help a decade ago', '2026-11-25', [2016]],
  ['early help in the last couple of years', '2026-11-25', [2024, 2025]],
  ['early help in the past decade', '2024-01-01', YEARS.slice(2)],
  ['early help last month', '2025-04-20', [2025]],
  ['early help between 2013 and 2015', '2026-11-25', [2013, 2014, 2015]],
])('%s', (text, today, years) => {
  expect(yearsOf(text, today)).toEqual(years)
})

describe('a time that the collection has no report of is refused by its own words', () => {
  test.each([
    ['early help in Leeds this year', /no report of 2026 \(this year\) on Leeds/],
    ['early help in Leeds last month', /no report of last month on Leeds/],
    ['early help in Leeds since 2028', /no report of 2028 or later on Leeds/],
    ['early help in Leeds before 2005', /no report of 2004 or earlier on Leeds/],
    ['early help in Leeds between 2001 and 2004', /no report of 2001 to 2004 on Leeds/],
  ])('%s', async (text, reason) => {
    expect((await answer(text)).reason).toMatch(reason)
  })

  test('also where an older report foresees something of it', async () => {
    expect((await answer('early help in Leeds this year', '2031-05-05')).outcome).toBe('not_found')
  })
})

describe('a time that no report prints narrows nothing and is said to be none', () => {
  test.each([
    'early help in Leeds recently',
    'early help in Leeds since the pandemic',
    'early help before covid in Leeds',
    'has early help improved lately in Leeds?',
  ])('%s', async (text) => {
    const { interpretation, notes, coverage } = await answer(text)
    expect(interpretation.terms.map(({ word }) => word)).toEqual(['early help'])
    expect(coverage.searched).toHaveLength(YEARS.length)
    expect(notes.join(' ')).toMatch(
      /is no printed time, so reports of all years were searched; the newest is the Leeds inspection, 2 March 2025/,
    )
  })

  test.each(['recently qualified social workers in Leeds', 'the effect of the pandemic on early help'])(
    'but it may be what is spoken of: %s',
    (text) => {
      expect(understand(text, [], corpus).vague).toEqual([])
    },
  )
})
