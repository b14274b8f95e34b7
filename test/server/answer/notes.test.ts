/** What a reader should know of an answer: earlier inspections, later reports. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { isAfter } from '../../../server/answer/days.ts'
import { realCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)

describe('an earlier inspection', () => {
  test('is named with its grades', async () => {
    const quote = (await answer('Is Stoke’s adoption service good?')).quotes.find(({ text }) => text.includes('adoption judged'))
    expect(quote?.text).toMatch(/^The last full inspection was in August 2015\./)
    expect(quote?.caution).toMatch(/earlier inspection/)
  })
})

describe('a later report', () => {
  test('is not one of the same year as a paper without a day', () => {
    expect([isAfter('2019-02-15', '2019'), isAfter('2020', '2019-02-15'), isAfter('2019', '2019-02-15')]).toEqual([false, true, false])
    expect(isAfter('2025-12-10', '2019-02-08')).toBe(true)
  })

  test('is said to speak of it only where one of its sentences answers, and to be silent only where none comes near', async () => {
    expect((await answer('How many children are in care in Staffordshire?')).notes.join(' ')).not.toMatch(/speaks? of this|Nothing/)
    expect((await answer('How long do court cases take?')).notes.join(' ')).not.toMatch(/4 to 8 February 2019/)
    expect((await answer('unaccompanied asylum-seeking children in Staffordshire')).notes.join(' ')).toMatch(
      /^Nothing on this was found in the later report/,
    )
  })
})
