/** What holds for any question at all. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Answer } from '../../../server/answer/answer.ts'
import { ask } from '../../../server/answer/ask.ts'
import { cutOf, quoteOf } from '../../../server/cite/quote.ts'
import { AnswerSchema } from '../../../server/contract/schemas.ts'
import { realCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})

/** The same dice on every machine; the numbers of runs keep the file under ten seconds. */
const dice = (numRuns: number) => ({ seed: 20190204, numRuns })

const WORDS = (
  'what who how many which when did does is are the a of in for and or not say about stoke staffordshire 2009 2019 2025 birmingham ' +
  'care leavers children kids foster carers adoption return home interviews homeless caseloads grade rated overall letter latest both councils ' +
  'compare list improve within three months percent cost "adoption" -police they that there since before ?'
).split(' ')
/** Questions as people might type them, and anything else. */
const question = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ minLength: 480, maxLength: 500 }),
  fc.constantFrom(
    '\u0000\u0007\u001b[31m',
    '👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 in care?',
    'a'.repeat(500),
    '"',
    '-',
    '- -',
    '""""',
    'ﬁﬂ ㎏ ½ Ⅷ',
    '(((((',
    '\u202eStoke',
  ),
)

function isSound(answer: Answer): void {
  const parsed = AnswerSchema.safeParse(JSON.parse(JSON.stringify(answer)))
  expect(parsed.error?.issues ?? []).toEqual([])
  expect(answer.quotes.length > 0).toBe(answer.outcome === 'answered')
  expect(answer.reason === null).toBe(answer.outcome === 'answered')
  const { scope } = answer.interpretation
  for (const quote of [...answer.quotes, ...answer.related]) {
    const passage = corpus.passages.get(quote.proof.passage)?.passage
    expect(passage?.text.slice(quote.proof.start, quote.proof.end)).toBe(quote.text)
    const cut = cutOf(quote.id, corpus)
    expect(cut && quoteOf(cut).text).toBe(quote.text)
    for (const [start, end] of quote.marks) expect(start >= 0 && start < end && end <= quote.text.length).toBe(true)
  }
  for (const { report } of answer.quotes) {
    expect(answer.coverage.searched).toContain(report.id)
    if (scope.authorities.length > 0) expect(scope.authorities).toContain(report.authority)
    if (scope.reports.length > 0) expect(scope.reports).toContain(report.id)
    const years = corpus.reports.find(({ id }) => id === report.id)?.years ?? []
    if (scope.years.length > 0) expect(scope.years.some((year) => years.includes(year))).toBe(true)
  }
  const { searched, quoted, silent } = answer.coverage
  expect(quoted.filter((id) => silent.includes(id) || !searched.includes(id))).toEqual([])
}

test('any text at all gives a valid answer whose quotes are slices of their reports, within the scope it states', async () => {
  await fc.assert(
    fc.asyncProperty(question, async (text) => isSound(await ask(text, [], corpus))),
    dice(100),
  )
})

test('any earlier questions at all leave the answer valid', async () => {
  await fc.assert(
    fc.asyncProperty(question, fc.array(question, { minLength: 1, maxLength: 4 }), async (text, earlier) =>
      isSound(await ask(text, earlier, corpus)),
    ),
    dice(35),
  )
})

test('what was picked in the page is never left', async () => {
  const picks = fc.record({
    authorities: fc.subarray(['Staffordshire', 'Stoke-on-Trent']),
    years: fc.subarray([2009, 2019, 2025, 2026]),
    reports: fc.subarray(['000', '001', '002', '003', '004']),
  })
  await fc.assert(
    fc.asyncProperty(question, picks, async (text, picked) => {
      const { quotes } = await ask(text, [], corpus, picked)
      for (const { report } of quotes) {
        if (picked.authorities.length > 0) expect(picked.authorities).toContain(report.authority)
        if (picked.reports.length > 0) expect(picked.reports).toContain(report.id)
      }
    }),
    dice(35),
  )
})

test('the same question twice gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(question, fc.array(question, { maxLength: 2 }), async (text, earlier) => {
      const [one, two] = [await ask(text, earlier, corpus), await ask(text, earlier, corpus)]
      expect(JSON.stringify(one)).toBe(JSON.stringify(two))
    }),
    dice(25),
  )
})

test('where the council and the year stand in the question does not change what is quoted', async () => {
  const topic = fc.constantFrom(
    'return home interviews',
    'adoption',
    'caseloads',
    'foster carers',
    'care leavers',
    'thresholds',
    'bullying',
  )
  const place = fc.constantFrom('Staffordshire', 'Stoke-on-Trent', 'Stoke')
  const year = fc.constantFrom('2009', '2019', '2025')
  await fc.assert(
    fc.asyncProperty(topic, place, year, async (about, where, when) => {
      const orders = [
        `What was said about ${about} in ${where} in ${when}?`,
        `In ${when}, what was said about ${about} in ${where}?`,
        `In ${where} in ${when}, what was said about ${about}?`,
      ]
      const [first, ...others] = await Promise.all(orders.map((text) => ask(text, [], corpus)))
      const ids = (answer: Answer | undefined) => answer?.quotes.map(({ id }) => id).sort()
      for (const other of others) expect(ids(other)).toEqual(ids(first))
    }),
    dice(15),
  )
})
