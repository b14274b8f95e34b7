/** Child of the bench: loads one collection and times questions on it. Prints one line of JSON. `node … at-size.ts SEEDS DATA` */
import MiniSearch from 'minisearch'
import { isContent } from '../../index/search/unit.ts'
import { terms, tokens } from '../../index/text/analyzer.ts'
import { ask } from '../../server/answer/ask.ts'
import { loadLibrary } from '../../server/library.ts'
import { QUESTIONS } from './questions.ts'
import { MB, median, percentile } from './stats.ts'

export type AtSize = {
  reports: number
  paragraphs: number
  loadMs: number
  /** Resident after the load, and after all questions, in megabytes. */
  residentMb: number
  residentAfterMb: number
  /** 50th and 95th of a hundred, in milliseconds. */
  bare: [number, number]
  retrieval: [number, number]
  scopedRetrieval: [number, number]
  ask: [number, number]
  scopedAsk: [number, number]
  /** The slowest questions with their milliseconds. */
  slowest: [string, number][]
}

/** Rounds over all questions; the first is not counted. */
const ROUNDS = 4
/** What a question takes from either index. */
const LIMIT = 120

const [seedsDir = 'seeds', dataDir = '.data'] = process.argv.slice(2)
const started = performance.now()
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, { seedsDir, dataDir })
const loadMs = performance.now() - started
const resident = (): number => process.memoryUsage.rss() / MB
globalThis.gc?.()
const residentMb = resident()

const authority = corpus.reports.at(-1)?.authority ?? ''
const scope = new Set(corpus.reports.flatMap((report, i) => (report.authority === authority ? [i] : [])))
const searches = (reports: ReadonlySet<number> | null) => async (question: string) => {
  const query = { terms: terms(question).map((term) => ({ term, weight: 1 })), reports, limit: LIMIT }
  await Promise.all([corpus.paragraphIndex.search(query), corpus.sentenceIndex.search(query)])
}
const retrieval = await timed(searches(null))
const scopedRetrieval = await timed(searches(scope))
const asked = await timed((question) => ask(question, [], corpus))
const scopedAsk = await timed((question) => ask(question, [], corpus, { authorities: [authority] }))
globalThis.gc?.()
const residentAfterMb = resident()

const engine = new MiniSearch<{ id: number; text: string }>({
  fields: ['text'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
})
for (const [id, { passage }] of [...corpus.evidence].entries())
  engine.add({
    id,
    text: tokens(passage.text)
      .filter(isContent)
      .map(({ term }) => term)
      .join(' '),
  })
const bare = await timed(async (question) => {
  engine.search(terms(question).join(' '))
})

const spread = (times: number[]): [number, number] => [median(times), percentile(times, 0.95)]
const result: AtSize = {
  reports: corpus.reports.length,
  paragraphs: corpus.evidence.length,
  loadMs,
  residentMb,
  residentAfterMb,
  bare: spread(bare),
  retrieval: spread(retrieval),
  scopedRetrieval: spread(scopedRetrieval),
  ask: spread(asked),
  scopedAsk: spread(scopedAsk),
  slowest: QUESTIONS.map((question, i): [string, number] => [question, asked[i]!])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5),
}
console.log(JSON.stringify(result))

/** For each question the median over the rounds, in milliseconds. */
async function timed(one: (question: string) => Promise<unknown>): Promise<number[]> {
  const times = QUESTIONS.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, question] of QUESTIONS.entries()) {
      const from = performance.now()
      await one(question)
      if (round > 0) times[i]!.push(performance.now() - from)
    }
  return times.map(median)
}
