import { describe, expect, it } from 'vitest'
import { stem, terms } from '../../../index/text/analyzer.ts'
import { ask } from '../../../server/answer/ask.ts'
import { realCorpus } from '../../support/corpus.ts'

describe('the analyzer', () => {
  it('brings the forms of a word together', () => {
    expect(terms('Children’s assessments, assessed by the child’s social workers')).toEqual([
      'child',
      'assess',
      'assess',
      'child',
      'social',
      'worker',
    ])
    expect([stem('met'), stem('inquiries'), stem('4,500')]).toEqual(['meet', 'enquiri', '4500'])
  })

  it('takes words that objects of the language have for words', async () => {
    const corpus = await realCorpus()
    for (const word of ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__']) {
      expect(terms(word).join()).toMatch(/^[a-z]+$/)
      const { interpretation } = await ask(`What about the ${word}?`, [], corpus)
      expect(JSON.stringify(interpretation)).not.toMatch(/native code|\[object/)
    }
  })
})
