/**
 * A question about one council is answered alike in a collection of its own reports and in one of forty councils. What a word weighs
 * is counted over the collection, so quotes that fit nearly as well may change places; notes and suggestions speak of the others.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUTHORITIES } from '../../../index/library/authorities.ts'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { madeReport } from '../../support/made-report.ts'
import { seeds, units } from '../../support/seeds.ts'

const COUNCIL = 'Staffordshire'
const own = seeds.filter(({ authority }) => authority === COUNCIL)
const others = AUTHORITIES.filter(({ name, until }) => until === null && name !== COUNCIL).map(({ name }) => name)
/** What inspectors wrote of another council, so that the forty speak of the same things in much the same words. */
const pool = units('000').filter((text) => text.length > 60 && !/Stoke|Staffordshire/.test(text))

const anyOther = fc.record({
  authority: fc.constantFrom(...others),
  day: fc.constantFrom('2011-02-07', '2014-05-12', '2019-09-16', '2023-11-06'),
  overall: fc.constantFrom('Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate'),
  findings: fc.subarray(pool, { minLength: 8, maxLength: 14 }),
  improve: fc.subarray(pool, { minLength: 2, maxLength: 3 }),
})
const forty = fc.uniqueArray(anyOther, { minLength: 39, maxLength: 39, selector: ({ authority }) => authority })

/** Of each kind that is answered from what is printed of itself: then nothing at all may differ. */
const PRINTED = [
  'What is the overall grade of Staffordshire?',
  'Which area was weakest in Staffordshire?',
  'Is Staffordshire outstanding?',
  'When was Staffordshire inspected?',
  'Who led the inspection of Staffordshire?',
  'What does Staffordshire need to improve?',
]
const TOPICS = [
  'What did Ofsted say about return home interviews in Staffordshire?',
  'How well are care leavers supported in Staffordshire?',
  'Are caseloads of social workers in Staffordshire too high?',
  'What concerns are there about assessments in Staffordshire?',
  'Staffordshire private fostering',
  'Do children in Staffordshire wait too long for adoption?',
  'What is said about helicopters in Staffordshire?',
]

test('a question about one council has the same answer in a collection of one and of forty', async () => {
  const alone = makeCorpus(own)
  await fc.assert(
    fc.asyncProperty(forty, async (made) => {
      const together = makeCorpus([...own, ...made.map(madeReport)].sort((a, b) => (a.id < b.id ? -1 : 1)))
      for (const question of [...PRINTED, ...TOPICS]) {
        const [one, many] = [await ask(question, [], alone), await ask(question, [], together)]
        const said = `${question} ${one.reason} ${many.reason}`
        expect(many.outcome, said).toBe(one.outcome)
        expect([...new Set([...many.quotes, ...many.related].map(({ report }) => report.authority))], said).toEqual(
          one.quotes.length + one.related.length > 0 ? [COUNCIL] : [],
        )
        expect(many.coverage.searched.toSorted(), said).toEqual(one.coverage.searched.toSorted())
        const [ofOne, ofMany] = [one.quotes, many.quotes].map((quotes) => quotes.map(({ id, text, alike }) => ({ id, text, alike })))
        if (PRINTED.includes(question)) expect(ofMany, said).toEqual(ofOne)
        else if (ofOne?.[0]) {
          expect(ofMany, said).toContainEqual(ofOne[0])
          expect(ofOne, said).toContainEqual(ofMany?.[0])
        }
      }
    }),
    { seed: 13, numRuns: 4 },
  )
}, 60_000)
