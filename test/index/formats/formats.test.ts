import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readReport } from '../../../index/library/ingest.ts'
import type { Passage, Report } from '../../../index/model/report.ts'

const reportOf = async (html: string, source = 'report.html'): Promise<Report> =>
  readReport('r', await extractText(new TextEncoder().encode(`<html><body>${html}</body></html>`), source))
const row = (...cells: string[]): string => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`
const evidence = (report: Report): string[] =>
  report.sections.flatMap(({ paragraphs }) => paragraphs.filter((passage) => passage.evidence).map(({ text }: Passage) => text))
const judged = (report: Report): string[] => report.judgements.map(({ area, grade, part }) => `${part ?? ''}|${area}|${grade}`)

describe('a single inspection', () => {
  const html = `<h1>Wirral Metropolitan Borough Council</h1>
    <h3>Inspection of services for children in need of help and protection, children looked after and care leavers</h3><h3>and</h3>
    <h3>Review of the effectiveness of the Local Safeguarding Children Board<sup>1</sup></h3>
    <p>Inspection date: 4 July 2016–28 July 2016</p><p>Report published: 20 September 2016</p>
    <h3>Children’s services in Wirral are inadequate</h3>
    ${row('1. Children who need help and protection', 'Inadequate')}${row('2.1 Adoption performance', 'Not judged')}
    ${row('3. Leadership, management and governance', 'Requires improvement')}
    <h1>Contents</h1>${row('Executive summary', '2')}
    <h1>Recommendations</h1><p>1. Recruit a head of service.</p><p>2. Improve plans by:</p><ul><li>setting dates</li></ul>
    ${row('The experiences and progress of children who need help and protection', 'Inadequate')}
    <h2>Inspection findings</h2><p>3. Too many children wait.</p>
    <h1>The Local Safeguarding Children Board (LSCB)</h1><h3>The Local Safeguarding Children Board requires improvement</h3>
    <h2>Recommendations</h2><p>4. Publish a report.</p>
    <h1>Information about this inspection</h1><p>Inspectors have looked closely at the experiences of children.</p>
    <h3>The inspection team</h3><p>Lead inspector: Shirley Bailey HMI</p>
    <p>Any complaints about the inspection or the report should be made to Ofsted.</p>`

  it('gives the judgement table, the overall sentence and the judgement of the board as a second part', async () => {
    const board = 'Local Safeguarding Children Board'
    expect(judged(await reportOf(html))).toEqual([
      '|Overall effectiveness|Inadequate',
      '|Children who need help and protection|Inadequate',
      '|Leadership, management and governance|Requires improvement',
      `${board}|${board}|Requires improvement`,
    ])
  })

  it('points from the table to the heading that states the same grade', async () => {
    const report = await reportOf(html)
    const stated = report.judgements.find(({ area }) => area.startsWith('Children who'))?.statedIn
    const heading = report.sections.find(({ id }) => id === stated)?.heading
    expect(heading?.text).toBe('The experiences and progress of children who need help and protection Inadequate')
  })

  it('gives its facts', async () => {
    expect(await reportOf(html)).toMatchObject({
      kind: 'single_inspection',
      title:
        'Wirral Metropolitan Borough Council: Inspection of services for children in need of help and protection, children looked after and care leavers and Review of the effectiveness of the Local Safeguarding Children Board',
      authority: 'Wirral',
      council: 'Wirral Metropolitan Borough Council',
      inspected: { from: '2016-07-04', to: '2016-07-28' },
      published: '2016-09-20',
      leadInspector: 'Shirley Bailey HMI',
    })
  })

  it('counts numbered recommendations, each with its bullets, by part', async () => {
    const { recommendations } = await reportOf(html)
    expect(recommendations.map(({ text, part }) => [text, part])).toEqual([
      ['Recruit a head of service.', null],
      ['Improve plans by: setting dates', null],
      ['Publish a report.', 'Local Safeguarding Children Board'],
    ])
  })

  it('keeps the contents and the words of every report out of the evidence', async () => {
    const words = evidence(await reportOf(html)).join('\n')
    expect(words).toContain('Too many children wait.')
    expect(words).not.toMatch(/Executive summary|looked closely|complaints/)
  })
})

describe('an ILACS report', () => {
  const html = `<h1>Inspection of Thurrock local authority children’s services</h1><p>Inspection dates: 16 to 20 September 2024</p>
    ${row('Lead inspector:', 'Rachel Griffiths, His Majesty’s Inspector')}${row('Judgement', 'Grade')}
    ${row('The experiences and progress of children in care', 'Outstanding')}
    ${row('The experiences and progress of care leavers', 'Requires improvement')}${row('Overall effectiveness', 'Good')}
    <h2>What needs to improve?</h2><ul><li>Return home interviews. (Outcome three, national framework)</li></ul>
    <h2>The experiences and progress of care leavers: requires improvement to be good</h2><p>1. Care leavers have homes.</p>
    <p>The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects.</p>`

  it('judges care leavers by themselves', async () => {
    const report = await reportOf(html, '80571_thurrock/children’s services inspection - 29 october 2024.html')
    expect(judged(report)).toEqual([
      '|The experiences and progress of children in care|Outstanding',
      '|The experiences and progress of care leavers|Requires improvement',
      '|Overall effectiveness|Good',
    ])
    expect(report.recommendations.map(({ text }) => text)).toEqual(['Return home interviews. (Outcome three, national framework)'])
  })

  it('takes from its path what the text does not print, and says so', async () => {
    const report = await reportOf(html, '80571_thurrock/children’s services inspection - 29 october 2024.html')
    expect(report).toMatchObject({ authority: 'Thurrock', urn: '80571', published: '2024-10-29', inspected: { to: '2024-09-20' } })
    expect(report.provenance.published?.from).toBe('path')
    expect(report.provenance.published?.note).toMatch(/name of the file/)
    expect(report.provenance.authority?.from).toBe('text')
  })
})

describe('an inspection on the scale of 2013', () => {
  it('reads its table of main findings and its deadlines', async () => {
    const report = await reportOf(`<h1>Inspection of looked after children services</h1><h2>Kent County Council</h2>
      <p>Inspection dates: 15 – 19 July 2013</p><p>Reporting inspector Helen Cawston HMI</p><h1>About this inspection</h1>
      <p>1. The purpose of the inspection is plain.</p><h1>Capacity to improve</h1><h2>Grade 2 (Good)</h2><p>2. Capacity is good.</p>
      <h2>Areas for improvement</h2><p>3. The local authority should take the following action.</p><p>Within three months:</p>
      <ul><li>improve supervision</li></ul><h1>Record of main findings</h1>${row('Capacity to improve', 'Good')}${row('Quality of provision', 'Adequate')}`)
    expect(report).toMatchObject({ kind: 'safeguarding_inspection', scale: 'adequate', leadInspector: 'Helen Cawston HMI' })
    expect(judged(report)).toEqual(['|Capacity to improve|Good', '|Quality of provision|Adequate'])
    expect(report.recommendations).toMatchObject([{ text: 'improve supervision', deadline: 'Within three months' }])
  })
})

describe('a letter after a visit', () => {
  it('gives authority, dates and inspectors, and keeps address and signature out of the evidence', async () => {
    const report = await reportOf(`<p>6 March 2023</p><p>Ms A Person</p><p>Director of Children’s Services</p><p>Dear Ms Person</p>
      <h2>Monitoring visit to Medway children’s services</h2>
      <p>This letter summarises the findings of the monitoring visit to Medway on 7 and 8 February 2023. Her Majesty’s Inspectors for this visit were Ann Lee and Bo Ray.</p>
      <p>Leaders have improved supervision.</p><p>Yours sincerely</p><p>Ann Lee</p>`)
    expect(report).toMatchObject({
      kind: 'monitoring_visit',
      authority: 'Medway',
      inspected: { from: '2023-02-07', to: '2023-02-08' },
      inspectors: ['Ann Lee', 'Bo Ray'],
    })
    expect(evidence(report)).not.toContain('Ms A Person')
    expect(evidence(report)).toContain('Leaders have improved supervision.')
  })
})
