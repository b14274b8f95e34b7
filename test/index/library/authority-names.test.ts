import { describe, expect, it } from 'vitest'
import { datesOfVisits } from '../../../index/formats/facts.ts'
import { authorityByUrn, authorityNamed, everydayName } from '../../../index/library/authority-names.ts'

describe('the name of an authority', () => {
  it('is found whatever form of it is printed', () => {
    const printed = [
      'Wirral Metropolitan Borough Council',
      'the London Borough of Islington',
      'Nottingham City',
      'City of London',
      'Stoke-on-Trent City Council',
    ]
    expect(printed.map((name) => authorityNamed(name)?.name)).toEqual([
      'Wirral',
      'Islington',
      'Nottingham',
      'City of London',
      'Stoke-on-Trent',
    ])
    expect(authorityNamed('a report about children')).toBeNull()
  })

  it('is told by Ofsted’s number', () => {
    expect(authorityByUrn('80445')?.name).toBe('Cambridgeshire')
    expect(authorityByUrn('1')).toBeNull()
  })

  it('loses the words that no reader says', () => {
    expect(everydayName('The Royal Borough of Newtown Council')).toBe('Newtown')
    expect(everydayName('Newtown Unitary Authority')).toBe('Newtown')
  })
})

describe('the days of an inspection', () => {
  it('run from the first to the last of two visits', () => {
    expect(datesOfVisits('8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019')).toEqual({
      from: '2019-07-08',
      to: '2019-08-08',
    })
    expect(datesOfVisits('19 November-11 December 2013 and 28 – 30 January 2014')).toEqual({ from: '2013-11-19', to: '2014-01-30' })
    expect(datesOfVisits('18 Feb 2014 – 12 March 2014')).toEqual({ from: '2014-02-18', to: '2014-03-12' })
    expect(datesOfVisits('2 Sept. ─ 4 Oct 2013')).toEqual({ from: '2013-09-02', to: '2013-10-04' })
    expect(datesOfVisits('1/06/2015 ─ 25/06/2015')).toEqual({ from: '2015-06-01', to: '2015-06-25' })
    expect(datesOfVisits('12 Marchers in 2014')).toBeNull()
    expect(datesOfVisits('16 and 17 May 2018')).toEqual({ from: '2018-05-16', to: '2018-05-17' })
  })
})
