import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { passages, seed, seeds } from '../../support/seeds.ts'

type Expected = {
  facts: Record<string, unknown>
  licence: { sentence: string | null; copyright: string | null }
  judgements: { part: string | null; area: string; grade: string; point: number; verbatim: string }[]
  numbersLost: number[]
}
const expected = (
  JSON.parse(readFileSync(new URL('../../fixtures/expected.json', import.meta.url), 'utf8')) as { reports: Record<string, Expected> }
).reports
const cases = Object.entries(expected)

describe('the five reports', () => {
  it('are all on the list of checked facts', () => {
    expect(seeds.map(({ id }) => id)).toEqual(cases.map(([id]) => id))
  })

  it.each(cases)('%s has the facts that a reader would cite it by', (id, { facts }) => {
    expect(seed(id)).toMatchObject(facts)
  })

  it.each(cases)('%s has its licence as it states it, or none', (id, { licence }) => {
    expect(seed(id).licence).toMatchObject(licence)
    expect(seed(id).licence.name === null).toBe(licence.sentence === null)
  })

  it.each(cases)('%s has every judgement with its exact area, grade, part and printed row, and no other', (id, { judgements }) => {
    const found = seed(id).judgements.map(({ part, area, grade, point, verbatim }) => ({ part, area, grade, point, verbatim }))
    const key = (one: { part: string | null; area: string }): string => `${one.part} ${one.area}`
    const byKey = <T extends { part: string | null; area: string }>(list: T[]): T[] => list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    expect(byKey(found)).toEqual(byKey(judgements))
  })

  it.each(cases)('%s says which paragraph numbers it has lost', (id, { numbersLost }) => {
    expect(seed(id).health.numbersLost).toEqual(numbersLost)
  })

  it.each(cases)('%s says of every fact where it comes from', (id) => {
    const report = seed(id)
    for (const name of ['title', 'authority', 'council', 'urn', 'published', 'leadInspector', 'reference', 'framework'] as const)
      if (report[name] !== null) expect(report.provenance[name], name).toBeDefined()
    for (const from of Object.values(report.provenance)) if (from.from !== 'text') expect(from.note).toBeTruthy()
  })

  it('point from each judgement to a passage that prints it', () => {
    for (const { id, judgements } of seeds)
      for (const { passageId, verbatim, grade } of judgements) {
        const row = passages(id).find((one) => one.id === passageId)
        expect(row?.text).toBe(verbatim)
        expect(row?.evidence).toBe(true)
        expect(row?.text.toLowerCase()).toContain(grade.toLowerCase())
      }
  })
})

describe('facts that the text prints', () => {
  it('are said to come from the text, though the catalogue repeats them', () => {
    expect(seed('004').provenance).toMatchObject({ title: { from: 'text' }, council: { from: 'text' }, inspected: { from: 'text' } })
    expect(seed('002').provenance).toMatchObject({ published: { from: 'text' }, reference: { from: 'text' }, licence: { from: 'text' } })
    expect(seed('003').provenance).toMatchObject({ authority: { from: 'text' }, inspectors: { from: 'text' } })
  })

  it('are told from those that only the catalogue knows', () => {
    expect(seed('000').provenance).toMatchObject({ inspected: { from: 'catalogue' }, leadInspector: { from: 'catalogue' } })
    expect(seed('001').provenance).toMatchObject({ years: { from: 'catalogue' } })
    expect(seed('004').provenance).toMatchObject({ published: { from: 'catalogue' } })
  })
})

describe('recommendations', () => {
  it('carry the deadline and the part under which they are listed', () => {
    const list = seed('002').recommendations.map(({ part, deadline, text }) => [part, deadline, text.split(' ').slice(0, 3).join(' ')])
    const [safeguarding, lookedAfter] = ['Safeguarding services', 'Services for looked after children']
    expect(list).toEqual([
      [safeguarding, 'Within three months', 'Ensure there is'],
      [safeguarding, 'Within three months', 'Ensure First Response'],
      [safeguarding, 'Within three months', 'Ensure all assessments'],
      [safeguarding, 'Within three months', 'Ensure all plans'],
      [safeguarding, 'Within six months', 'Improve the effectiveness'],
      [lookedAfter, 'Within three months', 'Review the current'],
      [lookedAfter, 'Within three months', 'Ensure individual plans'],
      [lookedAfter, 'Within three months', 'Improve the consistency'],
      [lookedAfter, 'Within six months', 'Focus joint strategic'],
      [lookedAfter, 'Within six months', 'Increase the number'],
      [lookedAfter, 'Within six months', 'In conjunction with'],
    ])
  })

  it.each([
    ['000', 6],
    ['001', 0],
    ['003', 3],
    ['004', 15],
  ])('%s has as many as its list', (id, count) => {
    expect(seed(id).recommendations).toHaveLength(count)
  })
})

describe('the scales', () => {
  it('are named, so that Adequate of 2009 is not taken for a grade of today', () => {
    expect(seeds.map(({ id, scale }) => [id, scale])).toEqual([
      ['000', 'requiresImprovement'],
      ['001', null],
      ['002', 'adequate'],
      ['003', null],
      ['004', 'requiresImprovement'],
    ])
  })
})
