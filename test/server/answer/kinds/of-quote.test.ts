/** Follow-ups that lean on the first quote of the answer before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCorpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { madeReport } from '../../../support/made-report.ts'

const REST = [
  'Schools are content.',
  'Parks are open.',
  'Roads are dry.',
  'Trains are slow.',
  'Shops are shut.',
  'Birds are rare.',
  'Trees are tall.',
]
const corpus = makeCorpus([
  madeReport({
    authority: 'Leeds',
    day: '2019-03-04',
    overall: 'Inadequate',
    findings: ['Buses are late.', 'Caseloads are far too high. Social workers are tired because vacancies were not filled.', ...REST],
  }),
  madeReport({
    authority: 'Leeds',
    day: '2023-03-06',
    overall: 'Good',
    findings: ['Caseloads are now manageable.', 'Playgrounds are new.'],
  }),
  madeReport({ authority: 'Kent', day: '2021-05-10', overall: 'Good', findings: ['Caseloads are low.', 'Hills are green.'] }),
])
const FIRST = 'caseloads in Leeds in 2019'
const after = (...questions: string[]) => ask(questions.at(-1) ?? '', [FIRST, ...questions.slice(0, -1)], corpus)
const texts = async (...questions: string[]) => (await after(...questions)).quotes.map(({ text }) => text)

test('what comes next is the next sentence of the report, however often it is asked, and what stood before the one before', async () => {
  const all = corpus.units.filter(({ placed }) => placed.report.authority === 'Leeds' && placed.report.years[0] === 2019)
  const order = all.map(({ placed, start, end }) => placed.passage.text.slice(start, end))
  const [answered = ''] = (await ask(FIRST, [], corpus)).quotes.map(({ text }) => text)
  const at = order.indexOf(answered)
  const NEXT = fc.constantFrom('what does the report say next?', 'and what comes next?', 'go on', 'what follows?')
  const BEFORE = fc.constantFrom('what stands before that?', 'the previous sentence')
  await fc.assert(
    fc.asyncProperty(fc.array(NEXT, { minLength: 1, maxLength: 4 }), fc.array(BEFORE, { maxLength: 3 }), async (on, back) => {
      const step = on.length - back.length
      expect(await texts(...on, ...back)).toEqual([order[at + step]])
    }),
    { seed: 20190204, numRuns: 25 },
  )
})

test('the report ends somewhere', async () => {
  const { outcome, reason } = await after(...Array.from({ length: 20 }, () => 'what comes next?'))
  expect([outcome, reason]).toEqual(['not_found', 'Nothing stands after that in the report on the Leeds inspection, 4 March 2019.'])
})

test.each(['who said that?', 'whose words are those?', 'says who?'])('%s names the speaker', async (question) => {
  expect((await after(question)).notes[0]).toMatch(/quotes?: Ofsted, inspectors’ finding \(Leeds, 4 March 2019\)/)
  expect((await after('what comes next?', question)).notes[0]).toMatch(/^1 quote: Ofsted/)
})

test.each(['when was that?', 'and when was that found?', 'how old is that?', 'what year was that?', 'when did they say that?'])(
  '%s',
  async (question) => {
    const { notes, quotes } = await after(question)
    expect(notes[0]).toBe('The quote is from the Leeds inspection, 4 March 2019.')
    expect(quotes.at(-1)?.text).toMatch(/Caseloads/)
  },
)

describe('whether it is still so', () => {
  test.each(['is that still the case?', 'is that still true today?', 'has that improved since?', 'still the case?'])(
    'is told by later reports: %s',
    async (question) => {
      const { quotes, coverage, interpretation } = await after(question)
      expect(quotes.map(({ text }) => text)).toContain('Caseloads are now manageable.')
      expect(coverage.searched).toEqual(interpretation.scope.reports)
      expect(new Set(quotes.map(({ report }) => report.inspected?.to))).toEqual(new Set(['2023-03-06']))
    },
  )

  test('is not told where there is none', async () => {
    const { outcome, reason } = await ask('is that still the case?', ['caseloads in Kent'], corpus)
    expect([outcome, reason]).toEqual([
      'not_found',
      'The Kent inspection, 10 May 2021 is the newest in the collection on Kent: no later report says whether it is still so.',
    ])
  })

  test('of a grade is told by the later grade', async () => {
    const { quotes } = await ask('is that still the case?', ['How was Leeds rated in 2019?'], corpus)
    expect(quotes.map(({ text }) => text)).toEqual(['Overall effectiveness Good'])
  })
})

test('why is told by a sentence that names a cause, beside the quote', async () => {
  expect(await texts('and why?')).toEqual(['Social workers are tired because vacancies were not filled.'])
  expect((await ask('why?', ['caseloads in Kent'], corpus)).reason).toMatch(/names no cause for this in so many words/)
})

test('without an answer before, or after none, there is no quote to ask of', async () => {
  expect((await ask('who said that?', [], corpus)).outcome).toBe('needs_clarifying')
  expect((await ask('when was that?', ['zebras in Leeds'], corpus)).outcome).toBe('not_found')
})

test('a question with words of its own is no such follow-up', async () => {
  expect((await after('what about playgrounds in 2023?')).quotes.map(({ text }) => text)).toEqual(['Playgrounds are new.'])
})
