import { describe, expect, it } from 'vitest'
import { terms, tokens } from '../../../index/text/analyzer.ts'
import { fold } from '../../../index/text/fold.ts'
import { patternOf, printedWords } from '../../../server/verify/words.ts'
import { atOnce } from '../../../server/work/steps.ts'

const keys = (text: string): string[] => printedWords(text).map(({ key }) => key)
const drafted = (text: string): string[] => atOnce(patternOf(text, 0, text.length)).words.map(({ key }) => key)

describe('one folding of characters', () => {
  it.each([
    [
      'apostrophes',
      "the child's plan",
      ['the child’s plan', 'the child‘s plan', 'the child´s plan', 'the child′s plan', 'the child`s plan', 'the childʼs plan'],
    ],
    [
      'signs that nobody sees',
      'safeguarding team',
      ['safe\u00adguard\u00ading team', 'safe\u200bguarding team', 'safe\u200cguarding\u2060 team', 'safeguarding\u00a0team'],
    ],
    ['letters and their marks', 'Ynys Môn', ['Ynys Mo\u0302n']],
    ['ligatures', 'office staffing', ['o\ufb03ce sta\ufb03ng']],
    ['hyphens and dashes', '16-17-year-olds', ['16–17‐year‑olds', '16—17−year―olds']],
    ['per cent', '95% of reviews', ['95 % of reviews', '95 per cent of reviews', '95\u00a0percent of reviews']],
  ])('makes one of %s, for questions, the index and the quote check', (_, plain, others) => {
    for (const other of others) {
      expect(terms(other), other).toEqual(terms(plain))
      expect(keys(other), other).toEqual(keys(plain))
      expect(drafted(other), other).toEqual(keys(plain))
    }
  })

  it('keeps what changes the meaning', () => {
    expect(terms('95% of reviews')).not.toEqual(terms('95 reviews'))
    expect(keys('were not seen')).not.toEqual(keys('were seen'))
    expect(fold('Plans')).toBe('Plans')
    expect(terms('a century')).toEqual(['centuri'])
  })

  it('keeps the places of words as they stand', () => {
    const text = 'safe\u00adguarding of 95 per cent'
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(['safe\u00adguarding', 'of', '95 per cent'])
  })

  it('takes IT for the acronym, but not in a sentence that is all capitals', () => {
    expect(tokens('The IT systems').map(({ word }) => word)).toContain('i.t.')
    expect(tokens('IT systems').map(({ word }) => word)).toContain('i.t.')
    expect(terms('HOW WELL IS IT DONE FOR CARE LEAVERS')).toEqual(terms('how well is it done for care leavers'))
  })

  it('makes a word whole that a line’s end has broken at a soft hyphen', () => {
    expect(drafted('the infor\u00ad\nmation is\n> shared infor\u00ad\n> mation')).toEqual([
      'the',
      'information',
      'is',
      'shared',
      'information',
    ])
  })

  it('and at a hyphen, where the reports print the whole word', () => {
    const text = 'the infor-\nmation of multi-\n> agency teams'
    const { words } = atOnce(patternOf(text, 0, text.length, (key) => key === 'information'))
    expect(words.map(({ key }) => key)).toEqual(['the', 'information', 'of', 'multi', 'agency', 'teams'])
    expect(text.slice(words[1]?.start, words[1]?.end)).toBe('infor-\nmation')
  })
})
