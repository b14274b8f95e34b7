import { describe, expect, test } from 'vitest'
import { personalDataIn } from '../../../../server/routes/ask/personal-data.ts'

describe('personal data is seen', () => {
  test.each([
    ['call me on 07700 900123', 'a phone number'],
    ['the office is 01782 234234', 'a phone number'],
    ['ring +44 20 7946 0018 about it', 'a phone number'],
    ['write to ann.lee@example.org', 'an e-mail address'],
    ['my number is AB 12 34 56 C', 'a National Insurance number'],
    ['her NHS number 943 476 5919', 'an NHS number'],
    ['My name is Ann and I ask about caseloads', 'a name'],
  ])('in “%s”', (question, found) => {
    expect(personalDataIn(question)).toContain(found)
  })
})

describe('nothing is seen', () => {
  test.each([
    'What changed from 2018-2019 to 2024-2026?',
    'What happened between 2009 and 2025?',
    'Reports of URN 80561',
    'inspection reference 12345678',
    'reference no: 860, 10 July 2009',
    'in 2019 a focused visit found what?',
    'AB 2019 committee paper',
    'paragraphs 14, 15, 16, 17 and 18 of 2009',
    'What is the name of the lead inspector?',
    'case number 1234567890',
  ])('in “%s”', (question) => {
    expect(personalDataIn(question)).toEqual([])
  })
})
