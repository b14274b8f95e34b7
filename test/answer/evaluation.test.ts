/** The gold questions keep their figures: floors stand just under what was measured, and fall only for a reason. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../index/search/corpus.ts'
import { ask } from '../../server/answer/ask.ts'
import { baselines } from '../../server/evaluation/baselines.ts'
import { type GoldQuestion, readGold } from '../../server/evaluation/gold.ts'
import { type Evaluation, evaluate, table } from '../../server/evaluation/run.ts'
import { realCorpus } from '../support/corpus.ts'

const folder = new URL('../gold/', import.meta.url)
const idsOf = (file: string): Set<string> =>
  new Set(
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as GoldQuestion).id),
  )

/** Success by type, and the figures over all questions of the file. */
const FLOORS = {
  'questions.jsonl': {
    types: {
      topic: 0.9,
      paraphrase: 0.72,
      acronym: 0.99,
      judgement: 0.99,
      list: 0.9,
      figure: 0.99,
      comparison: 0.85,
      followup: 0.85,
      unanswerable: 0.99,
      typo: 0.99,
    },
    all: { success: 0.92, recall: 0.76, precision: 0.85, key: 0.95, refusal: 0.99 },
  },
  'independent.jsonl': {
    types: {
      topic: 0.85,
      paraphrase: 0.76,
      acronym: 0.8,
      judgement: 0.93,
      list: 0.85,
      figure: 0.84,
      comparison: 0.85,
      followup: 0.8,
      unanswerable: 0.95,
      typo: 0.85,
    },
    all: { success: 0.87, recall: 0.78, precision: 0.76, key: 0.82, refusal: 0.95 },
  },
  'fresh.jsonl': {
    types: {
      topic: 0.94,
      paraphrase: 0.35,
      acronym: 0.9,
      judgement: 0.99,
      list: 0.69,
      figure: 0.92,
      comparison: 0.69,
      followup: 0.59,
      unanswerable: 0.81,
    },
    all: { success: 0.66, recall: 0.58, precision: 0.63, key: 0.87, refusal: 0.81 },
  },
} as const

let corpus: Corpus
let gold: GoldQuestion[]
beforeAll(async () => {
  corpus = await realCorpus()
  gold = readGold(folder)
})

describe.each(Object.entries(FLOORS))('%s', (file, floors) => {
  let own: Evaluation
  beforeAll(async () => {
    const ids = idsOf(file)
    const part = gold.filter(({ id }) => ids.has(id))
    own = await evaluate(part, corpus, (question, earlier) => ask(question, earlier, corpus))
    console.log(`${file}\n${table(own)}`)
  })

  test('every quote is word for word and no quote leaves the scope', () => {
    expect([own.verbatim, own.all.scope]).toEqual([true, 1])
  })

  test.each(Object.entries(floors.types))('success on %s is at least %d', (type, floor) => {
    expect(own.rows.find((row) => row.type === type)?.success).toBeGreaterThanOrEqual(floor)
  })

  test.each(Object.entries(floors.all))('%s over all is at least %d', (figure, floor) => {
    expect(own.all[figure as keyof typeof floors.all]).toBeGreaterThanOrEqual(floor)
  })
})

test('plain baselines on the same questions are far behind', async () => {
  for (const [name, answer] of Object.entries(baselines(corpus))) {
    const { all } = await evaluate(gold, corpus, answer)
    console.log(`${name.padEnd(24)} success ${all.success.toFixed(3)} refusal ${all.refusal?.toFixed(3)}`)
    expect(all.success).toBeLessThan(0.4)
  }
})
