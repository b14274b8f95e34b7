/** The damage that is known of the inspection of 2009, each kind by the words that show it. */
import { describe, expect, it } from 'vitest'
import { passage, passages, sectionOf, seed, units } from '../../support/seeds.ts'

const evidence = (id: string): string => units(id).join('\n')
const numbered = (id: string, number: string): string => passages(id).find((one) => one.number === number)?.text ?? ''

describe('the inspection of Staffordshire in 2009 (002)', () => {
  it('never quotes the two damaged lines of its title, and counts their odd characters', () => {
    for (const start of ['Staffordshire County Counci', 'Starrorustille']) expect(passage('002', start).evidence).toBe(false)
    expect(seed('002').council).toBe('Staffordshire County Council')
    expect(seed('002').health.oddCharacters).toBe(2)
  })

  it('keeps its contents table, with its split words, out of the evidence and out of the headings', () => {
    expect(evidence('002')).not.toMatch(/ins pec/)
    expect(sectionOf('002', passage('002', 'The ins pecton judgements')).heading?.text).toBe('Contents')
    expect(passages('002').filter(({ kind, text }) => kind === 'heading' && text === 'Overall effectiveness')).toHaveLength(2)
  })

  it('reads its grade scale, with the destroyed row for Inadequate, as definitions and never as judgements', () => {
    expect(passage('002', "requirements ' ' '")).toMatchObject({ evidence: false, speaker: { voice: 'definition' } })
    expect(passage('002', 'Outstanding (Grade 1)').speaker.voice).toBe('definition')
  })

  it.each([
    'Assessments of children in need of protection generally show good analysis of the risks involved',
    'neglect and emotional harm are also receiving increased attention.',
    'impacts negatively on the quality and timeliness of casework and support.',
    'for achieving enduring or permanent family-based outcomes.',
    'a year-on-year reduction in the rate of offending and re-offending.',
    'Care plans are, generally clear but there is evidence',
    'There is a good focus on safeguarding looked after children placed out-of-area and cases',
  ])('makes whole the sentence that a page break cuts: “%s”', (words) => {
    expect(units('002').filter((unit) => unit.includes(words))).toHaveLength(1)
  })

  it('makes paragraph 27 whole, though its second half begins with a capital', () => {
    expect(numbered('002', '27')).toContain('third year. The number identified as having a substance misuse problem is lower')
  })

  it('keeps a list together that a page break cuts', () => {
    const section = seed('002').sections.find(({ heading }) => heading?.text === 'Areas for improvement')
    expect(section?.paragraphs.filter(({ kind }) => kind === 'item')).toHaveLength(5)
  })

  it('reads the lone paragraph under “Within six months:” as the list item whose bullet is lost', () => {
    expect(passage('002', 'Improve the effectiveness of auditing')).toMatchObject({
      kind: 'item',
      marker: null,
      speaker: { voice: 'recommendation' },
    })
  })

  it('reads “- ” before paragraph 33 as the mark of a lost number, and leaves the number unknown', () => {
    expect(passage('002', 'The impact of services on enabling')).toMatchObject({ kind: 'text', number: null })
    expect(seed('002').health.numbersLost).toEqual([33])
  })

  it('points from the table to the grades that stand under or in their headings', () => {
    const stated = seed('002').judgements.flatMap(({ part, area, statedIn }) =>
      statedIn ? [[part, area.replace(/:.*/, ''), statedIn]] : [],
    )
    const text = (id: unknown): string | undefined => passages('002').find((one) => one.id === id)?.text
    expect(stated.map(([part, area, id]) => [part, area, text(id)?.replace(/^.* (?=Grade)/, '')])).toEqual([
      ['Safeguarding services', 'Capacity for improvement', 'Grade 2 (Good)'],
      ['Safeguarding services', 'Children and young people are safe', 'Grade 3 (Adequate)'],
      ['Safeguarding services', 'Children and young people feel safe', 'Grade 3 (Adequate)'],
      ['Services for looked after children', 'Capacity for improvement', 'Grade 3 (Adequate)'],
    ])
  })

  it('tells its two parts with the same headings apart', () => {
    const paths = seed('002')
      .sections.filter(({ heading }) => heading?.text === 'Areas for improvement')
      .map(({ part, path }) => [part, path])
    expect(paths).toEqual([
      ['Safeguarding services', ['The inspection outcomes: Safeguarding services']],
      ['Services for looked after children', ['The inspection outcomes: services for looked after children']],
    ])
    const safe = passage(
      '002',
      'The effectiveness of services in taking reasonable steps to ensure that children and young people are safe Grade',
    )
    expect(sectionOf('002', safe).path).toEqual([
      'The inspection outcomes: Safeguarding services',
      'Outcomes for children and young people',
    ])
  })

  it('keeps the asterisks around First Response as the source has them', () => {
    expect(numbered('002', '11')).toContain('The development of the *First Response* service')
    expect(numbered('002', '14')).toContain('between First Response and other teams')
  })

  it('keeps both of two near-identical passages, each in its part', () => {
    expect(passages('002').filter(({ text }) => text.includes('Kushti Club'))).toHaveLength(2)
  })

  it('keeps both figures of its contradiction', () => {
    expect(evidence('002')).toContain('in excess of 1265 children')
    expect(evidence('002')).toContain("Over 1200 CAF's have been completed")
  })

  it('keeps the words about Ofsted at its top out of the evidence, and its facts in', () => {
    expect(evidence('002')).not.toMatch(/Braille|Royal Exchange|non-commercial|Cafcass\)/)
    expect(passage('002', 'Inspection dates: 29 June to 10 July 2009')).toMatchObject({ evidence: true, speaker: { voice: 'fact' } })
    expect(passage('002', 'Inspection Reference Number:').evidence).toBe(false)
  })
})
