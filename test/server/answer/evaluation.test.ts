/** The gold questions keep their figures: floors stand just under what was measured, and fall only for a reason. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { baselines } from '../../../server/evaluation/baselines.ts'
import { type GoldQuestion, readGold } from '../../../server/evaluation/gold.ts'
import { type Evaluation, evaluate, table } from '../../../server/evaluation/run.ts'
import { readingCorpus } from '../../support/corpus.ts'

const folder = new URL('../../gold/', import.meta.url)
const idsOf = (file: string): Set<string> =>
  new Set(
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as GoldQuestion).id),
  )

/**
 * Just under what was measured, `wrong` just over. All of these sets were fitted on, so the floors guard against regress and say
 * nothing of quality.
 */
const FLOORS = {
  'tuned-first.jsonl': { success: 0.86, top3: 0.88, precision: 0.83, key: 0.97, refusal: 0.99, wrong: 0.015 },
  'tuned-other-authors.jsonl': { success: 0.84, top3: 0.85, precision: 0.7, key: 0.91, refusal: 0.94, wrong: 0.055 },
  'tuned-everyday.jsonl': { success: 0.74, top3: 0.8, precision: 0.69, key: 0.92, refusal: 0.9, wrong: 0.045 },
} as const

let corpus: Corpus
let gold: GoldQuestion[]
beforeAll(async () => {
  corpus = await readingCorpus()
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

  test.each(Object.entries(floors))('%s keeps within %d', (figure, floor) => {
    const measured = own.all[figure as keyof typeof floors] ?? 0
    if (figure === 'wrong') expect(measured).toBeLessThanOrEqual(floor)
    else expect(measured).toBeGreaterThanOrEqual(floor)
  })
})

test('plain baselines on the same questions are far behind', async () => {
  for (const [name, answer] of Object.entries(baselines(corpus))) {
    const { all } = await evaluate(gold, corpus, answer)
    console.log(`${name.padEnd(24)} success ${all.success.toFixed(3)} refusal ${all.refusal?.toFixed(3)}`)
    expect(all.success).toBeLessThan(0.4)
  }
})
