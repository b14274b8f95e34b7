/** What a cluster costs beside one process: `node --expose-gc run/run.js test/opensearch/measure.ts [--alone]`, with SEEDS_DIR and DATA_DIR. */
import { parseArgs } from 'node:util'
import type { Corpus } from '../../index/search/corpus.ts'
import { ask } from '../../server/answer/ask.ts'
import { readConfig } from '../../server/config.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { QUESTIONS } from '../bench/questions.ts'
import { MB, median, percentile, shown, table } from '../bench/stats.ts'
import { startCluster } from './cluster.ts'

const { values } = parseArgs({ options: { alone: { type: 'boolean' }, url: { type: 'string' } } })
const AT_ONCE = 16
const ROUNDS = 2

const { seedsDir, dataDir } = readConfig()
const cluster = values.alone || values.url ? null : await startCluster(3)
try {
  await measure(values.url?.split(',') ?? cluster?.urls ?? null)
} finally {
  await cluster?.stop()
}

async function measure(urls: string[] | null): Promise<void> {
  const search = urls && { urls, user: null, password: null, caFile: null, prefix: 'quotes', seconds: 60 }
  const library: Library = { corpus: null, loadedAt: null }
  const started = performance.now()
  const corpus = await loadLibrary(library, { seedsDir, dataDir, search }, console.error)
  const loadMs = performance.now() - started
  globalThis.gc?.()
  const rows: [string, number][] = [
    ['paragraphs', corpus.evidence.length],
    ['sentences', corpus.units.length],
    ['load, s', loadMs / 1000],
    ['resident, MB', process.memoryUsage.rss() / MB],
  ]
  if (search) {
    // the second start finds the collection there
    const again = performance.now()
    await loadLibrary(library, { seedsDir, dataDir, search }, console.error)
    rows.push(['second load, s', (performance.now() - again) / 1000])
    const reply = await fetch(`${search.urls[0]}/quotes-*/_stats/store,docs`)
    const { _all } = (await reply.json()) as { _all: { primaries: { store: { size_in_bytes: number }; docs: { count: number } } } }
    rows.push(['index without copies, MB', _all.primaries.store.size_in_bytes / MB], ['documents', _all.primaries.docs.count])
  }
  for (const atOnce of [1, AT_ONCE]) {
    const times = await timed(corpus, atOnce)
    rows.push([`ask p50 at ${atOnce}, ms`, median(times)], [`ask p95 at ${atOnce}, ms`, percentile(times, 0.95)])
  }
  rows.push(['resident after, MB', process.memoryUsage.rss() / MB])
  console.log(table([['', urls ? 'cluster' : 'one process'], ...rows.map(([name, value]) => [name, shown(value)])]))
  library.cluster?.close()
}

/** Milliseconds of each question; the first round is not counted. */
async function timed(corpus: Corpus, atOnce: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const left = [...QUESTIONS]
    const worker = async (): Promise<void> => {
      for (let question = left.pop(); question !== undefined; question = left.pop()) {
        const from = performance.now()
        await ask(question, [], corpus)
        if (round > 0) times.push(performance.now() - from)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  }
  return times
}
