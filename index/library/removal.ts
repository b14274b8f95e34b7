/** A report is taken away with all that is kept of it. */
import { removeSettled } from './councils/settled.ts'
import { removeOriginal } from './originals/originals.ts'
import { hasStored, removeStored } from './store.ts'

/**
 * False where there is no report of that source. Its file goes first and what was settled of it last: stopped at any moment, this leaves the
 * report as it was or takes it away, and a file that is left alone would bring it back when files are read again.
 */
export async function removeReport(dataDir: string, sha256: string): Promise<boolean> {
  if (!(await hasStored(dataDir, sha256))) return false
  await removeOriginal(dataDir, sha256)
  await removeStored(dataDir, sha256)
  await removeSettled(dataDir, sha256)
  return true
}
