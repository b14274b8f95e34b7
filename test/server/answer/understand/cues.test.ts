/** Everyday ways to ask for a list, a grade or a fact; and the same words where nothing of the kind is asked. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { understand } from '../../../../server/answer/understand/understand.ts'
import { realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const asks = (text: string) => understand(text, [], corpus).asks
const answer = (text: string) => ask(text, [], corpus)

describe('what has to improve', () => {
  test.each([
    'what did inspectors tell Stoke to work on',
    'what did the inspecters ask Stoke to improove',
    'what’s on Ofsted’s to-do list for Stoke',
    'is there anything Stoke has to improve now',
    'what is on Stoke’s list of things to put right',
    'what did Stoke have to put right?',
    'what could Stoke be doing better?',
    'priority and immediate actions for Stoke',
    'what were the areas for improvement in Stoke last time round',
  ])('%s', async (text) => {
    const { interpretation, quotes } = await answer(text)
    expect([interpretation.intent, quotes.length]).toEqual(['list', 15])
  })

  test('what holds now is the newest list', async () => {
    const then = await answer('what is Staffordshire asked to improve')
    const now = await answer('what is Staffordshire still asked to improve')
    expect(new Set(now.quotes.map(({ report }) => report.id)).size).toBe(1)
    expect(then.quotes.length).toBeGreaterThan(now.quotes.length)
  })

  test.each([
    'do they get told off when they bunk off',
    'homework clubs for children in care in Stoke',
    'they told me to sort out my drinking, will that do',
    'will anyone tell me what they think of my mum',
  ])('%s asks for none', (text) => {
    expect(asks(text).list?.improvement ?? false).toBe(false)
  })
})

describe('grades', () => {
  test.each([
    ['what grade did Stoke get for helping and protecting children', /help and protection Inadequate/],
    ['Stoke’s mark for children who need help and protection', /help and protection Inadequate/],
    ['leadership in the 2019 Stoke report: good or something else?', /impact of leaders.* Inadequate/],
    ['was help and protection inadequate in Stoke in 2019', /help and protection Inadequate/],
    ['how did inspectors mark Stoke for help and protection', /help and protection Inadequate/],
    ['Stoke 2019: leadership good or inadequate?', /impact of leaders.* Inadequate/],
    ['what did Ofsted give Stoke overall', /^Overall effectiveness Inadequate/],
  ])('%s', async (text, row) => {
    const { interpretation, quotes } = await answer(text)
    expect(interpretation.intent).toBe('judgement')
    expect(quotes[0]?.text).toMatch(row)
  })

  test('of a year without a report there is none, though reports mention the year', async () => {
    const mentioned = [2016, 2017, 2018].filter((year) =>
      [...corpus.units].some(({ placed }) => placed.passage.text.includes(String(year))),
    )
    expect(mentioned.length).toBeGreaterThan(0)
    for (const year of mentioned) {
      const { outcome, reason, quotes } = await answer(`what did Ofsted give Stoke overall in ${year}`)
      expect([outcome, quotes]).toEqual(['not_found', []])
      expect(reason).toContain(`no report of ${year}`)
    }
  })

  test.each([
    'are they any good with kids in care',
    'was the worker who came for my baby good',
    'is my mark at school any of their business',
  ])('%s asks for none', (text) => {
    expect(asks(text).grades).toBeNull()
  })
})

describe('facts', () => {
  test.each([
    ['which HMI led the visit to Staffordshire in 2025', ['lead']],
    ['who was the deputy lead inspector for Stoke', ['deputy']],
    ['how long has the director of children’s services been in the job in Stoke', ['director in post']],
    ['when did the DCS start in Stoke', ['director in post']],
    ['since when has the LSCB chair been in post in Stoke', ['chair in post']],
    ['how many children’s homes does Stoke run', ['homes']],
    ['what grade before 2019 had Stoke', ['previous']],
    ['what had Stoke been judged the time before', ['previous']],
    ['how many children in Stoke live in children’s homes', []],
    ['how long has the director worked on neglect in Stoke', []],
    ['when did the director start the improvement plan in Stoke', []],
  ])('%s', (text, facts) => {
    expect(asks(text).facts).toEqual(facts)
  })

  test('the inspection before a year is the newest one of that time, with its days and its grade', async () => {
    const { quotes } = await answer('when was Staffordshire inspected before 2012 and what was the result')
    expect(quotes[0]?.text).toMatch(/29 June to 10 July 2009/)
    expect(quotes.slice(1).map(({ text }) => text)).toEqual(['Overall effectiveness Adequate', 'Overall effectiveness Adequate'])
  })
})

test.each([
  ['How is Stoke doing now?', true],
  ['What changed in Stoke?', true],
  ['How good are children’s services in Stoke?', true],
  ['Will workers change all the time in Stoke?', false],
  ['How did children in Stoke feel about the same workers?', false],
])('%s: of everything is %s', (text, broad) => {
  expect(asks(text).broad).toBe(broad)
})
