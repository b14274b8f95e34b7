/** Passages read from a file when they are asked for: the answers are those of a corpus that has all of it in memory. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { type Corpus, makeCorpus, toEnd } from '../../../index/search/corpus.ts'
import { loadCorpus } from '../../../index/search/index-store.ts'
import { preparing } from '../../../index/search/prepare.ts'
import { openPieces } from '../../../index/search/shelf/file.ts'
import { placesOf } from '../../../index/search/shelf/places.ts'
import { openShelf } from '../../../index/search/shelf/shelf.ts'
import { openShelfWriter } from '../../../index/search/shelf/write.ts'
import { ask } from '../../../server/answer/ask.ts'
import { earlierOf, readGold } from '../../../server/evaluation/gold.ts'
import { seeds } from '../../support/corpus.ts'

/** Of all questions these are asked here; through a cluster, all are. */
const EVERY = 4

let dataDir: string
let whole: Corpus
let read: Corpus
const said: string[] = []
const reports = await readFolder(seeds)
const load = () => loadCorpus(reports, dataDir, (line) => said.push(line), null, 0)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shelf-'))
  whole = makeCorpus(reports)
  read = await load()
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('a collection on a shelf', () => {
  it('holds what was put there', async () => {
    expect(JSON.parse(JSON.stringify(read.reports))).toEqual(JSON.parse(JSON.stringify(whole.reports)))
    expect(read.fingerprint).toBe(whole.fingerprint)
    expect([...read.all].map(({ passage, section, ordinal }) => [passage, section.path, section.heading, ordinal])).toEqual(
      [...whole.all].map(({ passage, section, ordinal }) => [passage, section.path, section.heading, ordinal]),
    )
    expect(Array.from(read.units, ({ ordinal, at, start, end }) => [ordinal, at, start, end])).toEqual(
      Array.from(whole.units, ({ ordinal, at, start, end }) => [ordinal, at, start, end]),
    )
    for (const { ordinal } of whole.units) expect([...read.forward.sentence(ordinal)]).toEqual([...whole.forward.sentence(ordinal)])
    expect(read.places).toEqual(whole.places)
    expect(said).toEqual([])
  })

  it('finds a passage by its id, and none by another', () => {
    for (const { passage } of whole.all) {
      expect(read.passages.get(passage.id)?.passage.text).toBe(passage.text)
      expect(read.ordinalOf(passage.id)).toBe(whole.ordinalOf(passage.id))
    }
    for (const id of ['', '004', '004.p', '004.p9999', '005x.p1', '004.p24.s1']) {
      expect(read.passages.get(id)).toBeUndefined()
      expect(read.unitsOf.get(id)).toBeUndefined()
    }
  })

  it('gives the same thing again as long as somebody holds it, however little is kept', async () => {
    const writer = openShelfWriter(dataDir)
    const prepared = toEnd(preparing(reports, 0, false, writer))
    const passages = join(dataDir, 'little.passages')
    await writer.place({ passages, words: join(dataDir, 'little.words') })
    const shelf = openShelf(openPieces(passages), prepared.shelf!, placesOf(prepared), reports, 0)
    const one = shelf.passages.get('004.p24')!
    for (const placed of shelf.all) expect(placed.passage.id).toBeTruthy()
    expect(shelf.passages.get('004.p24')).toBe(one)
    expect(shelf.all.at(prepared.passagesFrom[reports.findIndex(({ id }) => id === '004')]!)?.report).toBe(one.report)
    const units = shelf.unitsOf.get('004.p24')!
    expect(shelf.units.at(units[0]!.ordinal)).toBe(units[0])
    expect(one.section.paragraphs.includes(one.passage)).toBe(true)
    expect(one.report.sections).toContain(one.section)
  })

  it('gives gold questions the same answers, byte for byte', async () => {
    const gold = readGold(new URL('../../gold/', import.meta.url))
    const others: string[] = []
    for (const one of gold.filter((_, i) => i % EVERY === 0)) {
      const [expected, given] = await Promise.all([whole, read].map((corpus) => ask(one.question, earlierOf(one, gold), corpus)))
      if (JSON.stringify(given) !== JSON.stringify(expected)) others.push(one.question)
    }
    expect(others).toEqual([])
  }, 300_000)

  it('is made anew where a file of it is cut short, and never gives words that are not the report’s', async () => {
    const folder = join(dataDir, 'index')
    const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.passages'))!)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, -8))
    const again = await load()
    expect(said).toEqual([expect.stringContaining('made anew')])
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const at = bytes.indexOf('return home interviews')
    bytes.write('R', at, 'latin1')
    rmSync(path)
    writeFileSync(path, bytes)
    const damaged = await load()
    expect(() => [...damaged.all]).toThrow('damaged')
    // whoever has the file open goes on reading it as it was
    expect([...again.all]).toHaveLength([...whole.all].length)
  })
})
