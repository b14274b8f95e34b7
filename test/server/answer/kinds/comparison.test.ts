/** Councils and times held against each other, however shortly that is put. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCorpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { madeReport } from '../../../support/made-report.ts'

const COUNCILS = ['Camden', 'Kent', 'Sunderland', 'Walsall', 'Derbyshire', 'Leeds']
const TOPICS = ['caseloads', 'early help', 'care leavers']
const reportsOf = (authority: string, day: string) =>
  madeReport({
    authority,
    day,
    overall: 'Good',
    findings: [
      'Caseloads are manageable and social workers know their children well.',
      'Early help is offered promptly to families in need.',
      'Care leavers are well prepared for living on their own.',
    ],
  })
/** Words that all reports print tell nothing: these print others. */
const OTHERS = Array.from({ length: 12 }, (_, i) =>
  madeReport({
    authority: 'Barnsley',
    day: `20${10 + i}-02-01`,
    overall: 'Good',
    findings: Array.from({ length: 9 }, (_, k) => `The ${i + k}th finding is of school places, playgrounds and parks.`),
  }),
)
const DAYS = ['2013-12-02', '2019-05-13', '2023-03-06']
const corpus = makeCorpus([...COUNCILS.flatMap((council) => DAYS.map((day) => reportsOf(council, day))), ...OTHERS])
const sidesOf = async (question: string, ...earlier: string[]) => {
  const { interpretation, sides } = await ask(question, earlier, corpus)
  return { intent: interpretation.intent, sides: sides.map(({ name }) => name), corrections: interpretation.corrections }
}
const dice = { seed: 20190204, numRuns: 40 }

test('two to four councils are sides in the order named, whatever stands between them', async () => {
  const forms: ((councils: string[], topic: string) => string)[] = [
    (councils, topic) => `${councils.join(' v ')} on ${topic}`,
    (councils, topic) => `${councils.join(' vs ')} ${topic}`,
    (councils, topic) => `${councils.join(' versus ')}: ${topic}`,
    (councils, topic) => `compare ${councils.slice(0, -1).join(', ')} and ${councils.at(-1)} on ${topic}`,
    (councils, topic) => `${councils.join(', ')}: ${topic}`,
    (councils, topic) => `${topic} in ${councils.join(' and ')}`,
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(COUNCILS, { minLength: 2, maxLength: 4 }),
      fc.constantFrom(...TOPICS),
      fc.constantFrom(...forms),
      async (councils, topic, form) => {
        expect(await sidesOf(form(councils, topic))).toEqual({ intent: 'comparison', sides: councils, corrections: [] })
      },
    ),
    dice,
  )
})

describe('one council', () => {
  test.each([
    'Leeds then and now on caseloads',
    'Leeds early help over time',
    'care leavers in Leeds before and after 2019',
    'how has early help in Leeds developed over the years?',
    'Leeds then and now',
  ])('is set against its own past by its reports: %s', async (question) => {
    expect(await sidesOf(question)).toMatchObject({ intent: 'comparison', sides: ['2013', '2019', '2023'] })
  })

  test.each([
    ['Leeds 2013 against 2019 care leavers', ['2013', '2019']],
    ['Leeds 2019 v 2023 on early help', ['2019', '2023']],
    ['compare Leeds in 2013 and 2023 on caseloads', ['2013', '2023']],
  ])('%s', async (question, sides) => {
    expect(await sidesOf(question)).toMatchObject({ intent: 'comparison', sides })
  })

  test('is not compared where a span of years only says when', async () => {
    expect((await sidesOf('care leavers in Leeds between 2013 and 2019')).intent).toBe('passages')
  })
})

test('a side is named by the year that was asked for, where a report is known by two', async () => {
  const inspected = { from: '2013-11-25', to: '2014-01-14' }
  const early = { ...reportsOf('Derbyshire', '2013-11-25'), inspected, years: [2013, 2014] }
  const { sides } = await ask('Derbyshire 2014 against 2019 care leavers', [], makeCorpus([early, reportsOf('Derbyshire', '2019-07-08')]))
  expect(sides.map(({ name }) => name)).toEqual(['2014', '2019'])
})

test('a council that the collection lacks is named beside those that it has', async () => {
  const { interpretation, notes } = await ask('compare Leeds and Torbay on caseloads', [], corpus)
  expect(interpretation.scope.authorities).toEqual(['Leeds'])
  expect(notes).toContain('The collection has no report on Torbay.')
  expect((await ask('Torbay and Devon on caseloads', [], corpus)).reason).toMatch(/no report on Torbay\..*no report on Devon\./)
})
