/**
 * A corpus's sentence vectors: read from files where they were made before, the rest made in the background by a process of its own,
 * so that the server answers meanwhile. A report takes part once all its sentences have vectors.
 */
import { passagesOf, type Report } from '../model/report.ts'
import type { Corpus } from '../search/corpus.ts'
import type { Near } from './nearest.ts'
import { keyOf, readVectors, SHIPPED, vectorsFolder, writeVectors } from './vector-files.ts'
import { vectorStore } from './vector-store.ts'

export type SentenceVectors = {
  /** Of the reader that made them; queries must come from the same. */
  version: string
  /** The sentences nearest to the query's vector; ordinals are those of `corpus.units`. Reports by their place in `corpus.reports`. */
  nearest(query: Int8Array, limit: number, reports?: readonly number[]): Near[]
  /** The cosine of a sentence with the query; null where its report has no vectors yet. */
  similarity(query: Int8Array, ordinal: number): number | null
  /** True once a report takes part. */
  ready(report: number): boolean
  progress(): { done: number; total: number }
  /** Settles once nothing is left to make, or making was stopped or failed: `say` was told then. */
  settled: Promise<void>
  /** Ends the background work; what is made stays. */
  stop(): void
}

/** What makes vectors away from the server's own thread. */
export type Maker = { make(texts: string[]): Promise<Int8Array>; end(): void }

/**
 * Opens what is there at once and begins with the rest.
 * @param openMaker is called only where something is missing.
 */
export async function openSentenceVectors(
  corpus: Corpus,
  { version, dims }: { version: string; dims: number },
  dataDir: string,
  openMaker: () => Maker,
  say: (line: string) => void = console.error,
): Promise<SentenceVectors> {
  const counts = countsOf(corpus)
  const store = vectorStore(counts, dims, dataDir, say)
  const folder = vectorsFolder(dataDir)
  const knownOf = async (report: number, texts: string[]): Promise<(Int8Array | undefined)[]> => {
    const known = await readVectors([folder, SHIPPED], corpus.reports[report]!.sha256, version, dims)
    return texts.map((text) => known.get(keyOf(text)))
  }
  let done = 0
  let stopped = false
  const take = (report: number, vectors: Int8Array): void => {
    store.put(report, vectors)
    done += counts[report]!
  }

  const unfinished: number[] = []
  for (const report of corpus.reports.keys()) {
    const vectors = await knownOf(report, textsIn(corpus.reports[report]!))
    if (vectors.every((vector) => vector !== undefined)) take(report, joined(vectors, dims))
    else unfinished.push(report)
  }

  const makeOne = async (maker: Maker, report: number): Promise<void> => {
    const texts = textsIn(corpus.reports[report]!)
    const vectors = await knownOf(report, texts)
    const missing = [...vectors.keys()].filter((at) => vectors[at] === undefined)
    for (let from = 0; from < missing.length; from += AT_ONCE) {
      const some = missing.slice(from, from + AT_ONCE)
      const made = await maker.make(some.map((at) => texts[at]!))
      if (stopped) return
      for (const [i, at] of some.entries()) vectors[at] = made.subarray(i * dims, (i + 1) * dims)
    }
    const all = joined(vectors, dims)
    take(report, all)
    await writeVectors(folder, corpus.reports[report]!.sha256, version, texts, all).catch((error: Error) =>
      say(`Sentence vectors could not be kept, so the next start makes them again: ${error.message}`),
    )
  }
  const makeRest = async (): Promise<void> => {
    if (unfinished.length === 0) return
    const maker = openMaker()
    try {
      for (const report of unfinished) if (!stopped) await makeOne(maker, report)
    } finally {
      maker.end()
    }
  }

  return {
    version,
    nearest: (query, limit, reports) => store.nearest(query, limit, reports),
    similarity: (query, ordinal) => store.similarity(query, ordinal),
    ready: (report) => store.ready(report),
    progress: () => ({ done, total: corpus.units.length }),
    settled: makeRest().catch((error: Error) =>
      say(`Sentence vectors could not be made, so those reports are found by words alone: ${error.message}`),
    ),
    stop: () => {
      stopped = true
    },
  }
}

/** Sentences sent to the maker at a time (1 to 200): after each the work can be stopped. */
const AT_ONCE = 16

/** The words of a report's units. Units stand in the order of the reports, so their ordinals follow. */
export const textsIn = ({ sections }: Pick<Report, 'sections'>): string[] =>
  sections.flatMap((section) =>
    passagesOf(section).flatMap(({ evidence, text, sentences }) =>
      evidence ? sentences.map(({ start, end }) => text.slice(start, end)) : [],
    ),
  )

/** The number of each report's units. */
function countsOf({ reports, places: { reportOf, sentencesFrom } }: Pick<Corpus, 'reports' | 'places'>): number[] {
  const counts = reports.map(() => 0)
  for (const [paragraph, report] of reportOf.entries()) counts[report]! += sentencesFrom[paragraph + 1]! - sentencesFrom[paragraph]!
  return counts
}

function joined(vectors: (Int8Array | undefined)[], dims: number): Int8Array {
  const all = new Int8Array(vectors.length * dims)
  for (const [at, vector] of vectors.entries()) if (vector) all.set(vector, at * dims)
  return all
}
