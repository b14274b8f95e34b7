/** Every kind of damage that is known of the five texts, each by the sentence that shows it. */
import { describe, expect, it } from 'vitest'
import { passage, passages, sectionOf, seed, seeds, units } from './seeds.ts'

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

describe('the committee paper (001)', () => {
  it('takes the letters of its two lists for marks, and their no-break spaces for white space', () => {
    const items = passages('001').filter(({ kind }) => kind === 'item')
    expect(items.map(({ marker }) => marker)).toEqual(['a)', 'b)', 'c)', 'd)', 'a)', 'b)', 'c)', 'd)'])
    expect(items[0]?.text).toBe('Changes to the auditing process to include greater focus on the quality of practice taking place;')
    expect(
      passages('001')
        .map(({ text }) => text)
        .join(''),
    ).not.toContain('\u00a0')
  })

  it('reads “Supporting documents:” with nothing after it as its tail', () => {
    expect(passage('001', 'Supporting documents:')).toMatchObject({ evidence: false, speaker: { voice: 'furniture' } })
  })

  it('keeps the slips of its author', () => {
    for (const words of [
      'the LAs arrangements for the protection on vulnerable adolescents',
      'focusing on; recruitment',
      'focussed visit',
      'also aware the Edward Timpson',
    ])
      expect(evidence('001')).toContain(words)
  })

  it('tells Ofsted’s findings, the council’s and members’ words apart, each with its reason', () => {
    const voice = (start: string): string => passage('001', start).speaker.voice
    expect(voice('The June Focused Visit')).toBe('reported finding')
    expect(voice('Management oversight and supervision')).toBe('reported finding')
    expect(voice('Overall effectiveness was good.')).toBe('reported finding')
    expect(voice('An improvement plan to address')).toBe('self-report')
    expect(voice('The areas highlighted for improvement had')).toBe('self-report')
    for (const start of ['Members received', 'Members were pleased', 'The Select Committee noted', 'Difficulty with', 'RESOLVED'])
      expect(voice(start)).toBe('members')
    for (const { speaker } of passages('001')) expect(speaker.reason).not.toBe('')
  })

  it('never calls its words a finding or a judgement of Ofsted', () => {
    expect(passages('001').filter(({ speaker }) => ['finding', 'judgement', 'recommendation'].includes(speaker.voice))).toEqual([])
  })

  it('tells by sentence what members asked and what they were told', () => {
    const { text, sentences } = passage('001', 'The Select Committee noted concerns')
    const voices = sentences.map(({ start, speaker }) => [text.slice(start, start + 20), speaker?.voice ?? 'members'])
    expect(voices[0]).toEqual(['The Select Committee', 'members'])
    expect(voices[1]).toEqual(['Appropriate casework', 'self-report'])
    expect(passage('001', 'Members noted comments').sentences.every(({ speaker }) => !speaker)).toBe(true)
  })
})

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

describe('the letter of 2026 (003)', () => {
  it.each([
    'with immediate safety planning initiated.',
    'such as multi-agency triage responsibilities and the more proactive involvement of partners in the IFD.',
  ])('makes whole the sentence that a page break cuts: “%s”', (words) => {
    expect(units('003').filter((unit) => unit.endsWith(words))).toHaveLength(1)
  })

  it('keeps its footnote readable and out of the evidence, and parts no paragraphs around it', () => {
    expect(passage('003', '¹ The areas for improvement')).toMatchObject({ evidence: false, speaker: { reason: 'a footnote' } })
    expect(passage('003', 'What needs to improve in this area').kind).toBe('heading')
    expect(passage('003', 'When there are concerns about risk').kind).toBe('text')
  })

  it('leaves the dead link as words', () => {
    expect(passage('003', '¹ The areas').text).toContain("[Children's Social Care: National Framework](#)")
  })

  it('keeps the bracketed tag with its list item', () => {
    expect(units('003')).toContain('The evaluation of quality through audits. (enabler 2, national framework)')
  })

  it('keeps addresses, greeting and signature out of the evidence', () => {
    expect(evidence('003')).not.toMatch(/Store Street|Tipping Street|Dear Ms|Yours sincerely|^Alison Smale/m)
  })

  it('has no paragraph numbers and claims none', () => {
    expect(passages('003').every(({ number }) => number === null)).toBe(true)
    expect(seed('003').health).toMatchObject({ numbersFound: 0, numbersLost: [] })
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

describe('every report', () => {
  it('has ids that name one passage or sentence each', () => {
    const ids = seeds.flatMap(({ id }) => passages(id)).flatMap((one) => [one.id, ...one.sentences.map(({ id }) => id)])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a reason and an evidence rule that agree: furniture and definitions are never evidence', () => {
    for (const { id } of seeds)
      for (const { speaker, evidence: quoted, text } of passages(id))
        if (['furniture', 'definition'].includes(speaker.voice)) expect(quoted, text).toBe(false)
  })
})
