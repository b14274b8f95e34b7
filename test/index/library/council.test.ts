/** The council of a report, told by whatever names it; and said not to be known where nothing does, or two are named. */
import { describe, expect, it } from 'vitest'
import { AUTHORITIES, type Authority } from '../../../index/library/authorities.ts'
import { authoritiesIn } from '../../../index/library/councils/mentions.ts'
import { readReport } from '../../../index/library/ingest.ts'
import { endedOn, predecessorsOf } from '../../../index/library/reorganisations.ts'
import { type Block, needsPerson, type Report, type SourceText } from '../../../index/model/report.ts'

const block = (kind: Block['kind'], text: string, cells: string[] | null = null): Block => ({
  kind,
  text,
  number: null,
  marker: null,
  level: kind === 'heading' ? 1 : 0,
  cells,
  page: null,
})
const heading = (text: string): Block => block('heading', text)
const text = (words: string): Block => block('text', words)
const row = (area: string, grade: string): Block => block('row', `${area} ${grade}`, [area, grade])

const TABLE = [
  row('The impact of leaders on social work practice with children and families', 'Good'),
  row('The experiences and progress of children who need help and protection', 'Good'),
  row('The experiences and progress of children in care and care leavers', 'Good'),
  row('Overall effectiveness', 'Good'),
]
const BODY = [text('Reading records helps children. Leaders know their services well.'), text('Police share information in time.')]

const read = (blocks: Block[], source = 'report.pdf'): Report =>
  readReport('x', { source, sha256: '0'.repeat(64), blocks, printed: [], pages: null, furniture: [], warnings: [] } satisfies SourceText)

/** A day of July on which an authority was there. */
const yearOf = ({ name }: Authority): number => {
  const ended = endedOn(name)
  if (ended) return Number(ended.slice(0, 4)) - 1
  return predecessorsOf(name).length > 0 ? 2024 : 2019
}
const plainName = ({ name }: Authority): string => name.replace(/ \(.*\)$/, '')
const dates = (authority: Authority): Block => text(`Inspection dates: 4 July ${yearOf(authority)} to 8 July ${yearOf(authority)}`)
const signed = (authority: Authority): string => plainName(authority).replaceAll(' and ', ' & ')

/** The ways in which reports print whose they are, and some in which they might. */
const FORMS: Record<string, (authority: Authority) => Report> = {
  'Inspection of X Council children’s services': (one) =>
    read([heading(`Inspection of ${one.council} children’s services`), dates(one), ...TABLE, ...BODY]),
  'Inspection of X children’s services': (one) =>
    read([heading(`Inspection of ${plainName(one)} children’s services`), dates(one), ...TABLE, ...BODY]),
  'Inspection of the X local authority children’s services': (one) =>
    read([heading(`Inspection of the ${plainName(one)} local authority children’s services`), dates(one), ...TABLE, ...BODY]),
  'X Council above the title': (one) =>
    read([heading(one.council), heading('Inspection of children’s social care services'), dates(one), ...TABLE, ...BODY]),
  'X City of': (one) =>
    read([heading(`${plainName(one)} City of`), heading('Inspection of children’s social care services'), dates(one), ...TABLE, ...BODY]),
  'Borough of X': (one) =>
    read([
      heading(`Borough of ${plainName(one)}`),
      heading('Inspection of children’s social care services'),
      dates(one),
      ...TABLE,
      ...BODY,
    ]),
  'Royal Borough of X': (one) =>
    read([
      heading(`The Royal Borough of ${plainName(one)}`),
      heading('Inspection of children’s social care services'),
      dates(one),
      ...TABLE,
      ...BODY,
    ]),
  'London Borough of X, with a sign for “and”': (one) =>
    read([
      heading(`London Borough of ${signed(one)}`),
      heading('Inspection of children’s social care services'),
      dates(one),
      ...TABLE,
      ...BODY,
    ]),
  'X Metropolitan District Council': (one) =>
    read([
      heading(`${plainName(one)} Metropolitan District Council`),
      heading('Inspection of children’s social care services'),
      dates(one),
      ...TABLE,
      ...BODY,
    ]),
  'X UNITARY AUTHORITY': (one) =>
    read([
      heading(`${plainName(one)} Unitary Authority`.toUpperCase()),
      heading('Inspection of children’s social care services'),
      dates(one),
      ...TABLE,
      ...BODY,
    ]),
  'the cover of a single inspection': (one) =>
    read([
      heading(one.council),
      heading('Inspection of services for children in need of help and protection, children looked after and care leavers'),
      text(`Inspection date: 4 July ${yearOf(one)} to 8 July ${yearOf(one)}`),
      ...BODY,
    ]),
  'a letter about a visit': (one) =>
    read([
      text(`12 August ${yearOf(one)}`),
      text('Jo Example, Director of Children’s Services'),
      text(one.council),
      text('1 Market Square'),
      text('Dear Jo'),
      heading(`Focused visit to ${plainName(one)} children’s services`),
      text(
        `This letter summarises the findings of the focused visit to ${plainName(one)} children’s services on 4 and 5 July ${yearOf(one)}.`,
      ),
      ...BODY,
    ]),
  'a letter whose head alone names it': (one) =>
    read([
      text(`12 August ${yearOf(one)}`),
      text(one.council),
      text('Dear Jo'),
      text(`This letter summarises the findings of the monitoring visit on 4 and 5 July ${yearOf(one)}.`),
      ...BODY,
    ]),
  'a title, and a file that tells nothing': (one) =>
    read([heading(`Children’s services in ${plainName(one)}`), ...BODY], `scan 7 - 4 july ${yearOf(one)}.pdf`),
  'running text alone': (one) =>
    read([
      heading('Inspection of children’s social care services'),
      dates(one),
      ...TABLE,
      text(`Children’s services in ${plainName(one)} are good. ${one.council} has invested in them.`),
      text(`Staff say that they like to work in ${plainName(one)}, though Lancashire Police and Derby Hospital were slow.`),
      ...BODY,
    ]),
  'the folder’s name alone': (one) =>
    read(
      [heading('Inspection of children’s social care services'), dates(one), ...TABLE, ...BODY],
      `80_${plainName(one).toLowerCase()}/report.pdf`,
    ),
  'the file’s name alone': (one) =>
    read(
      [heading('Inspection of children’s social care services'), dates(one), ...TABLE, ...BODY],
      `${one.council.toLowerCase().replaceAll(' ', '_')}.pdf`,
    ),
}

