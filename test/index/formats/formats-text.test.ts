/** Kinds of report that the five seeds do not hold, or hold in another form: short texts made after real ones. */
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readReport } from '../../../index/library/ingest.ts'
import type { Passage, Report } from '../../../index/model/report.ts'

const read = async (lines: string[]): Promise<Report> =>
  readReport('r', await extractText(new TextEncoder().encode(lines.join('\n\n').replaceAll('\n\n- ', '\n- ')), 'report.txt'))
const passages = (report: Report): Passage[] => report.sections.flatMap(({ paragraphs }) => paragraphs)
const voices = (report: Report): string[] =>
  passages(report).map(({ text, speaker }) => `${speaker.voice}: ${text.split(' ').slice(0, 3).join(' ')}`)
const judged = (report: Report): string[] => report.judgements.map(({ part, area, grade }) => `${part ?? ''}|${area}|${grade}`)

describe('a monitoring visit of 2018', () => {
  it('gives names without their titles, and keeps courtesies out of the evidence', async () => {
    const report = await read([
      ...[
        '12 March 2018',
        'Ms A Person',
        'Sandwell Metropolitan Borough Council',
        'Dear Ms Person',
        "Monitoring visit to Sandwell children's services",
      ],
      "This letter summarises the findings of the monitoring visit to Sandwell children's services on 6 and 7 February 2018. The inspectors were Pauline Higham, Her Majesty's Inspector, and Alison Smale, Her Majesty's Inspector.",
      ...[
        'Areas covered by the visit',
        'During the course of this visit, inspectors reviewed:',
        '- contact and referral',
        'Overview',
        'The pace of change is slow.',
      ],
      ...['I am copying this letter to the Department for Education.', 'Yours sincerely', 'Pauline Higham'],
    ])
    expect(report).toMatchObject({
      kind: 'monitoring_visit',
      authority: 'Sandwell',
      inspected: { from: '2018-02-06', to: '2018-02-07' },
      published: '2018-03-12',
      inspectors: ['Pauline Higham', 'Alison Smale'],
    })
    expect(voices(report).slice(5)).toEqual([
      ...['fact: This letter summarises', 'fact: During the course', 'fact: contact and referral', 'finding: The pace of'],
      ...['furniture: I am copying', 'furniture: Yours sincerely', 'furniture: Pauline Higham'],
    ])
  })
})

describe('a focused visit with areas for priority action', () => {
  it('reads both of its lists as recommendations, each by its rule, and other lists as findings', async () => {
    const report = await read([
      ...['4 July 2018', 'Dear Helen', "Focused visit to Staffordshire local authority children's services"],
      'This letter summarises the findings of a focused visit to Staffordshire County Council on 26 to 27 June 2018.',
      ...[
        'Areas for priority action',
        'The local authority needs to take swift action on:',
        '- Unallocated cases.',
        '- The timeliness of strategy discussions.',
      ],
      ...[
        'What needs to improve in this area of social work practice',
        '- The consistency of plans.',
        'Findings',
        '- Children are seen.',
        'Yours sincerely',
        'Jenny Turnross',
      ],
    ])
    expect(report).toMatchObject({ kind: 'focused_visit', authority: 'Staffordshire', inspected: { from: '2018-06-26' }, judgements: [] })
    expect(report.recommendations.map(({ text }) => text)).toEqual([
      ...['Unallocated cases.', 'The timeliness of strategy discussions.', 'The consistency of plans.'],
    ])
    const reasons = passages(report).flatMap(({ kind, speaker }) => (kind === 'item' ? [speaker.reason] : []))
    expect(reasons[0]).toContain('Areas for priority action')
    expect(reasons[2]).toContain('What needs to improve')
    expect(voices(report)).toContain('finding: Children are seen.')
  })
})

describe('a joint targeted area inspection', () => {
  it('is of another kind, names its area, and holds findings of inspectors', async () => {
    const report = await read([
      ...['14 May 2019', 'To: A Person, Shropshire Council', 'Dear local partnership'],
      'Joint targeted area inspection of the multi-agency response to sexual abuse in the family in Shropshire',
      'Between 4 and 8 March 2019, Ofsted, the Care Quality Commission (CQC) and HMI Probation carried out a joint inspection of the multi-agency response.',
      ...[
        'Key strengths',
        '- Partners share a vision.',
        'Areas for improvement',
        '- Health staff are absent from meetings.',
        'Yours sincerely',
        'A Director',
      ],
    ])
    expect(report).toMatchObject({
      kind: 'other',
      framework: 'Joint targeted area inspection',
      authority: 'Shropshire',
      inspected: { from: '2019-03-04', to: '2019-03-08' },
      leadInspector: null,
    })
    expect(voices(report)).toContain('finding: Partners share a')
    expect(report.recommendations).toHaveLength(1)
  })
})

