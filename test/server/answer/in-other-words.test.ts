/** A quote that is found by its meaning marks the words that carry it, and says so. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { readingCorpus } from '../../support/corpus.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await readingCorpus()
})

const marked = ({ text, marks }: { text: string; marks: [number, number][] }): string[] =>
  marks.map(([start, end]) => text.slice(start, end))

describe.each([
  ['Do kids in care get to have fun, like hobbies and trips away?', 'recreational activities'],
  ['In 2009, were teams wasting effort by doing the same job twice?', 'duplication of effort'],
  ['Were cases shut in Stoke before families were safe?', 'cases were closed'],
])('%s', (question, words) => {
  test('marks the words that say it, and names them', async () => {
    const { quotes } = await ask(question, [], corpus)
    const told = quotes.find(({ why }) => why.includes('in other words: “'))!
    expect(marked(told).join(' | ')).toContain(words)
    const [, named] = told.why.match(/in other words: “([^”]+)”/)!
    expect(told.text).toContain(named)
    expect(named).toContain(words)
  })
})

test('at most a dozen stretches are read for an answer, and none where its words are those of the question', async () => {
  let read = 0
  const reader = {
    ...corpus.reader!,
    likeness: (vector: Int8Array, texts: string[]) => {
      read += texts.length
      return corpus.reader!.likeness(vector, texts)
    },
  }
  await ask('In 2009, were teams wasting effort by doing the same job twice?', [], { ...corpus, reader })
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThanOrEqual(12)
  read = 0
  await ask('return home interviews', [], { ...corpus, reader })
  expect(read).toBe(0)
})
