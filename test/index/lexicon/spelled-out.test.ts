import { expect, test } from 'vitest'
import { spelledOut } from '../../../index/lexicon/short-forms.ts'

test.each([
  ['What is said about MARAC?', 'What is said about multi-agency risk assessment conference?'],
  ['links with the yos', 'links with the youth offending service'],
  ['Is it good?', 'Is it good?'],
  ['caseloads and visits', 'caseloads and visits'],
])('%s', (text, expected) => {
  expect(spelledOut(text).toLowerCase()).toBe(expected.toLowerCase())
})
