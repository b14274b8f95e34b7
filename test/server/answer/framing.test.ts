/** Who asks is no part of what is asked. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { framed } from '../../../server/answer/understand/asker.ts'
import { realCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)
const ids = async (text: string, ...earlier: string[]) => (await answer(text, ...earlier)).quotes.map(({ id }) => id)

describe('who asks', () => {
  test.each([
    ['As a journalist, what did Ofsted say about caseloads?', 'As a journalist,'],
    ['I am preparing a scrutiny briefing: how are thresholds applied?', 'I am preparing a scrutiny briefing:'],
    ['Our lead member wants to know whether supervision is regular.', 'Our lead member wants to know '],
    ['I’m a parent in Stafford whose son has autism', 'I’m a parent in Stafford'],
    ['What do lead members want?', ''],
    ['Are we preparing care leavers for work?', ''],
  ])('%s', (question, frame) => {
    expect(question.slice(0, framed(question))).toBe(frame)
  })

  test('is no part of what is looked for', async () => {
    const { interpretation } = await answer('As a journalist in Stafford, I want caseloads in Stoke')
    expect(interpretation.terms.map(({ word }) => word)).toEqual(['caseloads'])
    expect((await ids('Our lead member wants to know whether the out of hours team is any good.'))[0]).toMatch(/^003\.u31/)
  })
})
