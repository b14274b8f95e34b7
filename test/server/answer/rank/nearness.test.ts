import { beforeAll, expect, test } from 'vitest'
import type { Corpus } from '../../../../index/search/corpus.ts'
import type { SentenceReader } from '../../../../index/search/reader.ts'
import { readQuestion } from '../../../../server/answer/ask.ts'
import type { Question } from '../../../../server/answer/question.ts'
import { nearnessOf } from '../../../../server/answer/rank/nearness.ts'
import { realCorpus } from '../../../support/corpus.ts'

let corpus: Corpus
let question: Question
beforeAll(async () => {
  corpus = await realCorpus()
  question = await readQuestion('return home interviews', [], corpus)
})

const hitsOf = (similarities: number[]) =>
  similarities.map((similarity, i) => ({ unit: corpus.units.at(i)!, bm25: 0, paragraphBm25: 0, similarity }))
const reading = (similarity: (ordinal: number) => number): Corpus => ({
  ...corpus,
  reader: { similarity: (_, at) => similarity(at) } as SentenceReader,
})

test('one that is far nearer than the others stands out, those below the mean not at all', () => {
  const hits = hitsOf([0.6, 0.2, 0.2, 0.2, 0.1])
  const nearness = nearnessOf(
    hits,
    { ...question, vector: new Int8Array(1) },
    reading(() => 0),
  )
  const [first, second] = hits.map((hit) => nearness(hit).outstanding)
  expect(first).toBeGreaterThan(1.5)
  expect(second).toBe(0)
})

test('similarities that hardly differ do not look as if they did', () => {
  const hits = hitsOf([0.301, 0.3, 0.3, 0.3])
  const nearness = nearnessOf(
    hits,
    { ...question, vector: new Int8Array(1) },
    reading(() => 0),
  )
  expect(nearness(hits[0]!).outstanding).toBeLessThan(0.1)
})

test('the passage says how near its other sentences are, never the sentence itself', () => {
  const unit = [...corpus.units].find(({ placed }) => (corpus.unitsOf.get(placed.passage.id)?.length ?? 0) > 2)!
  const others = corpus.unitsOf.get(unit.placed.passage.id)!.filter(({ ordinal }) => ordinal !== unit.ordinal)
  const near = others.at(-1)!.ordinal
  const nearness = nearnessOf(
    [{ unit, bm25: 0, paragraphBm25: 0, similarity: 0.9 }],
    { ...question, vector: new Int8Array(1) },
    reading((at) => (at === near ? 0.7 : 0.1)),
  )
  expect(nearness({ unit, bm25: 0, paragraphBm25: 0, similarity: 0.9 }).passageSimilarity).toBe(0.7)
})

test('without a reader nothing is near', () => {
  expect(nearnessOf(hitsOf([0.5]), question, corpus)(hitsOf([0.5])[0]!)).toEqual({ outstanding: 0, passageSimilarity: 0 })
})
