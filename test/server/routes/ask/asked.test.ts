import { expect, test } from 'vitest'
import { readConversation } from '../../../../server/routes/ask/asked.ts'
import { chatHref, NO_PICKS } from '../../../../views/parts/links.ts'

const read = (query: string) => readConversation(new URLSearchParams(query))

test('picks belong to the question before them', () => {
  const { asked } = read('q=one&authority=Staffordshire&q=two&year=2019&year=2009')
  expect(asked.map(({ question }) => question)).toEqual(['one', 'two'])
  expect(asked[0]?.picks).toEqual({ ...NO_PICKS, authorities: ['Staffordshire'] })
  expect(asked[1]?.picks).toEqual({ ...NO_PICKS, years: [2019, 2009] })
})

test('picks before the first question belong to the last', () => {
  const { asked, next } = read('report=003&q=one&q=two')
  expect(asked.map(({ picks }) => picks.reports)).toEqual([[], ['003']])
  expect(next.reports).toEqual(['003'])
})

test('picks without a question wait for one', () => {
  expect(read('report=003&report=004&kind=focused_visit').next).toEqual({ ...NO_PICKS, reports: ['003', '004'], kinds: ['focused_visit'] })
})

test('an address that is read and written again is the same', () => {
  const query = 'q=one&authority=Stoke-on-Trent&q=and+two%3F&report=004&sure=yes'
  expect(chatHref(read(query).asked)).toBe(`/?${query}`)
})

test('what is no year is no pick, and white space is folded', () => {
  const { asked } = read('q=%20a%20%20b%0A&year=now')
  expect(asked).toEqual([{ question: 'a b', picks: NO_PICKS, sure: false }])
})

test('a conversation keeps its last twenty questions', () => {
  const { asked } = read(Array.from({ length: 25 }, (_, i) => `q=${i}`).join('&'))
  expect(asked).toHaveLength(20)
  expect(asked.at(-1)?.question).toBe('24')
})
