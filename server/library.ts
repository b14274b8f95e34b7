/** The corpus that the server answers from, and the moment it is ready. */
import { type Corpus, makeCorpus } from '../index/corpus.ts'
import { readFolder } from '../index/ingest.ts'
import type { Config } from './config.ts'

export type Library = {
  /** Null until the first load has ended. */
  corpus: Corpus | null
  /** ISO time of the last load. */
  loadedAt: string | null
}

/** Reads the reports and builds the index anew; the old corpus answers until the new one stands. */
export async function loadLibrary(library: Library, config: Config): Promise<Corpus> {
  const corpus = makeCorpus(await readFolder(config.seedsDir))
  library.corpus = corpus
  library.loadedAt = new Date().toISOString()
  return corpus
}
