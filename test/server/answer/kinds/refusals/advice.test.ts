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
  ['why was my son taken into care?', 'own life'],
  ['where does Jane Smith live', 'person'],
  ['Where does Jane Smith, the director in Stoke, live?', 'person'],
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

describe('what the service does for people like the asker', () => {
  test('is answered where the reports do, and says that it is no case of theirs', async () => {
    const { outcome, notes } = await ask('will my child have return home interviews in Staffordshire?', [], corpus)
    expect(outcome).toBe('answered')
    expect(notes.join(' ')).toMatch(/no report speaks of your own case/i)
  })
  test('is refused with a next step where they do not, and the nearest stand apart', async () => {
    const { outcome, reason, quotes } = await ask('can my daughter have a pony in Stoke?', [], corpus)
    expect([outcome, quotes]).toEqual(['not_found', []])
    expect(reason).toMatch(/independent advocate/)
  })
  test.each(['do you get a say in where you live?', 'can you count on your manager there?'])(
    '“you” is anybody, not the assistant: %s',
    (question) => {
      expect(talkIn(question)).toBeNull()
    },
  )
  test('a time in one’s own story is no year of a report', async () => {
    const { interpretation } = await ask('I left care two years ago in Stoke, is there help with a flat?', [], corpus)
    expect(interpretation.scope).toMatchObject({ authorities: ['Stoke-on-Trent'], years: [] })
  })
  test('“last year” is not the clock’s where a report was picked', async () => {
    const { reason } = await ask('how many children were adopted last year?', [], corpus, { reports: ['004'] })
    expect(reason ?? '').not.toMatch(/no report of/)
  })
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
