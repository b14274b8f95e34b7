/** Questions for what is good or bad, who asks them, and what is said of times before. */
import { beforeAll, describe, expect, test } from 'vitest'
import { tokens } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import { matchesAll } from '../../index/general-english.ts'
import { ask } from '../../server/answer/ask.ts'
import { isAfter } from '../../server/answer/days.ts'
import { framed } from '../../server/answer/framing.ts'
import { realCorpus } from '../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)
const ids = async (text: string, ...earlier: string[]) => (await answer(text, ...earlier)).quotes.map(({ id }) => id)

describe('what is good', () => {
  test.each([
    'What are the strengths of Stoke-on-Trent?',
    'What is working well in Stoke?',
    'What did inspectors praise in Stoke?',
    'Was there anything good about Stoke?',
  ])('%s gets praise, and no fault, harm or grade', async (question) => {
    const { outcome, quotes, notes } = await answer(question)
    expect([outcome, notes[0]]).toEqual(['answered', expect.stringMatching(/a choice, not all/)])
    for (const { text, report } of quotes) {
      expect(report.id).toBe('004')
      expect(text).not.toMatch(/\b(?:not|poor|inadequate|injured|harm|judg\w+)\b/i)
    }
  })

  test('is said by inspectors, not by a council of itself', async () => {
    const reports = (await answer('What are the strengths of Staffordshire?')).quotes.map(({ report }) => report.kind)
    expect(new Set(reports)).not.toContain('committee_report')
    expect(await ids('Strengths of Staffordshire in 2019')).toContain('000.u17.s1')
  })

  test('is asked of one thing as any other question is', async () => {
    const { interpretation } = await answer('What are the strengths of fostering in Stoke?')
    expect(interpretation.terms.map(({ word }) => word)).toContain('fostering')
  })
})

describe('what is bad', () => {
  test.each([
    'What is going wrong in Stoke?',
    'What are the main problems in Stoke-on-Trent?',
    'What weaknesses did inspectors find in Stoke?',
  ])('%s', async (question) => {
    const { quotes } = await answer(question)
    expect(quotes.length).toBeGreaterThan(3)
    expect(quotes.map(({ text }) => text).join(' ')).toMatch(/widespread|very poor|inadequate/)
    expect(new Set(quotes.map(({ text }) => text)).size).toBe(quotes.length)
  })
})

describe('a grade that is asked about', () => {
  test.each([
    ['Is Stoke outstanding?', /Inadequate/],
    ['Is Staffordshire inadequate?', /Good/],
    ['Is Staffordshire a good council for children?', /Good/],
  ])('%s gets the grades', async (question, grade) => {
    const { interpretation, summary } = await answer(question)
    expect(interpretation.intent).toBe('judgement')
    expect(summary).toMatch(grade)
  })

  test('is not asked for by “how do they do at …”', async () => {
    expect((await answer('How do children in care do at school?')).interpretation.intent).toBe('passages')
    expect((await answer('How did Stoke do on leadership?')).interpretation.intent).toBe('judgement')
  })
})

describe('an earlier inspection', () => {
  test('is named with its grades', async () => {
    const quote = (await answer('Is Stoke’s adoption service good?')).quotes.find(({ text }) => text.includes('adoption judged'))
    expect(quote?.text).toMatch(/^The last full inspection was in August 2015\./)
    expect(quote?.caution).toMatch(/earlier inspection/)
  })
})

describe('who asks', () => {
  test.each([
    ['As a journalist, what did Ofsted say about caseloads?', 'As a journalist,'],
    ['I am preparing a scrutiny briefing: how are thresholds applied?', 'I am preparing a scrutiny briefing:'],
    ['Our lead member wants to know whether supervision is regular.', 'Our lead member wants to know '],
    ['I’m a parent in Stafford whose son has autism', 'I’m a parent in Stafford'],
    ['What do lead members want?', ''],
    ['Are we preparing care leavers for work?', ''],
  ])('%s', (question, frame) => {
    expect(question.slice(0, framed(question))).toBe(frame)
  })

  test('is no part of what is looked for', async () => {
    const { interpretation } = await answer('As a journalist in Stafford, I want caseloads in Stoke')
    expect(interpretation.terms.map(({ word }) => word)).toEqual(['caseloads'])
    expect((await ids('Our lead member wants to know whether the out of hours team is any good.'))[0]).toMatch(/^003\.u31/)
  })
})

