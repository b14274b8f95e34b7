/** The damage that is known of the two inspections of 2019, each kind by the words that show it. */
import { describe, expect, it } from 'vitest'
import { passage, passages, sectionOf, seed, units } from '../../support/seeds.ts'

const evidence = (id: string): string => units(id).join('\n')
const numbered = (id: string, number: string): string => passages(id).find((one) => one.number === number)?.text ?? ''

describe('the inspection of Staffordshire in 2019 (000)', () => {
  it('puts the names of its scrambled judgement table in order and keeps the printed rows', () => {
    expect(seed('000').judgements.map(({ area, verbatim }) => [area, verbatim])).toContainEqual([
      'The experiences and progress of children who need help and protection',
      'The experiences and progress of children who need help and Requires improvement protection',
    ])
  })

  it('keeps the wrong word “how protected”', () => {
    expect(evidence('000')).toContain('The budget for children’s services is how protected')
  })

  it('gives the numbers 17 and 31, alone on their lines, to the paragraphs after them', () => {
    expect(numbered('000', '17')).toMatch(/^Children and young people come into care/)
    expect(numbered('000', '31')).toMatch(/^The director of children’s services/)
  })

  it('gives no number to a paragraph that has lost its own', () => {
    expect(passage('000', 'The majority of assessments').number).toBeNull()
    expect(
      passages('000')
        .filter(({ number }) => number)
        .map(({ number }) => number),
    ).toEqual(['1', '2', '3', '4', '5', '17', '31'])
  })

  it('takes the letter B before its six list items for a bullet', () => {
    const items = passages('000').filter(({ kind }) => kind === 'item')
    expect(items.map(({ marker }) => marker)).toEqual(['B', 'B', 'B', 'B', 'B', 'B'])
    expect(evidence('000')).not.toMatch(/^B /m)
    expect(units('000')).toContain('The effectiveness of return home interviews for children who repeatedly go missing from home or care.')
  })

  it('parts paragraphs, a list item and a heading where a page begins without a blank line', () => {
    expect(passage('000', 'The effectiveness of the response to care leavers').text).toMatch(/not in touch with\.$/)
    expect(numbered('000', '5')).toMatch(/safeguarding teams\.$/)
    for (const start of [
      'The local authority recognises that social work',
      'The majority of',
      'The local authority has been successful',
      'Mature partnerships',
    ])
      expect(passage('000', start).kind).toBe('text')
    expect(passage('000', 'Staff are positive about working').text).toMatch(/permanent positions\.$/)
  })

  it('makes whole the paragraphs and the sentence that a page break cuts', () => {
    expect(passage('000', 'Children and young people come into care').text).toContain('delay for children. Social work evidence')
    expect(passage('000', 'The recruitment and assessment').text).toContain('are increasing. Foster carer assessments')
    expect(evidence('000')).toContain('more difficult for these vulnerable young people to maintain contact should they need help')
  })

  it('keeps line-end hyphens and loses their space, save before “and”', () => {
    for (const words of [
      'multi-agency safeguarding hub',
      'and inter-agency planning',
      'are well-thought-through',
      'asylum-seeking children are',
      'pre- and post-approval training. F',
    ])
      expect(
        passages('000')
          .map(({ text }) => text)
          .join('\n'),
      ).toContain(words)
  })

  it('makes whole the three section headings of two lines, and glues none to its neighbour', () => {
    expect(seed('000').sections.map(({ heading }) => heading?.text ?? null)).toEqual([
      null,
      'What needs to improve',
      'The experiences and progress of children who need help and protection requires improvement to be good',
      'The experiences and progress of children in care and care leavers is good',
      'The impact of leaders on social work practice with children and families is good',
    ])
  })

  it('keeps address, licence and Braille out of the evidence', () => {
    expect(evidence('000')).not.toMatch(/Braille|Piccadilly|Open Government|0300 123|Crown copyright/)
    expect(passages('000').some(({ text }) => text.includes('Braille'))).toBe(true)
  })
})

describe('the inspection of Stoke-on-Trent in 2019 (004)', () => {
  it.each([
    'are not attended well enough by partner agencies to support good-quality decision-making.',
    'in monitoring the progress of referrals as well as delays in ensuring',
    'This means that relevant information is not regularly being analysed to ensure',
    'There were too many carers who had not received unannounced visits',
    'with the council members and with partner agencies',
  ])('makes whole the sentence that a page break cuts: “%s”', (words) => {
    expect(units('004').filter((unit) => unit.includes(words))).toHaveLength(1)
  })

  it('keeps the last of its fifteen bullets in the list', () => {
    expect(
      sectionOf('004', passage('004', 'Support for care leavers, including')).paragraphs.filter(({ kind }) => kind === 'item'),
    ).toHaveLength(15)
  })

  it('keeps curly and straight apostrophes as printed', () => {
    expect(evidence('004')).toContain('Children’s experiences and their views')
    expect(evidence('004')).toContain("Too many children's assessments")
  })

  it('keeps its angle-bracket link as words', () => {
    expect(passage('004', 'Interested in our work?').text).toContain('<http://eepurl.com/iTrDn>')
  })

  it('keeps a sentence that it prints twice in both places', () => {
    expect(
      units('004').filter((unit) => unit === 'Inspectors did meet a considerable number of dedicated and committed social workers.'),
    ).toHaveLength(2)
  })

  it('keeps the slips of the report', () => {
    expect(evidence('004')).toContain('young people in Stoke-on Trent.')
    expect(evidence('004')).toContain('All of the judgements were requires improvements to be good')
  })

  it('belongs to Stoke-on-Trent, though it names Staffordshire Police', () => {
    expect(evidence('004')).toContain('Staffordshire Police')
    expect(seed('004').authority).toBe('Stoke-on-Trent')
  })

  it('parts its thirty-nine numbered paragraphs, one line each', () => {
    const numbers = passages('004').flatMap(({ number }) => (number ? [Number(number)] : []))
    expect(numbers).toEqual(Array.from({ length: 39 }, (_, i) => i + 1))
  })
})
