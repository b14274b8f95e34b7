/** How an answer shows grades: each report's as one table, the headings that repeat them folded, and each scale by itself. */
import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Corpus } from '../../../../index/search/corpus.ts'
import type { Answer } from '../../../../server/answer/answer.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { type Tabled, tabled } from '../../../../server/routes/ask/tables.ts'
import { collectionOf } from '../../../../server/routes/reports/report-card.ts'
import { byReport } from '../../../../views/answer/order.ts'
import { realApp } from '../../../support/app.ts'
import { realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
let made: Answer
let shown: Tabled
const QUESTION = 'What are the judgements for Staffordshire?'
const asTables = (answer: Answer): Tabled => tabled(answer, new Map(collectionOf(corpus).cards.map((card) => [card.id, card])), corpus)
beforeAll(async () => {
  corpus = await realCorpus()
  made = await ask(QUESTION, [], corpus)
  shown = asTables(made)
})

describe('grades as tables', () => {
  it('loses no quote', () => {
    expect(shown.answer.quotes.map(({ id }) => id).sort()).toEqual(made.quotes.map(({ id }) => id).sort())
  })

  it('has the rows of a report one after another, then the headings that say the same', () => {
    const mixed = byReport(made.quotes).map((own) => own.map(({ kind }) => kind).join(' '))
    expect(mixed.some((kinds) => kinds.includes('heading row'))).toBe(true)
    for (const own of byReport(shown.answer.quotes)) expect(own.map(({ kind }) => kind).join(' ')).not.toContain('heading row')
    expect(shown.restated.size).toBe(3)
    expect(shown.answer.quotes.filter(({ id }) => shown.restated.has(id)).every(({ kind }) => kind === 'heading')).toBe(true)
  })

  it('has the overall grades first where the table is long', () => {
    const [, old] = byReport(shown.answer.quotes)
    expect(old!.slice(0, 3).map(({ text }) => text)).toEqual([
      'Overall effectiveness Adequate',
      'Overall effectiveness Adequate',
      'Capacity for improvement Good',
    ])
  })

  it('keeps a heading that is quoted for itself where it stands', async () => {
    const answer = await ask('What did Ofsted say about return home interviews?', [], corpus)
    expect(asTables(answer)).toEqual({ answer, restated: new Set() })
  })
})

describe('the page', () => {
  let text: string
  beforeAll(async () => {
    text = await (await (await realApp()).request(`/?q=${encodeURIComponent(QUESTION)}`)).text()
  })

  it('says the scale once for a whole table, not with each row', () => {
    expect(text.match(/Graded on the scale in use until 2013/g)).toHaveLength(1)
  })

  it('folds a table of 34 grades under the overall ones, and names the part above its rows', () => {
    const [before, after] = text.split('Show all 34 grades')
    expect(before).toContain('Safeguarding services: Overall effectiveness')
    expect(before).not.toContain('Value for money')
    expect(after!.match(/<caption class="judgements-part">[^<]+/g)).toEqual([
      '<caption class="judgements-part">Safeguarding services',
      '<caption class="judgements-part">Services for looked after children',
    ])
    expect(after).toContain('<span>Value for money')
  })

  it('counts, says aloud and keeps each grade once', () => {
    expect(text).toContain('38 quotes from 2 reports')
    expect(text).toContain('data-announce="Answer ready: 38 quotes from 2 reports"')
    expect(text).toContain(' all 38 quotes for the briefing')
    expect(text).toContain('The same in 3 headings')
  })
})

test('a summary counts the grades of each scale by themselves', () => {
  expect(made.summary).toBe(
    '38 grades of 1 council: since 2013 Good 3, Requires improvement 1; on the scale until 2013 Good 5, Adequate 29.',
  )
})

test('of one scale nothing is said of scales', async () => {
  const { summary } = await ask('What are the judgements for Staffordshire in 2009?', [], corpus)
  expect(summary).toBe('34 grades of 1 council: Good 5, Adequate 29.')
})
