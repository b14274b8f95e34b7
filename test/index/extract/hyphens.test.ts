import { describe, expect, it } from 'vitest'
import { unwrap } from '../../../index/extract/pieces.ts'
import { terms } from '../../../index/text/analyzer.ts'
import { printedWords } from '../../../server/verify/words.ts'

describe('a hyphen at the end of a line', () => {
  it.each(['-', '\u2010', '\u00ad'])('stays and takes no space (%j)', (hyphen) => {
    expect(unwrap(`the multi${hyphen}\nagency team`)).toBe(`the multi${hyphen}agency team`)
    expect(unwrap(`pre${hyphen}\nand post-approval`)).toBe(`pre${hyphen} and post-approval`)
  })

  it('that is soft leaves the word whole, to be found and to be quoted', () => {
    const text = unwrap('strong safe\u00ad\nguarding work')
    expect(terms(text)).toEqual(terms('strong safeguarding work'))
    expect(printedWords(text).map(({ key }) => key)).toEqual(['strong', 'safeguarding', 'work'])
  })
})
