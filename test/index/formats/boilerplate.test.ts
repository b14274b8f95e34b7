/** Boilerplate is known by what it says; a finding that only sounds like it stays evidence. */
import { describe, expect, it } from 'vitest'
import { isBoilerplate } from '../../../index/formats/boilerplate.ts'

describe('boilerplate', () => {
  it.each([
    'The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to achieve excellence.',
    'Any complaints about the inspection or the report should be made following the procedures set out in the guidance.',
    'Raising concerns and making complaints about Ofsted, which is available from Ofsted’s website.',
    'If you are not happy with the inspection or the report, you can complain to us.',
    'Ofsted produces this report under its power to combine reports in accordance with section 152 of the Education and Inspections Act 2006.',
    'A Local Safeguarding Children Board (LSCB) requires improvement if it does not yet demonstrate the characteristics of good.',
    'It is Ofsted’s expectation that, as a minimum, all children receive good help, care and protection.',
    'You may reuse this information free of charge in any format.',
    '© Crown copyright 2019',
  ])('is what Ofsted prints about itself, its powers and its grades: %s', (text) => {
    expect(isBoilerplate(text)).toBe(true)
  })

  it.each([
    'Children know how to complain and are helped to do so.',
    'Any complaints about social workers are answered late.',
    'The local authority requires improvement because plans are weak.',
    'A local authority that is slow to act fails children.',
    'Audits under Section 11 of the Children Act 2004 show that partners act in time.',
    'Lead inspector: Alison Smale, His Majesty’s Inspector',
    'Inspection dates: 22 April to 3 May 2024',
    'The local authority operates no children’s homes.',
  ])('is no finding, date or name that many reports share: %s', (text) => {
    expect(isBoilerplate(text)).toBe(false)
  })
})