describe('the council of a report', () => {
  it.each(Object.entries(FORMS))('is found in every form: %s', (_, made) => {
    const wrong = AUTHORITIES.map((authority) => ({ authority, report: made(authority) }))
      .filter(({ authority, report }) => report.authority !== authority.name || needsPerson(report) || report.councilFound.confidence < 0.5)
      .map(({ authority, report }) => `${authority.name}: ${report.authority} ${JSON.stringify(report.councilFound)}`)
    expect(wrong).toEqual([])
  })

  it('is told by the number of Ofsted’s folder, of whatever length', () => {
    for (const { urn, name } of AUTHORITIES)
      if (urn) expect(read([heading('Inspection of services'), ...BODY], `${urn}_x/a.pdf`).authority).toBe(name)
  })

  it('is not known where nothing names one, and a person is asked', () => {
    const report = read([heading('Inspection of children’s social care services'), ...TABLE, ...BODY])
    expect(report).toMatchObject({ authority: null, councilFound: { open: 'none', confidence: 0 } })
    expect(needsPerson(report)).toBe(true)
  })

  it('is not known where two are named as strongly, and both are kept as evidence', () => {
    const joint = read([heading('Joint report on services in Derby and Leicester'), ...BODY])
    expect(joint).toMatchObject({ authority: null, councilFound: { open: 'two' } })
    expect(joint.councilFound.evidence.map(({ authority }) => authority)).toEqual(['Derby', 'Leicester'])
    const misfiled = read(
      [heading('Inspection of Leeds City Council children’s services'), ...TABLE, ...BODY],
      '80445_cambridgeshire/a.pdf',
    )
    expect(misfiled.councilFound.open).toBe('two')
  })

  it('is what title and text say together, wherever the file lies, but less surely', () => {
    const cover = [heading('Inspection of Leeds City Council children’s services'), ...TABLE]
    const words = [text('Children’s services in Leeds are good. Leeds City Council has invested.'), ...BODY]
    const filed = read([...cover, ...words], '80481_leeds/a.pdf')
    const misfiled = read([...cover, ...words], '80445_cambridgeshire/a.pdf')
    expect([filed.authority, misfiled.authority]).toEqual(['Leeds', 'Leeds'])
    expect(misfiled.councilFound.confidence).toBeLessThan(filed.councilFound.confidence)
    expect(misfiled.urn).toBe('80481')
  })

  it('that is on no list is kept as printed, and a person is asked', () => {
    const report = read([heading('Newtown Borough Council'), heading('Inspection of children’s social care services'), ...TABLE, ...BODY])
    expect(report).toMatchObject({ authority: 'Newtown', councilFound: { open: 'not listed' } })
  })

  it('says where it was found', () => {
    const report = FORMS['running text alone']!(AUTHORITIES[0]!)
    expect(report.provenance.authority).toEqual({ from: 'text', note: expect.stringContaining('running text') })
    expect(FORMS['the folder’s name alone']!(AUTHORITIES[0]!).provenance.authority?.from).toBe('path')
  })
})

describe('a text', () => {
  it('names a council only where a council is meant', () => {
    const names = (words: string): string[] => authoritiesIn(words).map(({ authority }) => authority.name)
    expect(names('Reading records is good; they bury the past in Bury and in Kingston upon Hull.')).toEqual(
      ['Reading', 'Bury', 'Kingston upon Hull'].slice(0).filter((n) => n !== ''),
    )
    expect(names('Staffordshire Police, the University of York, Derby Hospital, Leeds City College')).toEqual([])
    expect(names('Achieving for Children')).toEqual([])
    expect(names('BRISTOL CITY COUNCIL')).toEqual(['Bristol'])
  })
})
