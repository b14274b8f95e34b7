/** The corpus that the server answers from, the moment it is ready, and how it grows while the server runs. */
import { stat } from 'node:fs/promises'
import { finishRestore } from '../index/library/backup/restore.ts'
import { collect } from '../index/library/collection.ts'
import { readSettled, settle, settleIngested } from '../index/library/councils/settled.ts'
import { isMissing } from '../index/library/files.ts'
import { readFolder } from '../index/library/ingest.ts'
import { DamagedFile, listStore, readFacts, reportsFolder } from '../index/library/store.ts'
import type { Report } from '../index/model/report.ts'
import type { Corpus } from '../index/search/corpus.ts'
import type { SearchCluster } from '../index/search/engines/opensearch/open.ts'
import { loadCorpus } from '../index/search/index-store.ts'
import { documentsOf } from '../index/search/prepare.ts'
import { SearchUnavailable } from '../index/search/unavailable.ts'
import { turn } from '../index/work/turn.ts'
import type { Config } from './config.ts'
import { withReader } from './reader.ts'
import { clusterOf } from './search-cluster.ts'

export type Library = {
  /** Null until the first load has ended. */
  corpus: Corpus | null
  /** ISO time of the last load. */
  loadedAt: string | null
  /** Stored reports that could not be read when it was loaded. */
  missing?: Missing[]
  /** The cluster that searches, where there is one; opened with the first load. */
  cluster?: SearchCluster
}

/** `file` in the data folder or among the seeds, and why it is not part of the collection. */
export type Missing = { file: string; why: string }

/**
 * `reader`: left out, or false, words alone are searched. `inMemory`: the most passages of a collection that stays in memory as a whole;
 * left out, as many as are quick to prepare.
 */
type Folders = Pick<Config, 'seedsDir' | 'dataDir'> & { reader?: boolean; search?: Config['search']; inMemory?: number }

/**
 * Stored reports by the name of their file (a file of one name never changes), and the state of the folder that they are of. `again`:
 * the search cluster was away when they were loaded last.
 */
type Kept = { reports: Map<string, Report>; stamp: string; again: boolean }
const keptBy = new WeakMap<Library, Kept>()

/** How often the data folder is looked at, in milliseconds (500 to 10,000). */
const LOOK_EVERY_MS = 2_000
/** A folder that does not come to rest is read all the same after so many looks (5 to 60). */
const MOST_LOOKS = 15

/** Reads the reports and builds the index; the old corpus answers until the new one stands. */
export async function loadLibrary(library: Library, config: Folders, say: (line: string) => void = console.error): Promise<Corpus> {
  await finishRestore(config.dataDir).catch((error: Error) => say(`A restore could not be finished: ${error.message}`))
  const kept: Kept = { reports: keptBy.get(library)?.reports ?? new Map(), stamp: await stampOf(config.dataDir), again: false }
  keptBy.set(library, kept)
  const missing: Missing[] = []
  const seeds = await readFolder(config.seedsDir, ({ source, message }) => {
    missing.push({ file: source, why: message.slice(source.length + 2) })
    say(message)
  })
  const ingested = await readIngested(config.dataDir, kept.reports, missing, say)
  const settled = await readSettled(config.dataDir, say)
  const reports = collect(
    seeds.map((report) => settle(report, settled)),
    ingested.map((report) => settleIngested(report, settled)),
  )
  const cluster = await clusterOf(library, config.search ?? null)
  const load = (from: Report[]): Promise<Corpus> => loadCorpus(from, config.dataDir, say, cluster, config.inMemory)
  const words = await load(reports).catch(async (error) => {
    kept.again = error instanceof SearchUnavailable
    const faulty = kept.again ? new Map() : await faultyOf(reports)
    if (faulty.size === 0) throw error
    for (const [{ source }, why] of faulty) {
      missing.push({ file: source, why })
      say(`${source} ${why}`)
    }
    return load(reports.filter((report) => !faulty.has(report)))
  })
  library.corpus?.reader?.stop()
  const whenWhole = (whole: Corpus): void => {
    if (library.corpus?.fingerprint === whole.fingerprint) library.corpus = whole
  }
  const corpus = config.reader ? await withReader(words, config.dataDir, whenWhole, say) : words
  library.corpus = corpus
  library.missing = missing
  library.loadedAt = new Date().toISOString()
  return corpus
}