describe('a safeguarding inspection of 2011 without its table', () => {
  it.each(['Grade: 3 (Adequate)', 'Grade 3 (Adequate)', 'Grade 3 – adequate', 'Grade: Adequate', 'Judgement: adequate'])(
    'takes its grades from the lines under its headings: “%s”',
    async (line) => {
      const report = await read([
        ...['Inspection of safeguarding and looked after children services', 'Leeds City Council'],
        'Inspection dates: 7 – 18 November 2011\nReporting inspector: Pat O’Brien HMI\nReference no: 12',
        ...[
          'About this inspection',
          '1. The purpose of the inspection is to evaluate.',
          'Safeguarding services',
          'Overall effectiveness',
          line,
          '2. It is adequate.',
        ],
        ...['Services for looked after children', 'Overall effectiveness', 'Grade 2 (Good)', '3. It is good.'],
      ])
      expect(judged(report)).toEqual([
        'Safeguarding services|Overall effectiveness|Adequate',
        'Services for looked after children|Overall effectiveness|Good',
      ])
      expect(report).toMatchObject({
        leadInspector: 'Pat O’Brien HMI',
        reference: '12',
        inspected: { to: '2011-11-18' },
        authority: 'Leeds',
      })
    },
  )
})

describe('an inspection of the protection of children, 2013', () => {
  it('reads its deadlines, “Immediately” among them, and its table', async () => {
    const report = await read([
      ...[
        'Inspection of local authority arrangements for the protection of children',
        'Cumbria County Council',
        'Inspection dates: 10 – 19 April 2013',
      ],
      ...[
        'The inspection judgements and what they mean',
        '1. All judgements are made on a scale.',
        'Outstanding\ta service that significantly exceeds minimum requirements',
      ],
      ...[
        'Overall effectiveness',
        '2. The arrangements are judged to be inadequate.',
        'Areas for improvement',
        'Immediately:',
        '- ensure that plans are clear',
      ],
      ...[
        'Within three months:',
        '- improve audits',
        'Record of main findings',
        'Overall effectiveness\tInadequate\nThe quality of practice\tInadequate\nLeadership and governance\tAdequate',
      ],
    ])
    expect(judged(report)).toEqual([
      '|Overall effectiveness|Inadequate',
      '|The quality of practice|Inadequate',
      '|Leadership and governance|Adequate',
    ])
    expect(report.recommendations.map(({ deadline, text }) => [deadline, text])).toEqual([
      ['Immediately', 'ensure that plans are clear'],
      ['Within three months', 'improve audits'],
    ])
    expect(voices(report)).toContain('definition: Outstanding a service')
  })
})

describe('the papers of committees', () => {
  it('are minutes with numbered headings, answers to members and decisions', async () => {
    const report = await read([
      ...[
        'Kent County Council',
        "Children's Scrutiny Committee",
        'Minutes of the meeting held on 4 March 2020',
        '13. Ofsted inspection update',
      ],
      'The Director presented the report. Ofsted had judged services as good in February 2019.',
      ...[
        'Members asked about caseloads. The Director advised that caseloads were 18 on average.',
        'Councillor Green welcomed the report.',
      ],
      ...['RESOLVED:', '- That the report be noted.'],
    ])
    expect(report).toMatchObject({ kind: 'committee_report', authority: 'Kent', years: [2020], judgements: [] })
    expect(report.sections.at(-1)?.heading).toMatchObject({ text: 'Ofsted inspection update', number: '13' })
    const said = passages(report).flatMap(({ text, sentences, speaker }) =>
      sentences.map(({ start, end, speaker: own }) => `${(own ?? speaker).voice}: ${text.slice(start, end)}`),
    )
    expect(said.slice(-7)).toEqual([
      'self-report: The Director presented the report.',
      'reported finding: Ofsted had judged services as good in February 2019.',
      'members: Members asked about caseloads.',
      'self-report: The Director advised that caseloads were 18 on average.',
      'members: Councillor Green welcomed the report.',
      'members: RESOLVED:',
      'members: That the report be noted.',
    ])
  })

  it('are reports whose recommendations are the council’s proposals, and not Ofsted’s', async () => {
    const report = await read([
      ...[
        'Cabinet',
        "Report of the Director of Children's Services",
        'Improvement plan',
        'Recommendations',
        '1. That Cabinet notes the progress.',
      ],
      ...['Background', 'Ofsted found that visits were late.', 'The council has recruited staff.', 'Background papers: none'],
    ])
    expect(voices(report).slice(-4)).toEqual([
      ...[
        'self-report: That Cabinet notes',
        'reported finding: Ofsted found that',
        'self-report: The council has',
        'furniture: Background papers: none',
      ],
    ])
    expect(report.recommendations).toEqual([])
  })
})