describe('a later report', () => {
  test('is not one of the same year as a paper without a day', () => {
    expect([isAfter('2019-02-15', '2019'), isAfter('2020', '2019-02-15'), isAfter('2019', '2019-02-15')]).toEqual([false, true, false])
    expect(isAfter('2025-12-10', '2019-02-08')).toBe(true)
  })

  test('is said to speak of it only where one of its sentences answers, and to be silent only where none comes near', async () => {
    expect((await answer('How many children are in care in Staffordshire?')).notes.join(' ')).not.toMatch(/speaks? of this|Nothing/)
    expect((await answer('How long do court cases take?')).notes.join(' ')).not.toMatch(/4 to 8 February 2019/)
    expect((await answer('unaccompanied asylum-seeking children in Staffordshire')).notes.join(' ')).toMatch(
      /^Nothing on this was found in the later report/,
    )
  })
})

describe('asking how to improve', () => {
  test('gets the list of what has to improve', async () => {
    const { interpretation, quotes } = await answer('How can Stoke improve?')
    expect([interpretation.intent, quotes.length]).toEqual(['list', 15])
  })
})

test('advice on how to apply is not given', async () => {
  for (const question of ['How do I apply to become a foster carer?', 'How can someone complain?'])
    expect((await answer(question)).reason).toMatch(/no advice/)
})

describe('the collection itself', () => {
  test.each(['How many reports do you have?', 'What councils do you cover?', 'What do you cover?'])('%s', async (question) => {
    const { outcome, reason } = await answer(question)
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(/^The collection holds 5 reports on 2 councils: Staffordshire and Stoke-on-Trent, from 2009/)
  })

  test('names its newest report', async () => {
    expect((await answer('Which report is the most recent?')).reason).toMatch(/focused visit, 9 to 10 December 2025/)
  })

  test('is not meant where a topic is', async () => {
    for (const question of [
      'Which reports mention neglect?',
      'What is the latest report on Staffordshire?',
      'How many children do you have in care?',
    ])
      expect((await answer(question)).reason ?? '').not.toMatch(/^The (collection holds|newest)/)
  })
})

describe('why', () => {
  test('is answered by a cause first', async () => {
    expect((await ids('Why are there more children in care?'))[0]).toBe('001.u14.s2')
  })
})

describe('a follow-up that is only a shade', () => {
  test('keeps council and topic', async () => {
    const { interpretation, quotes } = await answer('anything positive?', 'foster carers in Stoke')
    expect(interpretation.terms.map(({ word }) => word)).toContain('foster carers')
    expect(new Set(quotes.map(({ report }) => report.id))).toEqual(new Set(['004']))
  })
})

describe('next questions', () => {
  test('are about the council of the answer, by the year that its report is known by', async () => {
    const { suggestions } = await answer('private fostering')
    expect(suggestions.join(' ')).toMatch(/Stoke-on-Trent/)
    expect(suggestions.join(' ')).not.toMatch(/Staffordshire/)
    expect((await answer('caseloads in Staffordshire in 2025')).suggestions.join(' ')).toMatch(/2025 report/)
  })
})

describe('everyday English', () => {
  test('is understood where the thesaurus has nothing, and shown', async () => {
    const { outcome, interpretation, quotes } = await answer('Did managers in Stoke come clean with councillors?')
    expect(outcome).toBe('answered')
    expect(interpretation.terms.find(({ word }) => word === 'come clean')?.also).toContain('transparent')
    expect(quotes[0]?.text).toMatch(/transparent/)
  })

  test('of single words alone is no ground for an answer', async () => {
    expect((await answer('Do they mention gyms?')).outcome).toBe('not_found')
  })

  test('gives way to the terms of the field', () => {
    const words = (text: string) => tokens(text).map(({ word, term }) => ({ word, term }))
    const kinds = (text: string) => matchesAll(words(text)).map(({ at, synonyms }) => [at, synonyms[0]?.kind])
    expect(kinds('mash and come clean')).toEqual([
      [0, 'acronym'],
      [2, 'general'],
    ])
    for (const { at, length } of matchesAll(words('do the bosses come clean to care leavers about their pathway plans')))
      expect(at + length).toBeLessThan(14)
  })
})

describe('when a council was inspected', () => {
  test.each([
    ['When was Staffordshire last inspected?', '003.u18.s1'],
    ['When was the last visit to Staffordshire?', '003.u18.s1'],
    ['When was Stoke last inspected?', '004.u3'],
    ['When did inspectors visit Stoke?', '004.u3'],
  ])('%s: by the report’s own date, not by a year that it mentions', async (question, id) => {
    expect(await ids(question)).toEqual([id])
  })

  test('is not when the report was published', async () => {
    expect(await ids('When was the focused visit published?')).not.toContain('003.u18.s1')
  })
})

test('what became of recommendations is not what they are', async () => {
  const { interpretation, quotes } = await answer('What happened to the recommendations of the last inspection?')
  expect([interpretation.intent, quotes[0]?.id]).toEqual(['passages', '003.u22.s1'])
})
