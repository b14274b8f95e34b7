/** The damage that is known of the committee paper and the letter, each kind by the words that show it; and what holds for all. */
import { describe, expect, it } from 'vitest'
import { passage, passages, seed, seeds, units } from '../../support/seeds.ts'

const evidence = (id: string): string => units(id).join('\n')

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
    const mixed = passages('001').filter((one) => one.sentences.some((own) => own.speaker))
    expect(mixed.map((one) => one.text.split(' ').slice(0, 3).join(' '))).toEqual([
      'The Select Committee',
      'Difficulty with the',
      'Members queried whether',
      'Members noted that',
    ])
    expect(passage('001', 'Members noted comments').sentences.every(({ speaker }) => !speaker)).toBe(true)
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
