import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Corpus, makeCorpus } from '../../../index/search/corpus.ts'
import { openReader } from '../../../index/vectors/encoder.ts'
import { openMaker } from '../../../index/vectors/maker.ts'
import { type Maker, openSentenceVectors, textsIn } from '../../../index/vectors/sentence-vectors.ts'
import { seed, seeds } from '../../support/seeds.ts'

const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
afterAll(() => rmSync(folder, { recursive: true }))
let folders = 0
const newFolder = (): string => join(folder, String(++folders))

const DIMS = 384
/** A process that loads TypeScript and the model takes two seconds, and on a machine busy with other tests a minute. */
const START_MS = 120_000
const OTHER = { version: 'another', dims: DIMS }
const corpus: Corpus = makeCorpus([seed('001'), seed('003')])
const first = textsIn(corpus.reports[0]!)

/** Makes vectors that tell the texts apart, in no time; counts what it is asked. */
function counting(): Maker & { texts: string[]; ended: boolean } {
  const texts: string[] = []
  return {
    texts,
    ended: false,
    async make(some) {
      texts.push(...some)
      return Int8Array.from({ length: some.length * DIMS }, (_, at) => some[Math.floor(at / DIMS)]!.charCodeAt((at % DIMS) % 7) || 1)
    },
    end() {
      this.ended = true
    },
  }
}
const none = (): Maker => {
  throw new Error('nothing is to be made')
}

describe('sentence vectors', () => {
  it('have the ordinals of the sentences that may be quoted', () => {
    const texts = corpus.reports.flatMap(textsIn)
    expect(texts).toEqual([...corpus.units].map(({ placed, start, end }) => placed.passage.text.slice(start, end)))
  })

  it('are made once, report by report, and read from files afterwards', async () => {
    const dataDir = newFolder()
    const maker = counting()
    const made = await openSentenceVectors(corpus, OTHER, dataDir, () => maker)
    expect(made.progress()).toEqual({ done: 0, total: corpus.units.length })
    expect(made.nearest(new Int8Array(DIMS).fill(1), 5)).toEqual([])
    await made.settled
    expect(maker).toMatchObject({ texts: { length: corpus.units.length }, ended: true })
    expect(made.progress().done).toBe(corpus.units.length)

    const again = await openSentenceVectors(corpus, OTHER, dataDir, none)
    const query = new Int8Array(DIMS).map((_, at) => (first[5] ?? '').charCodeAt(at % 7))
    expect(again.nearest(query, 5)).toEqual(made.nearest(query, 5))
    expect(again.nearest(query, 1)[0]?.similarity).toBeCloseTo(1, 6)
    expect(again.similarity(query, 5)).toBeCloseTo(1, 6)
  })

  it('of a report that is read otherwise are made for its new sentences alone', async () => {
    const dataDir = newFolder()
    await (await openSentenceVectors(corpus, OTHER, dataDir, counting)).settled
    const changed = structuredClone(corpus.reports)
    const passage = changed[0]!.sections.flatMap(({ paragraphs }) => paragraphs).find(({ evidence }) => evidence)!
    passage.text = `Z${passage.text.slice(1)}`
    const maker = counting()
    await (await openSentenceVectors(makeCorpus(changed), OTHER, dataDir, () => maker)).settled
    expect(maker.texts).toHaveLength(1)
    expect(maker.texts[0]).toMatch(/^Z/)
  })

  it('are made anew where a file is damaged, and the files of another reader go', async () => {
    const dataDir = newFolder()
    await (await openSentenceVectors(corpus, OTHER, dataDir, counting)).settled
    for (const name of readdirSync(join(dataDir, 'vectors')).filter((one) => one.endsWith('.vectors')))
      writeFileSync(join(dataDir, 'vectors', name), 'half a fi')
    const maker = counting()
    await (await openSentenceVectors(corpus, { ...OTHER, version: 'third' }, dataDir, () => maker)).settled
    expect(maker.texts).toHaveLength(corpus.units.length)
    expect(readdirSync(join(dataDir, 'vectors')).filter((one) => one.endsWith('another.vectors'))).toEqual([])
  })

  it('that cannot be made cost a line and nothing else', async () => {
    const lines: string[] = []
    const failing: Maker = { make: () => Promise.reject(new Error('no engine')), end: () => {} }
    const vectors = await openSentenceVectors(
      corpus,
      OTHER,
      newFolder(),
      () => failing,
      (line) => lines.push(line),
    )
    await vectors.settled
    expect(lines).toEqual(['Sentence vectors could not be made, so those reports are found by words alone: no engine'])
    expect(vectors.ready(0)).toBe(false)
  })

  it('of the five reports come with the program', async () => {
    const reader = await openReader()
    const maker = counting()
    const vectors = await openSentenceVectors(makeCorpus(seeds), reader, newFolder(), () => maker)
    await vectors.settled
    // a sentence that is read otherwise since they were made is made anew, and it may not become many
    expect(maker.texts.length).toBeLessThan(100)
  })

  it(
    'are made by a process of its own as the reader itself makes them',
    async () => {
      const reader = await openReader()
      const maker = openMaker()
      expect(await maker.make(first.slice(0, 3))).toEqual(await reader.encode(first.slice(0, 3)))
      maker.end()
    },
    START_MS,
  )
})
