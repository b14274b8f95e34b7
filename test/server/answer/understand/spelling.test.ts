/** Several slips in one question, words without vowels, joined and split; and what is never mended. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { AUTHORITIES, authorityWords } from '../../../../index/library/authorities.ts'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { tokens } from '../../../../index/text/analyzer.ts'
import { correct } from '../../../../server/answer/understand/spelling.ts'
import { understand } from '../../../../server/answer/understand/understand.ts'
import { realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const mended = (text: string): string => correct(text, tokens(text), corpus).text

test.each([
  ['sfgrdng chldrn in stoke', 'safeguarding children in stoke'],
  ['casloads of socail wrokers', 'caseloads of social workers'],
  ['carel eavers in staffordshire', 'care leavers in staffordshire'],
  ['chil dren nmissing fromhome', 'children missing from home'],
  ['childrenmissing and childrenin need', 'children missing and children in need'],
  ['safe guarding', 'safeguarding'],
])('%s', (text, expected) => {
  expect(mended(text)).toBe(expected)
})

test('a council of another name is no slip for one that is known', () => {
  expect(mended('who led the inspection of Melchester City Council?')).toContain('Melchester')
  expect(mended('who led the inspection of Mancehster City Council?').toLowerCase()).toContain('manchester')
  expect(mended('who led the inspection of Stafordshre?').toLowerCase()).toContain('staffordshire')
})

describe('a word that no dictionary has is weighed against its neighbours', () => {
  test.each([
    ['what did the inspecters ask for', 'what did the inspectors ask for'],
    ['improvments for care leavers', 'improvements for care leavers'],
    ["they've been told", "they've been told"],
  ])('%s', (text, expected) => {
    expect(mended(text)).toBe(expected)
  })

  test('also where a report misprints it too', () => {
    const misprinted = { ...corpus, vocabulary: new Map([...corpus.vocabulary, ['assesment', 1], ['supportt', 1]]) } as Corpus
    const text = 'supportt and assesment of children'
    expect(correct(text, tokens(text), misprinted).text).toBe('support and assessment of children')
  })

  test('but what stands in many places, and the name of an inspector, are words', () => {
    const held = { ...corpus, vocabulary: new Map([...corpus.vocabulary, ['assesment', 9]]) } as Corpus
    expect(correct('assesment', tokens('assesment'), held).text).toBe('assesment')
    const named = { ...corpus, reports: corpus.reports.map((report) => ({ ...report, inspectors: ['Ann Assesment'] })) }
    const misprinted = { ...named, vocabulary: new Map([...corpus.vocabulary, ['assesment', 1]]) } as Corpus
    expect(correct('assesment', tokens('assesment'), misprinted).text).toBe('assesment')
  })
})

test('what was mended is said, each word as it was typed', () => {
  expect(understand('chil dren nmissing fromhome', [], corpus).corrections).toEqual([
    { from: 'chil dren', to: 'children' },
    { from: 'nmissing', to: 'missing' },
    { from: 'fromhome', to: 'from home' },
  ])
})

test('a word without its vowels becomes a printed word of the same consonants', () => {
  const printed = [...corpus.vocabulary]
    .filter(([word, times]) => times >= 8 && word.length >= 7 && /^[a-z]+$/.test(word))
    .map(([word]) => word)
  fc.assert(
    fc.property(fc.constantFrom(...printed), (word) => {
      const bare = word.replace(/[aeiou]/g, '')
      const found = mended(bare)
      expect(found.replace(/[aeiou]/g, '')).toBe(bare)
    }),
    { seed: 20190204, numRuns: 200 },
  )
})

describe('never mended', () => {
  test('into another council: the name of one with a letter missing is that one or nothing', () => {
    const names = AUTHORITIES.filter(({ ambiguous }) => !ambiguous)
      .map(({ name }) => name.toLowerCase())
      .filter((name) => /^[a-z]{7,}$/.test(name))
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 5 }), (name, at) => {
        const typed = name.slice(0, at) + name.slice(at + 1)
        const found = mended(`caseloads in ${typed}`).split(' ').at(-1) ?? ''
        expect([name, typed]).toContain(found)
      }),
      { seed: 20190204, numRuns: 300 },
    )
  })

  test.each(['Harlow', 'harlow', 'Stevenage', 'preston', 'Carlisle', 'narnia'])('a town into a council, or into a word: %s', (town) => {
    expect(mended(`early help in ${town}`)).toBe(`early help in ${town}`)
  })

  test('where a council and a word have the same consonants, or two councils', () => {
    expect(mended('brnt early help')).not.toMatch(/brent|barnet/)
  })

  test('a council into a word', () => {
    for (const word of authorityWords) expect(mended(`help in ${word}`)).toContain(word)
  })
})
