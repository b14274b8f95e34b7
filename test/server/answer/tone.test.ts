/** Questions for what is good or bad in general. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { realCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)
const ids = async (text: string, ...earlier: string[]) => (await answer(text, ...earlier)).quotes.map(({ id }) => id)

describe('what is good', () => {
  test.each([
    'What are the strengths of Stoke-on-Trent?',
    'What is working well in Stoke?',
    'What did inspectors praise in Stoke?',
    'Was there anything good about Stoke?',
  ])('%s gets praise, and no fault, harm or grade', async (question) => {
    const { outcome, quotes, notes } = await answer(question)
    expect([outcome, notes[0]]).toEqual(['answered', expect.stringMatching(/a choice, not all/)])
    for (const { text, report } of quotes) {
      expect(report.id).toBe('004')
      expect(text).not.toMatch(/\b(?:not|poor|inadequate|injured|harm|judg\w+)\b/i)
    }
  })

  test('is said by inspectors, not by a council of itself', async () => {
    const reports = (await answer('What are the strengths of Staffordshire?')).quotes.map(({ report }) => report.kind)
    expect(new Set(reports)).not.toContain('committee_report')
    expect(await ids('Strengths of Staffordshire in 2019')).toContain('000.u17.s1')
  })

  test('is asked of one thing as any other question is', async () => {
    const { interpretation } = await answer('What are the strengths of fostering in Stoke?')
    expect(interpretation.terms.map(({ word }) => word)).toContain('fostering')
  })
})

describe('what is bad', () => {
  test.each([
    'What is going wrong in Stoke?',
    'What are the main problems in Stoke-on-Trent?',
    'What weaknesses did inspectors find in Stoke?',
  ])('%s', async (question) => {
    const { quotes } = await answer(question)
    expect(quotes.length).toBeGreaterThan(3)
    expect(quotes.map(({ text }) => text).join(' ')).toMatch(/widespread|very poor|inadequate/)
    expect(new Set(quotes.map(({ text }) => text)).size).toBe(quotes.length)
  })
})
