/** The learned reader beside the corpus: what it adds, and that it can be switched off whole. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../index/search/corpus.ts'
import { ask, readQuestion } from '../../server/answer/ask.ts'
import { readConfig } from '../../server/config.ts'
import { loadLibrary } from '../../server/library.ts'
import { readingCorpus, realCorpus, seeds } from '../support/corpus.ts'

let words: Corpus
let reading: Corpus
beforeAll(async () => {
  words = await realCorpus()
  reading = await readingCorpus()
})

const EVERYDAY = 'will anybody ring me back if I tell them about a kid I am worried about'

describe('with the reader', () => {
  test('a question has a vector, the same each time', async () => {
    const [one, other] = [await readQuestion(EVERYDAY, [], reading), await readQuestion(EVERYDAY, [], reading)]
    expect(one.vector?.length).toBe(384)
    expect(one.vector).toEqual(other.vector)
  })

  test('the same question gives the same bytes', async () => {
    expect(JSON.stringify(await ask(EVERYDAY, [], reading))).toBe(JSON.stringify(await ask(EVERYDAY, [], reading)))
  })

  test('it is asked only where every report in scope has vectors', async () => {
    const half: Corpus = { ...reading, reader: { ...reading.reader!, covers: (reports) => !reports.includes(4) } }
    expect((await readQuestion('adoption in Stoke', [], half)).vector).toBeNull()
    expect((await readQuestion('adoption in Staffordshire', [], half)).vector).not.toBeNull()
    expect(JSON.stringify(await ask('adoption', [], half))).toBe(JSON.stringify(await ask('adoption', [], words)))
  })
})

describe('READER=off', () => {
  test('loads no reader, and answers by words alone', async () => {
    const config = { ...readConfig({ READER: 'off', SEEDS_DIR: seeds, DATA_DIR: 'no-such-folder' }) }
    const corpus = await loadLibrary({ corpus: null, loadedAt: null }, config, () => undefined)
    expect(corpus.reader).toBeNull()
    for (const question of [EVERYDAY, 'What did Ofsted say about return home interviews?', 'How many children are in care in Stoke?'])
      expect(JSON.stringify(await ask(question, [], corpus))).toBe(JSON.stringify(await ask(question, [], words)))
  })
})
