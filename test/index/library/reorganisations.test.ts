import { describe, expect, it } from 'vitest'
import { AUTHORITIES, authorityCalled } from '../../../index/library/authorities.ts'
import { authorityOn, endedOn, predecessorsOf, REORGANISATIONS, successorsOf } from '../../../index/library/reorganisations.ts'

const names = (list: { name: string }[]): string[] => list.map(({ name }) => name)

describe('councils that are no more', () => {
  it('are known with their successors, whatever form of the name is given', () => {
    expect(names(successorsOf('Bournemouth'))).toEqual(['Bournemouth, Christchurch and Poole'])
    expect(names(successorsOf('Borough of Poole'))).toEqual(['Bournemouth, Christchurch and Poole'])
    expect(names(successorsOf('Northamptonshire'))).toEqual(['North Northamptonshire', 'West Northamptonshire'])
    expect(names(successorsOf('Cumbria County Council'))).toEqual(['Cumberland', 'Westmorland and Furness'])
    expect(names(successorsOf('Bedfordshire'))).toEqual(['Bedford', 'Central Bedfordshire'])
    expect(successorsOf('Dorset County Council').map(({ name, on, area }) => [name, on, area])).toEqual([
      ['Dorset', '2019-04-01', 'the county of Dorset without Christchurch'],
      ['Bournemouth, Christchurch and Poole', '2019-04-01', 'the borough of Christchurch'],
    ])
  })

  it('are known from their successors', () => {
    expect(names(predecessorsOf('BCP'))).toEqual(['Bournemouth', 'Poole', 'Dorset (former county council)'])
    expect(predecessorsOf('West Northamptonshire').map(({ council }) => council)).toEqual(['Northamptonshire County Council'])
    expect(names(predecessorsOf('Dorset'))).toEqual(['Dorset (former county council)'])
  })

  it('are not those that only took another name, nor those that are there still', () => {
    for (const name of ['Somerset', 'Buckinghamshire', 'Cornwall', 'Leeds', 'Nowhere']) {
      expect(successorsOf(name)).toEqual([])
      expect(predecessorsOf(name)).toEqual([])
      expect(endedOn(name)).toBeNull()
    }
  })

  it('name authorities of the list, end in the year that the list gives, and say by what law', () => {
    for (const { authority, becomes, source } of REORGANISATIONS) {
      for (const name of [authority, ...becomes.map((one) => one.authority)]) expect(authorityCalled(name), name).not.toBeNull()
      expect(source).toMatch(/^https:\/\/www\.legislation\.gov\.uk\/uksi\//)
    }
    for (const { name, until } of AUTHORITIES) expect(endedOn(name)?.slice(0, 4) ?? null, name).toBe(until === null ? null : String(until))
  })

  it('lend their name to another council from the day of the change', () => {
    const dorset = authorityCalled('Dorset')!
    expect(authorityOn(dorset, '2016-03-01').council).toBe('Dorset County Council')
    expect(authorityOn(dorset, '2019-04-01').council).toBe('Dorset Council')
    expect(authorityOn(authorityCalled('Dorset (former county council)')!, '2021-10-01').council).toBe('Dorset Council')
    expect(authorityOn(dorset, null)).toBe(dorset)
    expect(authorityOn(authorityCalled('Leeds')!, '2010-01-01').name).toBe('Leeds')
  })
})
