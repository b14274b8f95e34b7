/** What is answered, and how it is put. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { SPEAKS } from '../../../server/answer/mentions.ts'
import type { Concept } from '../../../server/answer/question.ts'
import { understand } from '../../../server/answer/understand/understand.ts'
import { realCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)
const texts = async (text: string) => (await answer(text)).quotes.map((quote) => quote.text)

describe('grades', () => {
  test('come from the printed table, with the row as the quote', async () => {
    const { interpretation, quotes, summary } = await answer('How was Stoke-on-Trent rated overall?')
    expect(interpretation.intent).toBe('judgement')
    expect(quotes[0]?.text).toMatch(/Overall effectiveness Inadequate/)
    expect(summary).toBe('Overall effectiveness: Inadequate (Stoke-on-Trent, 4 to 15 February 2019).')
  })

  test('of a part are told from those of the other part', async () => {
    expect((await answer('Capacity for improvement of services for looked after children in 2009?')).summary).toMatch(/Adequate/)
    expect((await answer('Capacity for improvement of safeguarding services in 2009?')).summary).toMatch(/Good/)
  })

  test('that were never given are not taken for granted', async () => {
    const { outcome, reason } = await answer('Why was Staffordshire rated inadequate in 2019?')
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(/^No report searched gives Staffordshire the grade “Inadequate”\. The overall grades are: Good/)
    expect((await answer('Why was Stoke rated inadequate?')).outcome).toBe('answered')
  })

  test('do not exist for a focused visit', async () => {
    expect((await answer('What grade did the December 2025 focused visit give?')).reason).toMatch(/not graded/)
  })

  test('of unlike scales are said to be so', async () => {
    const { notes } = await answer('Overall effectiveness of Staffordshire in 2009 compared with 2019')
    expect(notes.join(' ')).toMatch(/different scales/)
    expect((await answer('adoption between 2009 and 2019')).notes.join(' ')).not.toMatch(/scales/)
  })
})

describe('lists', () => {
  test('give every item in the order printed', async () => {
    const found = await texts('List the areas for improvement Ofsted set for Stoke-on-Trent.')
    expect(found).toHaveLength(15)
    expect(found[0]).toMatch(/coherent framework/)
  })

  test('are narrowed by deadline, in words or digits, and by part', async () => {
    const words = await texts('What had to be done within three months for looked after children in 2009?')
    expect(words).toHaveLength(3)
    expect(await texts('What had to be done within 3 months for looked after children in 2009?')).toEqual(words)
    expect(await texts('What had to be done within six months for safeguarding in 2009?')).toHaveLength(1)
  })
})

describe('comparisons', () => {
  test('quote each side', async () => {
    const { sides, quotes } = await answer('Compare the public law outline in Staffordshire and Stoke')
    expect(sides.map(({ name }) => name)).toEqual(['Staffordshire', 'Stoke-on-Trent'])
    for (const side of sides) for (const id of side.quotes) expect(quotes.map((quote) => quote.id)).toContain(id)
    expect(sides.every((side) => side.quotes.length > 0)).toBe(true)
  })

  test('say which side says nothing', async () => {
    const { sides, summary } = await answer('private fostering in Staffordshire and Stoke')
    expect(sides[0]).toEqual({ name: 'Staffordshire', quotes: [] })
    expect(summary).toMatch(/^Stoke-on-Trent: \d quotes?\. No answer was found for Staffordshire\.$/)
  })
})

describe('a plain no', () => {
  test.each([
    'How much money did Staffordshire spend on agency social workers?',
    'What did the reports say about female genital mutilation?',
    'What is the capital of France?',
    'What did the 2019 Staffordshire inspection say about private fostering?',
    'Do they mention swimming pools?',
  ])('has a reason and no quotes: %s', async (text) => {
    const { outcome, reason, quotes, summary } = await answer(text)
    expect([outcome, quotes, summary]).toEqual(['not_found', [], ''])
    expect(reason).toMatch(/\.$/)
  })

  test('says which words stand nowhere', async () => {
    expect((await answer('What is said about helicopters?')).reason).toMatch(/“helicopters” stands nowhere in them\.$/)
  })
})

describe('quotes', () => {
  test('“phrases” stand in every quote and -words in none', async () => {
    for (const text of await texts('"return home interviews"')) expect(text.toLowerCase()).toContain('return home interviews')
    const { quotes, notes } = await answer('return home interviews -missing')
    for (const { text } of quotes) expect(text).not.toMatch(/missing/i)
    expect(notes).toContain('Sentences with the words that you excluded are left out.')
  })

  test('that begin with “They” bring the sentence before', async () => {
    const { quotes } = await answer('Are homeless young people told of their rights and entitlements in Stoke?')
    expect(quotes.some(({ text }) => /^Vulnerable 16- to 17-year-old.* They are not consistently advised/s.test(text))).toBe(true)
  })

  test('that the next sentence turns round carry a caution', async () => {
    const { quotes } = await answer('How many dedicated and committed social workers did inspectors meet in Stoke?')
    const all = [...quotes, ...(await answer('dedicated and committed social workers in Stoke')).quotes]
    expect(all.some(({ caution }) => caution?.startsWith('The report goes on: “However'))).toBe(true)
  })

  test('mark the words that answer', async () => {
    const { quotes } = await answer('How many children were placed in unregulated settings in Stoke?')
    const marked = quotes[0]?.marks.map(([start, end]) => quotes[0]?.text.slice(start, end)).join(' ')
    expect(marked).toContain('56')
    expect(marked).toContain('unregulated settings')
  })

  test('say why they were chosen', async () => {
    for (const { why } of (await answer('adoption in Stoke')).quotes) expect(why).toMatch(/^[A-Z].*“adoption”/)
  })
})

test('silent reports are those of which no passage holds half of what is asked, counted one by one', async () => {
  const questions = [
    'return home interviews',
    'What is said about adoption?',
    'forced marriages',
    'private fostering',
    'caseloads since 2010',
    'thresholds in Staffordshire',
    'bullying',
    'life-story work',
  ]
  for (const text of questions) {
    const { coverage, interpretation } = await answer(text)
    expect(interpretation.intent).toBe('passages')
    const question = understand(text, [], corpus)
    const solid = question.concepts.filter(({ light }) => !light)
    const all = solid.reduce((sum, { weight }) => sum + weight, 0)
    const holds = ({ forms }: Concept, { tokens }: Unit): boolean =>
      forms.some(({ stems, words, exact }) =>
        exact
          ? words.every((word) => tokens.some((token) => token.word === word || token.word === `${word}s` || `${token.word}s` === word))
          : stems.every((stem) => tokens.some(({ term }) => term === stem)),
      )
    const speaking = new Set(
      [...corpus.evidence]
        .map(({ passage }) => corpus.unitsOf.get(passage.id) ?? [])
        .filter(
          (units) => solid.reduce((sum, one) => sum + (units.some((unit) => holds(one, unit)) ? one.weight : 0), 0) >= SPEAKS * all - 1e-6,
        )
        .map(([unit]) => unit?.placed.report.id),
    )
    expect(coverage.searched).toEqual(question.reports)
    expect(coverage.silent).toEqual(question.reports.filter((id) => !speaking.has(id) && !coverage.quoted.includes(id)))
  }
})

test('a later report on the same council is pointed out', async () => {
  expect((await answer('adoption in Staffordshire in 2009')).notes[0]).toMatch(/later report/)
  expect((await answer('caseloads in Stoke')).notes).toEqual([])
})

test('a council’s own words are said to be so', async () => {
  expect((await answer('What did the select committee hear about courts?')).notes).toContain(
    'These are the words of a council’s own paper, not of Ofsted.',
  )
})

test('every suggestion has an answer', async () => {
  for (const text of [
    'adoption in Stoke',
    'How was Stoke rated?',
    'both councils on thresholds',
    'bullying',
    'forced marriages in Stoke',
  ]) {
    const { suggestions } = await answer(text)
    for (const next of suggestions) expect([next, (await answer(next, text)).outcome]).toEqual([next, 'answered'])
  }
})

test.each(['What about Stoke?', 'Summarise the 2026 letter', 'How is Staffordshire doing?', 'What did Ofsted find in Stoke?'])(
  'a broad question gets the headline findings: %s',
  async (text) => {
    const { outcome, summary, quotes } = await answer(text)
    expect([outcome, summary.startsWith('Headline findings')]).toEqual(['answered', true])
    expect(quotes.length).toBeGreaterThan(2)
  },
)
