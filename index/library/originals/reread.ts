/** The kept files, read again with this version of the program: what an upgrade changes, and no need to find the files. */
import type { Report } from '../../model/report.ts'
import type { Ingesting } from '../ingest-file.ts'
import { readStored, storedFiles, writeStored } from '../store.ts'
import { changesOf, isSame } from './changes.ts'
import { keepOriginal, type Original, readOriginal } from './originals.ts'

export const REREAD_OUTCOMES = ['unchanged', 'changed', 'new', 'unreadable', 'lost'] as const
export type Reread = {
  /** `new`: there was nothing to compare with. `unreadable`: what was read before stays. `lost`: the kept file is not what was kept. */
  outcome: (typeof REREAD_OUTCOMES)[number]
  /** Why it is unreadable; null otherwise. */
  detail: string | null
  report: Report | null
  /** Empty but for `changed`. */
  changes: string[]
}

/** @param dry compares and keeps nothing. @throws where the data folder cannot be written. */
export async function rereadOriginal(
  dataDir: string,
  { sha256, source }: Original,
  read: Ingesting['read'],
  dry: boolean,
): Promise<Reread> {
  const bytes = await readOriginal(dataDir, sha256)
  if (!bytes) return { outcome: 'lost', detail: null, report: null, changes: [] }
  const { report, detail, places } = await read(bytes, source)
  if (!report) return { outcome: 'unreadable', detail, report: null, changes: [] }
  const before = await storedBefore(dataDir, sha256)
  if (!dry) {
    await keepOriginal(dataDir, bytes, source, places ?? null)
    await writeStored(dataDir, report)
  }
  if (!before) return { outcome: 'new', detail: null, report, changes: [] }
  return isSame(before, report)
    ? { outcome: 'unchanged', detail: null, report, changes: [] }
    : { outcome: 'changed', detail: null, report, changes: changesOf(before, report) }
}

/** What an earlier reading has left, in whatever version of the same shape; null where nothing can be compared. */
async function storedBefore(dataDir: string, sha256: string): Promise<Report | null> {
  const stored = (await storedFiles(dataDir)).find((file) => file.sha256 === sha256)
  return stored ? readStored(dataDir, stored.name).catch(() => null) : null
}
