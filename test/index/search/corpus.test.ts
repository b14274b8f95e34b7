/** A corpus answers the same whichever engine serves it, and whether it was prepared now or kept in a file. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { decodeColumns, encodeColumns } from '../../../index/search/columns.ts'
import { type Corpus, makeCorpus, placing, toEnd } from '../../../index/search/corpus.ts'
import { loadCorpus } from '../../../index/search/index-store.ts'
import { columnsOf, preparedFrom, preparing } from '../../../index/search/prepare.ts'
import { isStopWord, terms, tokens } from '../../../index/text/analyzer.ts'
import { multiply } from '../../bench/multiply.ts'
import { QUESTIONS } from '../../bench/questions.ts'
import { madeReport } from '../../support/made-report.ts'

const seeds = await readFolder('seeds')
const small = makeCorpus(seeds)
const large = toEnd(placing(seeds, toEnd(preparing(seeds, 0))))

async function expectSame(one: Corpus, other: Corpus): Promise<void> {
  expect(other.fingerprint).toBe(one.fingerprint)
  expect([...other.vocabulary]).toEqual([...one.vocabulary])
  expect([...other.evidence].map(({ passage }) => passage.id)).toEqual([...one.evidence].map(({ passage }) => passage.id))
  expect([...other.units].map(({ ordinal, at, start }) => [ordinal, at, start])).toEqual(
    [...one.units].map(({ ordinal, at, start }) => [ordinal, at, start]),
  )
  for (const question of QUESTIONS) {
    const query = { terms: terms(question).map((term) => ({ term, weight: 1 })), reports: null, limit: 30 }
    for (const index of ['paragraphIndex', 'sentenceIndex'] as const) {
      const [hits, expected] = [await other[index].search(query), await one[index].search(query)]
      expect(hits.map(({ document }) => document)).toEqual(expected.map(({ document }) => document))
    }
  }
}

describe('a corpus', () => {
  it('is the same from either engine', () => expectSame(small, large))

  it('is the same from a file', async () => {
    const columns = columnsOf(toEnd(preparing(seeds, 0)))
    expect(columns).not.toBeNull()
    await expectSame(small, toEnd(placing(seeds, preparedFrom(decodeColumns(encodeColumns(columns!))))))
    expect(columnsOf(toEnd(preparing(seeds)))).toBeNull()
  })

  it('gives each sentence its content words with their places', () => {
    for (const { placed, start, end, tokens: own } of large.units) {
      const all = tokens(placed.passage.text).filter((token) => token.start >= start && token.end <= end && !isStopWord(token.word))
      expect(own).toEqual(all)
    }
  })
})

describe('what is evidence of one report', () => {
  const SHARED = 'Inspectors found that senior leaders know their services well and act on what children tell them.'
  const councils = ['Leeds', 'Derby', 'Kent', 'York', 'Bury']
  const made = councils.map((authority, i) =>
    madeReport({
      authority,
      day: `20${18 + i}-03-01`,
      overall: 'Good',
      findings: [SHARED, `Visits in ${authority} are timely.`],
      improve: [SHARED],
    }),
  )
  const all = [...seeds, ...made]
  const evidenceOf = ({ evidence }: Corpus, id: string): string[] =>
    [...evidence].filter(({ report }) => report.id === id).map(({ passage }) => passage.id)

  it('does not depend on what else is in the collection', () => {
    const alone = new Map(all.map((report) => [report.id, evidenceOf(makeCorpus([report]), report.id)]))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (reports) => {
        const together = makeCorpus(reports)
        for (const { id } of reports) expect(evidenceOf(together, id)).toEqual(alone.get(id))
      }),
      { seed: 13, numRuns: 25 },
    )
  })

  it('keeps a finding that several councils share, for each of them', () => {
    const found = makeCorpus(all).evidence.filter(({ passage }) => passage.text === SHARED)
    expect(new Set(found.map(({ report }) => report.authority))).toEqual(new Set(councils))
  })
})

describe('the index file', () => {
  const reports = [...multiply(seeds, 2_100)]
  let dataDir = ''
  const said: string[] = []
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'index-'))
    said.length = 0
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))
  const load = () => loadCorpus(reports, dataDir, (line) => said.push(line))

  it('is made once, used then, and made anew when damaged', async () => {
    const first = await load()
    const files = await readdir(join(dataDir, 'index'))
    expect(files.map((name) => name.replace(/^.*\./, ''))).toEqual(['bin', 'passages', 'words'])
    expect(files.every((name) => name.startsWith(first.fingerprint))).toBe(true)
    await expectSame(first, await load())
    expect(said).toEqual([])
    await writeFile(join(dataDir, 'index', files[0]!), 'not an index')
    await expectSame(first, await load())
    expect(said).toEqual([expect.stringContaining('made anew')])
    await load()
    expect(said).toHaveLength(1)
  })

  it('costs nothing but time where the data folder cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '')
    const corpus = await loadCorpus(reports, join(dataDir, 'file'), (line) => said.push(line))
    expect(corpus.reports).toHaveLength(reports.length)
    expect(said.at(-1)).toContain('could not be kept')
  })
})
