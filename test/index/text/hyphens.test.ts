import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../index/extract/clean-text.ts'
import { unwrap } from '../../../index/extract/pieces.ts'
import type { Block } from '../../../index/model/report.ts'
import { terms } from '../../../index/text/analyzer.ts'
import { settleHyphens } from '../../../index/text/hyphens.ts'
import { printedWords } from '../../../server/verify/words.ts'

const block = (text: string): Block => ({ kind: 'text', text, number: null, marker: null, level: 0, cells: null, page: null })
/** The paragraphs of one document as they are read from lines. */
const read = (...paragraphs: string[]): string[] => settleHyphens(paragraphs.map((text) => block(unwrap(text)))).map(({ text }) => text)

describe('a hyphen at the end of a line', () => {
  it.each(['-', '\u2010', '\u00ad'])('stays and takes no space (%j)', (hyphen) => {
    expect(read(`the multi${hyphen}\nagency team`)).toEqual([`the multi${hyphen}agency team`])
    expect(read(`pre${hyphen}\nand post-approval`)).toEqual([`pre${hyphen} and post-approval`])
    expect(read(`a case-by${hyphen}\ncase basis`)).toEqual([`a case-by${hyphen}case basis`])
  })

  it('that is soft leaves the word whole, to be found and to be quoted', () => {
    const [text = ''] = read('strong safe\u00ad\nguarding work')
    expect(terms(text)).toEqual(terms('strong safeguarding work'))
    expect(printedWords(text).map(({ key }) => key)).toEqual(['strong', 'safeguarding', 'work'])
  })

  const TYPESET = [
    'The inspec-\ntion found that chil-\ndren are helped and pro-\ntected by skilled profes-\nsionals.',
    'Their well-being matters: day-to-\nday care and super-\nvision are good, and so is well-\nbeing at home, in multi-\nagency work.',
  ]
  it('goes where a typesetter broke the word, and stays where the writer set it', () => {
    expect(read(...TYPESET)).toEqual([
      'The inspection found that children are helped and protected by skilled professionals.',
      'Their well-being matters: day-to-day care and supervision are good, and so is well-being at home, in multi-agency work.',
    ])
    expect(cleanText(TYPESET.join('\n\n')).blocks.map(({ text }) => text)).toEqual(read(...TYPESET))
  })

  it('goes even once where a half is no word and the whole is one', () => {
    expect(read('The assess-\nment of need is thorough in the multi-\nagency team.')).toEqual([
      'The assessment of need is thorough in the multi-agency team.',
    ])
  })

  it('stays in a document whose words nobody breaks, however its writer spells them', () => {
    const written =
      'Work is on-\ngoing, well co-\nordinated and under-\ndeveloped; it is ongoing, coordinated, long-\nstanding and time-\nbound.'
    expect(read(written)).toEqual([written.replaceAll('\n', '')])
  })
})
