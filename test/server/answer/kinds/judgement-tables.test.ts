/** The ends and the parts of a judgement table: the weakest, the best, all that have a grade, how many. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const rowsOf = async (question: string, ...earlier: string[]) => {
  const { interpretation, quotes, notes, summary } = await ask(question, earlier, corpus)
  return { intent: interpretation.intent, texts: quotes.map(({ text }) => text), notes, summary }
}

test('whether a council was ever something is answered by its grade as a whole first', async () => {
  const { intent, texts } = await rowsOf('Has Stoke ever been judged inadequate?')
  expect([intent, texts[0]]).toEqual(['judgement', expect.stringMatching(/^Overall effectiveness/)])
})

describe('the weakest of a council’s newest table', () => {
  test.each([
    'which area was weakest in Staffordshire in 2019?',
    'where did Staffordshire do worst in 2019?',
    'what is Staffordshire’s weakest area?',
    'Where is Staffordshire weakest?',
    'what got the lowest grade in Staffordshire in 2019?',
  ])('%s', async (question) => {
    const { intent, texts } = await rowsOf(question)
    expect([intent, texts.length > 0]).toEqual(['judgement', true])
    for (const text of texts) expect(text).toMatch(/help and[\s\S]*requires improvement|requires improvement[\s\S]*protection/i)
  })

  test('also of what was shown before', async () => {
    const { intent, texts } = await rowsOf('which was the weakest?', 'How was Staffordshire rated in 2019?')
    expect([intent, texts.every((text) => /requires improvement/i.test(text))]).toEqual(['judgement', true])
  })

  test('and both ends at once', async () => {
    const { texts } = await rowsOf('best and worst area in Staffordshire in 2019')
    expect(texts.some((text) => /good$/i.test(text))).toBe(true)
    expect(texts.some((text) => /requires improvement/i.test(text))).toBe(true)
  })

  test('where all are alike, that is said', async () => {
    expect((await rowsOf('which area was weakest in Stoke?')).notes.join(' ')).toMatch(/All 3 judgements have the same grade/)
  })
})

describe('all that have a grade', () => {
  test.each(['everything that was inadequate in Stoke', 'anything inadequate in Stoke?', 'all that was inadequate in Stoke'])(
    '%s',
    async (question) => {
      const { intent, texts } = await rowsOf(question)
      expect([intent, texts.filter((text) => /inadequate$/i.test(text)).length]).toEqual(['judgement', 7])
    },
  )

  test.each([
    ['how many were good in Staffordshire in 2019?', /^3 of the 4 grades of the Staffordshire inspection.*the overall grade among them/],
    ['how many of the judgements were inadequate in Stoke?', /^4 of the 4 grades/],
    ['how many areas got good in Staffordshire in 2019?', /^3 of the 4 grades/],
  ])('are counted: %s', async (question, summary) => {
    expect((await rowsOf(question)).notes[0]).toMatch(summary)
  })

  test('where none has it, that is said with the grades that were given', async () => {
    const { summary, texts } = await rowsOf('which judgements were outstanding in Stoke?')
    expect(summary).toMatch(
      /^No grade of the Stoke-on-Trent inspection, 4 to 15 February 2019 is Outstanding\. The grades are: Inadequate 4\./,
    )
    expect(texts).toContain('Overall effectiveness Inadequate')
  })

  test('how many of something else is no question about a table', async () => {
    expect((await rowsOf('how many schools were good in Staffordshire?')).intent).not.toBe('judgement')
  })
})
