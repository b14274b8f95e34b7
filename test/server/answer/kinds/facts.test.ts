/** What a report says of itself, and what is refused by name. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { understand } from '../../../../server/answer/understand/understand.ts'
import { realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})
const answer = (text: string, ...earlier: string[]) => ask(text, earlier, corpus)

describe('a fact of the front matter is answered by the line that prints it', () => {
  test.each([
    ['Who led the inspection of Stoke?', /^Lead inspector: Neil Penswick/],
    ['lead inspector Stoke 2019', /^Lead inspector: Neil Penswick/],
    ['who led the insepction of stok on trent', /^Lead inspector: Neil Penswick/],
    ['When was the 2009 Staffordshire report published?', /^Published: 7 August 2009/],
    ['When did Ofsted last inspect Stoke?', /4 February 2019 to 15 February 2019|4 to 15 February 2019/],
  ])('%s', async (question, line) => {
    const { outcome, interpretation, quotes } = await answer(question)
    expect([outcome, interpretation.intent]).toEqual(['answered', 'figure'])
    expect(quotes[0]?.text).toMatch(line)
  })

  test('also in a follow-up', async () => {
    expect((await answer('and who led it?', 'How was Stoke rated?')).quotes[0]?.text).toMatch(/Neil Penswick/)
  })

  test('and where no line prints it, what the catalogue knows is said but not quoted', async () => {
    const { outcome, reason } = await answer('What is the unique reference number of Stoke-on-Trent?')
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(/does not print the council’s reference number\. The catalogue has it.*80564/)
  })
})

describe('facts that a report holds of itself', () => {
  test.each([
    ['which framework was the 2025 visit to Staffordshire under?', /^This visit was carried out in line with the .* framework\.$/],
    ['how many inspectors were there in Staffordshire in 2009?', /inspection team consisted of four/],
    ['who is the director of children’s services in Staffordshire in 2025?', /^Bernie Brown$/],
    ['who signed the letter to Staffordshire?', /^Alison Smale$/],
    ['to whom is the Staffordshire letter addressed?', /^Bernie Brown$/],
    ['wich framwork was the 2025 visti to staffordshire under', /framework\.$/],
  ])('%s', async (question, line) => {
    const { outcome, interpretation, quotes } = await answer(question)
    expect([outcome, interpretation.intent]).toEqual(['answered', 'figure'])
    expect(quotes[0]?.text).toMatch(line)
  })

  test.each([
    ['how many inspectors visited Stoke in 2019?', /does not print how many inspectors there were/],
    ['who signed the report on Stoke?', /does not print who signed it/],
    [
      'which framework was Stoke inspected under?',
      /does not print under which framework it was made\. The catalogue has it.*\(ILACS\), 2018/,
    ],
  ])('that are not printed are named: %s', async (question, reason) => {
    const { outcome, reason: said } = await answer(question)
    expect(outcome).toBe('not_found')
    expect(said).toMatch(reason)
  })

  test('of a person whom no line names', async () => {
    expect((await answer('who is the director of children’s services in Stoke?')).notes).toContain(
      'No line prints who the director of children’s services is by name.',
    )
  })

  test('in a follow-up, and of something that is no fact of the front matter not at all', async () => {
    expect((await answer('and how many inspectors?', 'How was Staffordshire rated in 2009?')).quotes[0]?.text).toMatch(/consisted of four/)
    expect((await answer('how does the quality assurance framework work?')).interpretation.intent).toBe('passages')
  })
})

describe('a table of judgements', () => {
  test.each([
    ['What was the worst-rated area in Staffordshire in 2019?', /requires improvement/i],
    ['Which judgements were not good in Staffordshire in 2019?', /requires improvement/i],
    ['Did any judgement fall below good in Staffordshire in 2019?', /requires improvement/i],
  ])('%s', async (question, row) => {
    const { interpretation, quotes } = await answer(question)
    expect(interpretation.intent).toBe('judgement')
    expect(quotes.length).toBeGreaterThan(0)
    for (const { text } of quotes) expect(text).toMatch(row)
  })

  test('is given whole where the judgements are asked for', async () => {
    const { quotes } = await answer('What are the judgements for Stoke?')
    expect(quotes.filter(({ kind }) => kind === 'row')).toHaveLength(4)
  })

  test('is meant by “latest” where a grade is asked for, though a visit without a grade is newer', async () => {
    expect((await answer('What is the latest overall grade of Staffordshire?')).summary).toMatch(/^Overall effectiveness: Good/)
  })
})

describe('a place that no report is on is refused by name', () => {
  test.each([
    ['What did Ofsted say about Cardiff?', /no report on Cardiff: Ofsted inspects councils in England/],
    ['caseloads in glasgow', /no report on Glasgow: /],
    ['Tell me about children’s services in Paris', /no report on Paris: /],
    ['What about Narnia?', /no report on Narnia, and the name stands nowhere/],
    ['What did Ofsted say about Bournemouth?', /abolished on 1 April 2019: Bournemouth, Christchurch and Poole took over/],
  ])('%s', async (question, reason) => {
    const found = await answer(question)
    expect([found.outcome, found.interpretation.corrections]).toEqual(['not_found', []])
    expect(found.reason).toMatch(reason)
  })
})

describe('years', () => {
  const years = (text: string) => understand(text, [], corpus, {}, undefined, '2026-11-25').scope.years
  test.each([
    ['caseloads 2018 onwards', [2019, 2025, 2026]],
    ['caseloads from 2018 on', [2019, 2025, 2026]],
    ['adoption 2008 to 2010', [2009]],
    ['caseloads last year', [2025]],
  ])('%s', (text, expected) => {
    expect(years(text)).toEqual(expected)
  })

  test('named against the clock are said to be so where the collection holds none', async () => {
    const { reason } = await ask('What did reports say last year about care leavers in Stoke?', [], corpus, {}, undefined, '2031-03-01')
    expect(reason).toMatch(/no report of 2030 \(last year\) on Stoke-on-Trent/)
  })
})

describe('what has to improve', () => {
  test.each(['What must Stoke do better?', 'Which improvements does the Stoke report ask for?', 'priorities for action Stoke'])(
    '%s gets the list',
    async (question) => {
      const { interpretation, quotes } = await answer(question)
      expect([interpretation.intent, quotes.length]).toEqual(['list', 15])
    },
  )
})
