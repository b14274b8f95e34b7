/** Who is in post since when, how many homes are run, and how the inspection before ended. */
import { expect, test } from 'vitest'
import { makeCorpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { madeReport } from '../../../support/made-report.ts'

const corpus = makeCorpus([
  madeReport({ authority: 'Kent', day: '2018-10-02', overall: 'Inadequate', findings: ['Caseloads are too high.'] }),
  madeReport({
    authority: 'Kent',
    day: '2022-05-02',
    overall: 'Good',
    findings: [
      'The Director of Children’s Services has been in post since April 2021.',
      'The Director of Children’s Services has a clear vision for care leavers, and staff say so.',
      'The chair of the Local Safeguarding Children Board took up post in June 2019.',
      'The local authority operates six children’s homes. All were judged to be good.',
      'There are 40 children living in children’s homes, of whom half live outside the county.',
    ],
  }),
])

test.each([
  [
    'how long has the director of children’s services been in the job in Kent',
    /^The Director of Children’s Services has been in post since April 2021\.$/,
  ],
  ['since when has the DCS been in post in Kent', /in post since April 2021/],
  ['when was the LSCB chair appointed in Kent', /took up post in June 2019/],
  ['how many children’s homes does Kent run', /operates six children’s homes/],
  ['does Kent run any children’s homes', /operates six children’s homes/],
])('%s', async (question, printed) => {
  const { outcome, quotes } = await ask(question, [], corpus)
  expect(outcome).toBe('answered')
  expect(quotes.map(({ text }) => text)).toEqual([expect.stringMatching(printed)])
})

test('where no sentence tells of the inspection before, its own report does', async () => {
  const { quotes } = await ask('what had Kent been judged the time before, according to the 2022 report', [], corpus)
  expect(quotes.map(({ text, report }) => [text, report.id.includes('2018')])).toEqual([['Overall effectiveness Inadequate', true]])
})
