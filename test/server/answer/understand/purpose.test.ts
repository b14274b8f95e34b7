/** What a question is for, where no cue tells it. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { ask, readQuestion } from '../../../../server/answer/ask.ts'
import { classify, type PurposeWeights } from '../../../../server/answer/understand/purpose/classifier.ts'
import { withPurpose } from '../../../../server/answer/understand/purpose/purpose.ts'
import { NO_PURPOSE, PURPOSES } from '../../../../server/answer/understand/purpose/purposes.ts'
import weights from '../../../../server/answer/understand/purpose/weights.json' with { type: 'json' }
import { readPurposes } from '../../../../server/evaluation/fit/purposes.ts'
import { readingCorpus, realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await readingCorpus()
})

test('the weights are of the reader that is shipped, for every purpose that is known', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../../index/vectors/model/reader.json', import.meta.url), 'utf8'))
  expect(weights.reader).toBe(version)
  expect(weights.classes).toEqual([NO_PURPOSE, ...Object.keys(PURPOSES)])
})

test('each purpose has wordings of its own, and near misses', () => {
  const all = readPurposes(new URL('../../../../server/evaluation/fit/purposes/', import.meta.url))
  for (const name of [NO_PURPOSE, ...Object.keys(PURPOSES)])
    expect(all.filter(({ purpose }) => purpose === name).length, name).toBeGreaterThanOrEqual(60)
})

test('none of the wordings is a gold question', () => {
  const folder = new URL('../../../gold/', import.meta.url)
  const gold = ['tuned-first', 'tuned-other-authors', 'tuned-everyday'].flatMap((name) =>
    readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
      .split('\n')
      .filter(Boolean),
  )
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const asked = new Set(gold.map((line) => plain(JSON.parse(line).question)))
  const all = readPurposes(new URL('../../../../server/evaluation/fit/purposes/', import.meta.url))
  expect(all.filter(({ question }) => asked.has(plain(question)))).toEqual([])
})

describe('the classifier', () => {
  const made: PurposeWeights = {
    reader: 'r',
    classes: ['none', 'lead'],
    bias: [0, -100],
    weights: [
      [0, 0],
      [0, 900],
    ],
  }
  test('tells the likeliest class, and how likely it is', () => {
    expect(classify(Int8Array.of(0, 127), 'r', made)).toEqual({ name: 'lead', probability: 1 / (1 + Math.exp(-8)) })
    expect(classify(Int8Array.of(127, 0), 'r', made)?.name).toBe('none')
  })
  test('says nothing of the vector of another reader', () => expect(classify(Int8Array.of(0, 127), 'other', made)).toBeNull())
})

describe('what is told already stays', () => {
  /** A vector that is as sure as can be of one purpose. */
  const pointing = (name: string): Int8Array => {
    const row = weights.weights[weights.classes.indexOf(name)]!
    const most = Math.max(...row.map(Math.abs))
    return Int8Array.from(row, (weight) => (127 * weight) / most)
  }
  const asksAs = async (text: string, name: string) => {
    const question = await readQuestion(text, [], await realCorpus())
    return { before: question.asks, after: withPurpose(question, pointing(name), weights.reader).asks }
  }
  test('a vector that is sure sets what is asked for', async () => {
    const { before, after } = await asksAs('Who headed the crew calling on Stoke?', 'lead')
    expect(before.facts).toEqual([])
    expect(after.facts).toEqual(['lead'])
  })
  test.each([
    ['When was the report on Stoke published?', 'lead'],
    ['What was the overall grade of Stoke?', 'improve'],
    ['What must Stoke improve?', 'grade'],
    ['Compare Stoke and Staffordshire on care leavers', 'overview'],
    ['“signs of safety” in Stoke', 'lead'],
  ])('%s', async (text, name) => {
    const { before, after } = await asksAs(text, name)
    expect(after).toEqual(before)
  })
})

test('without a reader questions are read by cues alone', async () => {
  const words = await realCorpus()
  expect((await readQuestion('Who headed the crew calling on Stoke?', [], words)).asks.facts).toEqual([])
})

test('a question that is for a fact is answered by the line that prints it', async () => {
  const { quotes, interpretation } = await ask('name of whoever was running the team of inspectors at Stoke-on-Trent in 2019', [], corpus)
  expect(interpretation.intent).toBe('figure')
  expect(quotes[0]?.text).toMatch(/lead inspector/i)
})
