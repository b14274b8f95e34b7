/** Kinds of question that were once taken for others. */
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

describe('a grade that is asked about', () => {
  test.each([
    ['Is Stoke outstanding?', /Inadequate/],
    ['Is Staffordshire inadequate?', /Good/],
    ['Is Staffordshire a good council for children?', /Good/],
  ])('%s gets the grades', async (question, grade) => {
    const { interpretation, summary } = await answer(question)
    expect(interpretation.intent).toBe('judgement')
    expect(summary).toMatch(grade)
  })

  test('is not asked for by “how do they do at …”', async () => {
    expect((await answer('How do children in care do at school?')).interpretation.intent).toBe('passages')
    expect((await answer('How did Stoke do on leadership?')).interpretation.intent).toBe('judgement')
  })
})

describe('asking how to improve', () => {
  test('gets the list of what has to improve', async () => {
    const { interpretation, quotes } = await answer('How can Stoke improve?')
    expect([interpretation.intent, quotes.length]).toEqual(['list', 15])
  })
})

describe('why', () => {
  test('is answered by a cause among others', async () => {
    const { quotes } = await answer('Why do social workers in Stoke have high caseloads?')
    expect(quotes.map(({ text }) => text).join(' ')).toMatch(/\b(?:due to|because|as a result)\b/i)
  })
})

describe('a follow-up that is only a shade', () => {
  test('keeps council and topic', async () => {
    const { interpretation, quotes } = await answer('anything positive?', 'foster carers in Stoke')
    expect(interpretation.terms.map(({ word }) => word)).toContain('foster carers')
    expect(new Set(quotes.map(({ report }) => report.id))).toEqual(new Set(['004']))
  })
})

describe('next questions', () => {
  test('are about the council of the answer, by the year that its report is known by', async () => {
    const { suggestions } = await answer('private fostering')
    expect(suggestions.join(' ')).toMatch(/Stoke-on-Trent/)
    expect(suggestions.join(' ')).not.toMatch(/Staffordshire/)
    expect((await answer('caseloads in Staffordshire in 2025')).suggestions.join(' ')).toMatch(/2025 report/)
  })
})

describe('when a council was inspected', () => {
  test.each([
    ['When was Staffordshire last inspected?', '003.u18.s1'],
    ['When was the last visit to Staffordshire?', '003.u18.s1'],
    ['When was Stoke last inspected?', '004.u3'],
    ['When did inspectors visit Stoke?', '004.u3'],
  ])('%s: by the report’s own date, not by a year that it mentions', async (question, id) => {
    expect(await ids(question)).toEqual([id])
  })

  test('is not when the report was published', async () => {
    expect(await ids('When was the focused visit published?')).not.toContain('003.u18.s1')
  })
})

test('what became of recommendations is not what they are', async () => {
  const { interpretation, quotes } = await answer('What happened to the recommendations of the last inspection?')
  expect(interpretation.intent).toBe('passages')
  expect(quotes.map(({ id }) => id)).toContain('003.u22.s1')
})
