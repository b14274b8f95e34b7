/** The learned reader beside a corpus: what `READER` switches off, and what takes part when. */

import type { Corpus } from '../index/search/corpus.ts'
import type { Vector } from '../index/search/reader.ts'
import { recent } from '../index/search/recent.ts'
import { openReader, ReaderUnavailable } from '../index/vectors/encoder.ts'
import { openMaker } from '../index/vectors/maker.ts'
import { put, similarity, vectorTable } from '../index/vectors/nearest.ts'
import { openSentenceVectors } from '../index/vectors/sentence-vectors.ts'

/** Questions whose vectors are kept, in each of two generations (100 to 2,000): under a megabyte. A page asks each of its questions again. */
const KEPT = 500

/**
 * The corpus with its reader. Vectors that are missing are made in the background, and `whenWhole` hears once all are there.
 * Without a model, or an engine that runs here, the corpus stays as it is: answers are then by words alone, and `say` hears why.
 */
export async function withReader<Given extends Corpus>(
  corpus: Given,
  dataDir: string,
  whenWhole: (corpus: Given) => void,
  say: (line: string) => void,
): Promise<Given> {
  try {
    const reader = await openReader()
    const vectors = await openSentenceVectors(corpus, reader, dataDir, openMaker, say)
    const encode = recent(KEPT, (text: string): Promise<Vector> => reader.encode([text]))
    const read: Given = {
      ...corpus,
      reader: {
        version: reader.version,
        encode,
        covers: (reports) => reports.every((report) => vectors.ready(report)),
        nearest: vectors.nearest,
        similarity: vectors.similarity,
        async likeness(query, texts) {
          const table = vectorTable([texts.length], reader.dims)
          put(table, 0, await reader.encode(texts))
          return texts.map((_, at) => similarity(table, query, at) ?? 0)
        },
        progress: vectors.progress,
        settled: vectors.settled,
        stop: vectors.stop,
      },
    }
    const { done, total } = vectors.progress()
    if (done < total) {
      say(
        `${total - done} sentences of ${total} have still to be read for meaning; until then their reports are found by words alone. Stopping loses nothing.`,
      )
      // answers that were given by words alone are not those of the reader
      vectors.settled.then(() => whenWhole({ ...read }))
    }
    return read
  } catch (error) {
    if (!(error instanceof ReaderUnavailable)) throw error
    say(error.message)
    return corpus
  }
}
