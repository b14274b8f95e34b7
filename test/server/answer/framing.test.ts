/** Who asks is no part of what is asked. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { asidesIn } from '../../../server/answer/understand/asker.ts'
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
    ['For the minutes please: who led the Stoke inspection?', 'For the minutes please: '],
    ['Drafting an action plan for Stoke, so: what needs to improve?', 'Drafting an action plan for Stoke, so: '],
    ['I’m a union rep. Are caseloads too high in Stoke?', 'I’m a union rep. '],
    ['Are caseloads too high in Stoke? It’s for a slide.', 'It’s for a slide.'],
    ['I’m a care leaver. Will they find me a flat?', ''],
    ['I’m a dentist.', ''],
    ['For a child with autism - what help is there?', ''],
    ['What do lead members want?', ''],
    ['Are we preparing care leavers for work?', ''],
  ])('%s', (question, frame) => {
    expect(asidesIn(question).map(([from, to]) => question.slice(from, to))).toEqual(frame ? [frame] : [])
  })

  test('is no part of what is looked for, and still says where', async () => {
    const { interpretation: list } = await answer('Drafting an action plan for Stoke, so: what needs to improve?')
    expect([list.intent, list.scope.authorities]).toEqual(['list', ['Stoke-on-Trent']])
  })

  test('is no part of what is looked for', async () => {
    const { interpretation } = await answer('As a journalist in Stafford, I want caseloads in Stoke')
    expect(interpretation.terms.map(({ word }) => word)).toEqual(['caseloads'])
    expect((await ids('Our lead member wants to know whether the out of hours team is any good.'))[0]).toMatch(/^003\.u31/)
  })
})
