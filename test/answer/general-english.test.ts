/** Everyday English beside the terms of the field. */
import { beforeAll, describe, expect, test } from 'vitest'
import { matchesAll } from '../../index/lexicon/general-english.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import { tokens } from '../../index/text/analyzer.ts'
import { ask } from '../../server/answer/ask.ts'
import { realCorpus } from '../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)

describe('everyday English', () => {
  test('is understood where the thesaurus has nothing, and shown', async () => {
    const { outcome, interpretation, quotes } = await answer('Did managers in Stoke come clean with councillors?')
    expect(outcome).toBe('answered')
    expect(interpretation.terms.find(({ word }) => word === 'come clean')?.also).toContain('transparent')
    expect(quotes[0]?.text).toMatch(/transparent/)
  })

  test('of single words alone is no ground for an answer', async () => {
    expect((await answer('Do they mention gyms?')).outcome).toBe('not_found')
  })

  test('gives way to the terms of the field', () => {
    const words = (text: string) => tokens(text).map(({ word, term }) => ({ word, term }))
    const kinds = (text: string) => matchesAll(words(text)).map(({ at, synonyms }) => [at, synonyms[0]?.kind])
    expect(kinds('mash and come clean')).toEqual([
      [0, 'acronym'],
      [2, 'general'],
    ])
    for (const { at, length } of matchesAll(words('do the bosses come clean to care leavers about their pathway plans')))
      expect(at + length).toBeLessThan(14)
  })
})
