/** Child of the measurement: one process over a collection, alone or before the cluster at `URLS`. `… measure-one.ts SEEDS DATA [URLS]` */
import type { Corpus } from '../../index/search/corpus.ts'
import { ask } from '../../server/answer/ask.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { QUESTIONS } from '../bench/questions.ts'
import { MB, median, percentile } from '../bench/stats.ts'

export type MeasuredOne = {
  paragraphs: number
  sentences: number
  loadMs: number
  /** Resident, in megabytes: loaded, and after the questions; the most that it ever was. */
  resident: [loaded: number, after: number, most: number]
  /** 50th and 95th of a hundred, in milliseconds: one question at a time, and sixteen. */
  one: [number, number]
  many: [number, number]
}

const AT_ONCE = 16
const ROUNDS = 2

const [seedsDir = 'seeds', dataDir = '.data', urls] = process.argv.slice(2)
const search = urls ? { urls: urls.split(','), user: null, password: null, caFile: null, prefix: 'quotes', seconds: 60 } : null
const library: Library = { corpus: null, loadedAt: null }
const started = performance.now()
const corpus = await loadLibrary(library, { seedsDir, dataDir, search }, console.error)
const loadMs = performance.now() - started
const loaded = process.memoryUsage.rss() / MB
const spread = (times: number[]): [number, number] => [median(times), percentile(times, 0.95)]
const one = spread(await timed(corpus, 1))
const many = spread(await timed(corpus, AT_ONCE))
const result: MeasuredOne = {
  paragraphs: corpus.evidence.length,
  sentences: corpus.units.length,
  loadMs,
  resident: [loaded, process.memoryUsage.rss() / MB, process.resourceUsage().maxRSS / 1024],
  one,
  many,
}
console.log(JSON.stringify(result))
library.cluster?.close()

/** Milliseconds of each question; the first round is not counted. */
async function timed(held: Corpus, atOnce: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const left = [...QUESTIONS]
    const worker = async (): Promise<void> => {
      for (let question = left.pop(); question !== undefined; question = left.pop()) {
        const from = performance.now()
        await ask(question, [], held)
        if (round > 0) times.push(performance.now() - from)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  }
  return times
}
