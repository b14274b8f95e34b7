/** Child of the bench: the index of many artificial paragraphs. `node … index-alone.ts SEEDS DATA PARAGRAPHS` */

import { readFolder } from '../../index/library/ingest.ts'
import { readStored, storedFiles } from '../../index/library/store.ts'
import { decodeColumns, encodeColumns } from '../../index/search/columns.ts'
import { arrayIndex } from '../../index/search/engines/array.ts'
import { type IndexTables, tablesOf } from '../../index/search/index-tables.ts'
import type { IndexDocument } from '../../index/search/search-index.ts'
import { terms } from '../../index/text/analyzer.ts'
import { sequence } from './multiply.ts'
import { QUESTIONS } from './questions.ts'
import { MB, median, percentile } from './stats.ts'

export type IndexAlone = { paragraphs: number; search: [number, number]; buildMs: number; decodeMs: number; fileMb: number }

const CHANGED = 0.3
const ROUNDS = 4
const PARAGRAPHS_OF_A_REPORT = 128

const [seedsDir = 'seeds', dataDir = '', paragraphs = '0'] = process.argv.slice(2)
const stored = await Promise.all((await storedFiles(dataDir)).map(({ name }) => readStored(dataDir, name)))
const reports = stored.length > 0 ? stored : await readFolder(seedsDir)
const originals = reports.flatMap(({ sections }) =>
  sections.flatMap((section) => section.paragraphs.map(({ text }) => ({ own: terms(text), heading: terms(section.heading?.text ?? '') }))),
)
const printed = originals.flatMap(({ own }) => own)

function* documents(count: number): Generator<IndexDocument> {
  const next = sequence(11)
  for (let i = 0; i < count; i++) {
    const { own, heading } = originals[i % originals.length]!
    const changed = own.map((term) => (next() < CHANGED ? printed[Math.floor(next() * printed.length)]! : term))
    yield { terms: changed, heading, report: Math.floor(i / PARAGRAPHS_OF_A_REPORT) }
  }
}

const started = performance.now()
const file = encodeColumns(tablesOf(documents(Number(paragraphs))))
const buildMs = performance.now() - started
const decoding = performance.now()
const index = arrayIndex(decodeColumns(file) as IndexTables)
const decodeMs = performance.now() - decoding
const times = QUESTIONS.map((): number[] => [])
for (let round = 0; round < ROUNDS; round++)
  for (const [i, question] of QUESTIONS.entries()) {
    const from = performance.now()
    await index.search({ terms: terms(question).map((term) => ({ term, weight: 1 })), reports: null, limit: 120 })
    if (round > 0) times[i]!.push(performance.now() - from)
  }
const each = times.map(median)
const result: IndexAlone = {
  paragraphs: index.statistics.documents,
  search: [median(each), percentile(each, 0.95)],
  buildMs,
  decodeMs,
  fileMb: file.length / MB,
}
console.log(JSON.stringify(result))
