/** One file → the store, with what became of it. */
import { readFile, stat } from 'node:fs/promises'
import { extractText, sha256, UnreadableFile } from '../extract/extract-text.ts'
import type { Report } from '../model/report.ts'
import { slugOf } from '../model/slug.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { byQuality, inspectionKey } from './collection.ts'
import { readSettled, type Settled, settle, settleIngested } from './councils/settled.ts'
import { readReport } from './ingest.ts'
import { hasOriginal, keepOriginal } from './originals/originals.ts'
import { type Places, placesOf } from './originals/places.ts'
import { renamed } from './pack.ts'
import { DamagedFile, readStored, type StoredFile, storedFiles, writeStored } from './store.ts'
import { sourceRank } from './walk.ts'

export const OUTCOMES = ['read', 'unchanged', 'same inspection', 'not a report', 'damaged'] as const
export type Ingested = {
  outcome: (typeof OUTCOMES)[number]
  /** Why, or of what; null where there is nothing to add. */
  detail: string | null
  report: Report | null
  /** Where its words stand on its pages; missing where nothing was read. */
  places?: Places | null
}

/** What is known of the collection while files are read. */
export type Ingesting = {
  dataDir: string
  stored: Map<string, StoredFile>
  /** The sources of each inspection. */
  inspections: Map<string, Known[]>
  shipped: Map<string, Report>
  /** What people have said about councils. */
  settled: Settled
  read: (bytes: Uint8Array, source: string) => Promise<Ingested>
  /** Whether the files themselves are kept beside what is read from them. */
  keepOriginals: boolean
}
type Known = Pick<Report, 'sha256' | 'source' | 'judgements' | 'health' | 'pages'>

/**
 * @param seeds the shipped reports: they count for "the same inspection" and are never stored.
 * @param read how a file is read: in a room apart where it may come from anybody.
 */
export async function startIngesting(
  dataDir: string,
  seeds: Report[],
  read: Ingesting['read'] = readSource,
  keepOriginals = true,
): Promise<Ingesting> {
  const stored = new Map((await storedFiles(dataDir)).map((file) => [file.sha256, file]))
  const shipped = new Map(seeds.map((seed) => [seed.sha256, seed]))
  const settled = await readSettled(dataDir, () => {})
  const ingesting: Ingesting = { dataDir, stored, inspections: new Map(), shipped, settled, read, keepOriginals }
  for (const seed of seeds) noteTwin(ingesting, seed)
  for (const { name } of stored.values()) {
    const report = await readStored(dataDir, name).catch(() => null)
    if (report) noteTwin(ingesting, settle(report, settled))
  }
  return ingesting
}

/** A pipe or a device that a link leads to would never end. @throws Error where it cannot be read */
async function bytesOf(path: string): Promise<Buffer> {
  if (!(await stat(path)).isFile()) throw new Error('it is a folder, a pipe or a device')
  return readFile(path)
}

/** Never fails for what is in the file: that is its outcome. @throws where the data folder cannot be written. */
export async function ingestFile(ingesting: Ingesting, path: string, source: string): Promise<Ingested> {
  const bytes = await bytesOf(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) return { outcome: 'damaged', detail: `cannot be opened (${bytes.code ?? bytes.message}).`, report: null }
  const hash = sha256(bytes)
  const shipped = ingesting.shipped.get(hash)
  if (shipped) return { outcome: 'unchanged', detail: `shipped as ${shipped.source}`, report: shipped }

  const stored = ingesting.stored.get(hash)
  const before = stored?.current ? await readStored(ingesting.dataDir, stored.name).catch(nullIfDamaged) : undefined
  const lacksOriginal = ingesting.keepOriginals && !(await hasOriginal(ingesting.dataDir, hash))
  // where one file lies in two places, the better name is kept whatever the order
  const named = before && sourceRank(before.source) <= sourceRank(source) ? before.source : source
  if (before && !lacksOriginal && named === before.source)
    return { outcome: 'unchanged', detail: null, report: settleIngested(before, ingesting.settled) }

  const asRead = await ingesting.read(bytes, named)
  if (!asRead.report) return asRead
  if (ingesting.keepOriginals) await keepOriginal(ingesting.dataDir, bytes, named, asRead.places ?? null)
  ingesting.stored.set(hash, await writeStored(ingesting.dataDir, asRead.report))
  const read = { ...asRead, report: settleIngested(asRead.report, ingesting.settled) }
  const twin = noteTwin(ingesting, read.report)
  if (twin) return { ...read, outcome: 'same inspection', detail: twin }
  if (before && named === before.source) return { ...read, outcome: 'unchanged', detail: 'its file is kept from now on' }
  return before === null ? { ...read, detail: 'its stored copy was damaged and has been made again' } : read
}

const nullIfDamaged = (error: unknown): null => {
  if (error instanceof DamagedFile) return null
  throw error
}

/** Reads a source without keeping it. `entry`: what a catalogue tells of it. */
export async function readSource(bytes: Uint8Array, source: string, entry?: CatalogueEntry): Promise<Ingested> {
  try {
    // pdf.js refuses a Buffer
    const text = await extractText(new Uint8Array(bytes), source)
    const draft = readReport('', text, entry)
    return {
      outcome: 'read',
      detail: text.warnings.join(' ') || null,
      report: renamed(draft, slugOf(draft)),
      places: placesOf(draft, text),
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const why = error.message.slice(source.length + 2)
    return { outcome: /\bnot (a|text)\b/.test(why) ? 'not a report' : 'damaged', detail: why, report: null }
  }
}

/** Notes the inspection of a report; says which other source has the same, and which of the two is read. */
function noteTwin({ inspections }: Ingesting, report: Report): string | null {
  const key = inspectionKey(report)
  if (!key) return null
  const others = (inspections.get(key) ?? []).filter(({ sha256 }) => sha256 !== report.sha256)
  const { sha256, source, judgements, health, pages } = report
  inspections.set(key, [...others, { sha256, source, judgements, health, pages }])
  const best = others.sort(byQuality)[0]
  return best ? `${best.source}, which is ${byQuality(best, report) <= 0 ? 'read instead' : 'read less well'}` : null
}
