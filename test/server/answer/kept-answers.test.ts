import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { recent } from '../../../index/search/recent.ts'
import { ask } from '../../../server/answer/ask.ts'
import { askKept } from '../../../server/answer/kept-answers.ts'

const reports = await readFolder('seeds')
const corpus = makeCorpus(reports)

describe('an answer that was given before', () => {
  it('is the very same, and equal to one worked out anew', async () => {
    const first = await askKept('caseloads', [], corpus)
    expect(await askKept('caseloads', [], corpus)).toBe(first)
    expect(await ask('caseloads', [], corpus)).toEqual(first)
  })

  it('is another after other questions, with another scope and of another collection', async () => {
    const talk = ['thresholds in Stoke-on-Trent']
    const answers = await Promise.all([
      askKept('and in Staffordshire?', [], corpus),
      askKept('and in Staffordshire?', talk, corpus),
      askKept('and in Staffordshire?', talk, corpus, { years: [2009] }),
      askKept('and in Staffordshire?', talk, makeCorpus(reports.slice(0, 1))),
    ])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(4)
    expect(answers[1]).toEqual(await ask('and in Staffordshire?', talk, corpus))
    expect(answers[2]).toEqual(await ask('and in Staffordshire?', talk, corpus, { years: [2009] }))
  })

  it('is worked out anew where the conversation is very long', async () => {
    const talk = Array.from({ length: 20 }, (_, i) => `thresholds ${'and so on '.repeat(45)}${i}`)
    const first = await askKept('and in Stoke?', talk, corpus)
    const second = await askKept('and in Stoke?', talk, corpus)
    expect(second).toEqual(first)
    expect(second).not.toBe(first)
  })
})

describe('recent', () => {
  it('makes a value once while its key is asked for, and forgets what is not', () => {
    const made: number[] = []
    const double = recent(3, (n: number) => {
      made.push(n)
      return 2 * n
    })
    expect([1, 2, 3, 1].map(double)).toEqual([2, 4, 6, 2])
    expect(made).toEqual([1, 2, 3])
    // 1 is asked for in every generation, 2 and 3 are not
    for (const n of [4, 1, 5, 1, 6, 1, 7, 1, 8, 1]) double(n)
    double(2)
    expect(made).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 2])
  })
})
