/** What no report answers is refused with why and a next step; what a report asks of a council is a list. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../../../index/search/corpus.ts'
import { ask } from '../../../../../server/answer/ask.ts'
import { talkIn } from '../../../../../server/answer/understand/cues/talk.ts'
import { realCorpus } from '../../../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})

test.each([
  ['Which school should I choose?', 'choice'],
  ['what nursery would you recommend in Stafford', 'choice'],
  ['where should we live?', 'choice'],
  ['should I trust social services?', 'advice'],
  ['do you think Stoke is good?', 'advice'],
  ['is my social worker any good', 'own case'],
  ['why was my son taken into care?', 'own case'],
  ['where does Jane Smith live', 'person'],
  ['What is the director’s phone number?', 'person'],
  ['who is the mother of the baby in the report?', 'person'],
  ['is it legal to move a child without a court order', 'legal'],
  ['can they take my baby?', 'legal'],
  ['will Stoke pass the next inspection?', 'prediction'],
  ['is Stoke going to be rated inadequate again', 'prediction'],
  ['when is the next inspection of Staffordshire?', 'prediction'],
])('%s', async (question, talk) => {
  expect(talkIn(question)).toBe(talk)
  const { outcome, reason } = await ask(question, [], corpus)
  expect(outcome).toBe('not_found')
  expect(reason).toMatch(/\b(?:ask|go to|are at)\b/i)
})

test.each([
  'where do care leavers live?',
  'are children likely to be harmed in Stoke?',
  'will the council improve its training?',
  'are legal advisers asked early enough?',
  'what happens to children who go missing?',
  'who is the lead inspector?',
  'what is the role of the children’s rights service?',
])('a question about the reports is none of these: %s', (question) => {
  expect(talkIn(question)).toBeNull()
})

describe('what a council should do', () => {
  test.each([
    'what should Stoke do about care leavers?',
    'what should the council do first in Stoke?',
    'which improvements should Stoke make?',
  ])('is the report’s list: %s', async (question) => {
    expect((await ask(question, [], corpus)).interpretation.intent).toBe('list')
  })
})
