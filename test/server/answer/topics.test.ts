/** Where nothing answers, what the reports do speak of is offered as questions. */
import { beforeAll, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { makeApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { readingCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await readingCorpus()
})

const UNANSWERED = [
  'Do care leavers get free bus passes?',
  'Is anyone checking on youngsters put up in bedsits?',
  'Do kids get put up far away from home?',
  'Were managers looking at their own services through rose-tinted glasses?',
  'Are teenagers stuck in bed and breakfasts?',
  'How involved were charities in services for children in Staffordshire in 2009?',
  'Are teenage lads being dragged into gangs and drug running?',
]

test('topics nearest in meaning are offered, each has an answer, and none leaves the scope', async () => {
  let offered = 0
  for (const text of UNANSWERED) {
    const { outcome, topics, suggestions, coverage } = await ask(text, [], corpus)
    expect([text, outcome]).toEqual([text, 'not_found'])
    expect(suggestions.slice(0, topics.length)).toEqual(topics.map(({ question }) => question))
    for (const { question } of topics) {
      const next = await ask(question, [text], corpus)
      expect([question, next.outcome, next.coverage.searched]).toEqual([question, 'answered', coverage.searched])
    }
    offered += topics.length
  }
  expect(offered).toBeGreaterThanOrEqual(UNANSWERED.length)
})

test('no council is offered that neither the question nor an answer names', async () => {
  for (const text of ['What did Ofsted say about zebras?', 'explain quantum entanglement', 'What about that?']) {
    const { outcome, suggestions } = await ask(text, [], corpus)
    expect([text, outcome === 'answered', suggestions]).toEqual([text, false, []])
  }
  expect((await ask('What did Ofsted say about zebras in Stoke?', [], corpus)).suggestions.join(' ')).toContain('Stoke-on-Trent')
})

test('a topic says how many sentences of the scope hold it', async () => {
  const { topics } = await ask('Is anyone checking on youngsters put up in bedsits?', [], corpus)
  const printed = [...corpus.units].filter(({ placed, start, end }) => /unregulated placement/i.test(placed.passage.text.slice(start, end)))
  expect(topics).toContainEqual({ words: 'unregulated placements', question: 'Unregulated placements', sentences: printed.length })
})

test('the same question is offered the same, byte for byte', async () => {
  const [one, other] = [await ask(UNANSWERED[3]!, [], corpus), await ask(UNANSWERED[3]!, [], { ...corpus })]
  expect(JSON.stringify(other)).toBe(JSON.stringify(one))
})

test.each([
  ['small talk', 'hello', {}],
  ['a request for advice', 'Should I move my child to Stoke?', {}],
  ['a council that is not here', 'What did Ofsted say about bus passes in Leeds?', {}],
  ['a year that is not here', 'Do care leavers get free bus passes in Stoke in 2015?', {}],
  ['nothing near', 'explain quantum entanglement', {}],
  ['an answer', 'What did Ofsted say about return home interviews?', {}],
  ['words alone', 'Do care leavers get free bus passes?', { reader: null }],
])('no topic is offered for %s', async (_, text, without) => {
  expect((await ask(text, [], { ...corpus, ...without })).topics).toEqual([])
})

test('the page links each topic with its count, and keeps what was picked', async () => {
  const app = makeApp({ corpus, loadedAt: null }, { config: readConfig({}) })
  const page = await (await app.request('/?q=Is anyone checking on youngsters put up in bedsits?&authority=Stoke-on-Trent')).text()
  const { topics } = await ask('Is anyone checking on youngsters put up in bedsits?', [], corpus, { authorities: ['Stoke-on-Trent'] })
  const [first] = topics
  expect(first?.question).toMatch(/ in Stoke-on-Trent$/)
  const [link] = page.match(/<nav class="suggestions"[^>]*topics".*?<\/a>/s) ?? ['']
  expect(link).toContain(`>${first?.question}`)
  expect(link).toContain(`(${first?.sentences} sentences)`)
  expect(link).toMatch(/href="[^"]*authority=Stoke-on-Trent(?:&amp;|&)q=[^"]*authority=Stoke-on-Trent#a2"/)
})
