/** Reports → Corpus, with what is expensive about it kept in the data folder: `index/<fingerprint>-<reader>.bin`. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, writeWhole } from '../library/files.ts'
import { READER_VERSION } from '../library/version.ts'
import type { Report } from '../model/report.ts'
import { decodeColumns, encodeColumns } from './columns.ts'
import { type Corpus, fingerprintOf, placing } from './corpus.ts'
import type { SearchCluster } from './engines/opensearch/open.ts'
import { columnsOf, MOST_FOR_MINISEARCH, type Prepared, passageCountOf, preparedFrom, preparing } from './prepare.ts'

const indexFolder = (dataDir: string): string => join(dataDir, 'index')
/** Index files kept: the newest, and one for a server that still loads the one before (1 to 4). */
const KEPT = 2

/** How long a step may keep requests waiting before others have their turn, in milliseconds (5 to 50). */
const SLICE_MS = 12

/** Does all steps, leaving room for requests in between. */
export async function gently<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < SLICE_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

/**
 * Builds the corpus from the index file where there is one, else anew. A data folder that cannot be read or written
 * costs time and nothing else: `say` hears of it in one line. With a cluster the postings stay there.
 */
export async function loadCorpus(
  reports: Report[],
  dataDir: string,
  say: (line: string) => void,
  cluster: SearchCluster | null = null,
): Promise<Corpus> {
  const fingerprint = fingerprintOf(reports)
  const path = join(indexFolder(dataDir), `${fingerprint}-${READER_VERSION}${cluster ? '-cluster' : ''}.bin`)
  // a small collection is prepared anew sooner than a file is read
  const kept = passageCountOf(reports) > MOST_FOR_MINISEARCH ? await readIndex(path, say) : null
  const prepared = kept ?? (await gently(preparing(reports, MOST_FOR_MINISEARCH, cluster !== null)))
  if (!kept) await keepIndex(dataDir, path, prepared, say)
  const { paragraphs, sentences } = prepared
  const elsewhere = cluster && 'totals' in paragraphs && 'totals' in sentences
  const indexes = elsewhere ? await cluster.indexesOf(reports, fingerprint, { paragraphs, sentences }, say) : null
  return gently(placing(reports, prepared, fingerprint, indexes))
}

async function readIndex(path: string, say: (line: string) => void): Promise<Prepared | null> {
  try {
    return preparedFrom(decodeColumns(await readFile(path)))
  } catch (error) {
    if (!isMissing(error)) say(`The index file ${path} is made anew: ${(error as Error).message}`)
    return null
  }
}

async function keepIndex(dataDir: string, path: string, prepared: Prepared, say: (line: string) => void): Promise<void> {
  const columns = columnsOf(prepared)
  if (!columns) return
  try {
    await writeWhole(dataDir, path, encodeColumns(columns))
    await removeOlder(indexFolder(dataDir))
  } catch (error) {
    say(`The index could not be kept, so the next start takes longer: ${(error as Error).message}`)
  }
}

async function removeOlder(folder: string): Promise<void> {
  const names = await readdir(folder)
  const times = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  const newestFirst = names.map((name, i) => ({ name, time: times[i]! })).sort((a, b) => b.time - a.time)
  for (const { name } of newestFirst.slice(KEPT)) await rm(join(folder, name), { force: true })
}
