/** What is no question about the reports. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { realCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)

describe('the collection itself', () => {
  test.each(['How many reports do you have?', 'What councils do you cover?', 'What do you cover?'])('%s', async (question) => {
    const { outcome, reason } = await answer(question)
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(/^The collection holds 5 reports on 2 councils: Staffordshire and Stoke-on-Trent, from 2009/)
  })

  test('names its newest report', async () => {
    expect((await answer('Which report is the most recent?')).reason).toMatch(/focused visit, 9 to 10 December 2025/)
  })

  test('is not meant where a topic is', async () => {
    for (const question of [
      'Which reports mention neglect?',
      'What is the latest report on Staffordshire?',
      'How many children do you have in care?',
    ])
      expect((await answer(question)).reason ?? '').not.toMatch(/^The (collection holds|newest)/)
  })
})

test('advice on how to apply is not given', async () => {
  for (const question of ['How do I apply to become a foster carer?', 'How can someone complain?'])
    expect((await answer(question)).reason).toMatch(/no advice/)
})
