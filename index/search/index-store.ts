/** Reports → Corpus, with what is expensive about it kept in the data folder: `index/<fingerprint>-<reader>.*`. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, writeWhole } from '../library/files.ts'
import { READER_VERSION } from '../library/version.ts'
import type { Report } from '../model/report.ts'
import { decodeColumns, encodeColumns } from './columns.ts'
import { type Corpus, fingerprintOf, type Indexes, placing, type Shelved, shelved } from './corpus.ts'
import type { SearchCluster } from './engines/opensearch/open.ts'
import { columnsOf, MOST_FOR_MINISEARCH, type Prepared, passageCountOf, preparedFrom, preparing } from './prepare.ts'
import { openPieces } from './shelf/file.ts'
import { numbersIn } from './shelf/number-file.ts'
import { placesOf } from './shelf/places.ts'
import { openShelf } from './shelf/shelf.ts'
import { ALIGN, openShelfWriter } from './shelf/write.ts'

const indexFolder = (dataDir: string): string => join(dataDir, 'index')
/** Indexes kept: the newest, and one for a server that still loads the one before (1 to 4). */
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

/** Of one index: the tables, the passages, and the words of their sentences. */
type Paths = Record<'bin' | 'passages' | 'words', string>

/**
 * Builds the corpus. A small one stands in memory. Of a larger one the passages are read from files in the data folder when they are
 * asked for, and its tables are kept there; a data folder that cannot be read or written costs time and memory and nothing else:
 * `say` hears of it in one line. With a cluster the postings stay there.
 */
export async function loadCorpus(
  reports: Report[],
  dataDir: string,
  say: (line: string) => void,
  cluster: SearchCluster | null = null,
  mostInMemory = MOST_FOR_MINISEARCH,
): Promise<Corpus> {
  const fingerprint = fingerprintOf(reports)
  const indexesFor = async (from: Report[], { paragraphs, sentences, ...prepared }: Prepared): Promise<Indexes | null> =>
    cluster && 'totals' in paragraphs && 'totals' in sentences
      ? cluster.indexesOf(from, fingerprint, { ...prepared, paragraphs, sentences }, say)
      : null
  if (passageCountOf(reports) > mostInMemory) {
    const base = join(indexFolder(dataDir), `${fingerprint}-${READER_VERSION}${cluster ? '-cluster' : ''}`)
    const paths: Paths = { bin: `${base}.bin`, passages: `${base}.passages`, words: `${base}.words` }
    const kept = (await readIndex(paths, reports, say)) ?? (await makeIndex(paths, dataDir, reports, cluster !== null, say))
    if (kept) return gently(shelved(kept.prepared, kept, fingerprint, await indexesFor(kept.shelf.reports, kept.prepared)))
  }
  const read = reports.map((report) => ({ ...report }))
  const prepared = await gently(preparing(read, MOST_FOR_MINISEARCH, cluster !== null))
  return gently(placing(read, prepared, fingerprint, await indexesFor(read, prepared)))
}

type Index = Shelved & { prepared: Prepared }

async function readIndex(paths: Paths, reports: Report[], say: (line: string) => void): Promise<Index | null> {
  try {
    return openIndex(paths, preparedFrom(decodeColumns(await readFile(paths.bin))), reports)
  } catch (error) {
    if (!isMissing(error)) say(`The index file ${paths.bin} is made anew: ${(error as Error).message}`)
    return null
  }
}

/** @throws Error where the files do not belong together. */
function openIndex(paths: Paths, prepared: Prepared, reports: Report[]): Index {
  const { shelf: tables, forward } = prepared
  if (!tables) throw new Error('it has no passages.')
  const [passages, words] = [openPieces(paths.passages), openPieces(paths.words)]
  const length = forward.starts.at(-1)!
  if (passages.size !== tables.sectionAt.at(-1)! * ALIGN || words.size !== length * Uint32Array.BYTES_PER_ELEMENT)
    throw new Error('the files beside it are not of its size.')
  const places = placesOf(prepared)
  return { prepared, places, shelf: openShelf(passages, tables, places, reports), words: numbersIn(words, length, tables.wordSums) }
}

/** Null where the data folder cannot be written. */
async function makeIndex(
  paths: Paths,
  dataDir: string,
  reports: Report[],
  elsewhere: boolean,
  say: (line: string) => void,
): Promise<Index | null> {
  try {
    const writer = openShelfWriter(dataDir)
    try {
      const prepared = await gently(preparing(reports, 0, elsewhere, writer))
      await writer.place(paths)
      await writeWhole(dataDir, paths.bin, encodeColumns(columnsOf(prepared)!))
      await removeOlder(indexFolder(dataDir))
      return openIndex(paths, prepared, reports)
    } finally {
      writer.drop()
    }
  } catch (error) {
    say(`The index could not be kept, so the next start takes longer: ${(error as Error).message}`)
    return null
  }
}

/** The files of an index have one name but for what follows its last dot. */
async function removeOlder(folder: string): Promise<void> {
  const newest = new Map<string, number>()
  const names = await readdir(folder)
  for (const name of names) {
    const time = await stat(join(folder, name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    const own = nameOf(name)
    newest.set(own, Math.max(newest.get(own) ?? 0, time))
  }
  const doomed = new Set(
    [...newest]
      .sort((a, b) => b[1] - a[1])
      .slice(KEPT)
      .map(([own]) => own),
  )
  for (const name of names) if (doomed.has(nameOf(name))) await rm(join(folder, name), { force: true })
}
const nameOf = (file: string): string => file.replace(/\.\w+$/, '')