/** Those that cannot be indexed, and why: each is tried alone, since where one breaks all together do. */
async function faultyOf(reports: Report[]): Promise<Map<Report, string>> {
  const faulty = new Map<Report, string>()
  for (const report of reports) {
    try {
      for (const _ of documentsOf(report, 0));
    } catch (error) {
      faulty.set(report, `cannot be indexed (${(error as Error).message}) and is left out. Take it away, or ingest its file again.`)
    }
    await turn()
  }
  return faulty
}

/** The stored reports; those read before where the folder cannot be read now. */
async function readIngested(
  dataDir: string,
  kept: Map<string, Report>,
  missing: Missing[],
  say: (line: string) => void,
): Promise<Report[]> {
  try {
    const { files, foreign } = await listStore(dataDir)
    const miss = (file: string, why: string): void => {
      missing.push({ file, why })
      say(`${file} in ${reportsFolder(dataDir)} ${why}`)
    }
    if (foreign > 0) {
      const why =
        'were read by a version of this program that wrote them otherwise. They are left out until they are read again: run npm run -s reread, or ingest their files.'
      missing.push({ file: `${foreign} reports`, why })
      say(`${foreign} reports ${why}`)
    }
    const older = files.filter(({ current }) => !current).length
    if (older > 0)
      say(`${older} reports were read by another version of this program. Run npm run -s reread, or ingest their files, to read them anew.`)
    const names = new Set(files.map(({ name }) => name))
    for (const name of kept.keys()) if (!names.has(name)) kept.delete(name)
    for (const { name } of files) {
      if (kept.has(name)) continue
      try {
        kept.set(name, await readFacts(dataDir, name))
      } catch (error) {
        // gone since the folder was listed: the next look sees that too
        if (isMissing(error)) continue
        if (error instanceof DamagedFile) miss(name, 'is damaged and left out. Ingest its file again.')
        else miss(name, `cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}) and is left out.`)
      }
    }
  } catch (error) {
    const why = `cannot be read (${(error as Error).message}). The reports read before stay.`
    missing.push({ file: 'the data folder', why })
    say(`The data folder ${dataDir} ${why}`)
  }
  return [...kept.values()]
}

/**
 * Looks at the data folder every two seconds and takes in what has changed once it rests. Returns what stops it.
 * No request fails meanwhile: each answers from the corpus that stood when it came.
 */
export function watchLibrary(
  library: Library,
  config: Folders,
  say: (line: string) => void = console.error,
  every = LOOK_EVERY_MS,
): () => void {
  let waiting: string | null = null
  let looks = 0
  let said = ''
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const look = async (): Promise<void> => {
    const now = await stampOf(config.dataDir)
    const kept = keptBy.get(library)
    if (!kept) return
    const again = kept.again || (library.cluster?.lost() ?? false)
    if (now === kept.stamp && !again) return
    const restless = now !== waiting && ++looks < MOST_LOOKS
    waiting = now
    if (restless) return
    looks = 0
    if (now === GONE && !again) {
      kept.stamp = now
      return say(`The data folder ${config.dataDir} has vanished. The reports read before stay.`)
    }
    const before = library.corpus?.reports.length ?? 0
    const { reports } = await loadLibrary(library, config, say)
    said = ''
    say(`The collection has changed: ${reports.length} reports, before ${before}.`)
  }
  const next = (): void => {
    if (stopped) return
    timer = setTimeout(() => {
      look()
        .catch((error: Error) => {
          // a cluster that is away is said once, however often it is tried
          if (error.message !== said) say(`New reports could not be taken in: ${error.message}`)
          said = error.message
        })
        .finally(next)
    }, every)
    timer.unref()
  }
  next()
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
  }
}

const GONE = 'gone'
/** Changes whenever a file of the store comes or goes. */
const stampOf = (dataDir: string): Promise<string> =>
  stat(reportsFolder(dataDir)).then(
    ({ mtimeMs, ino }) => `${ino} ${mtimeMs}`,
    () => GONE,
  )
