/** Who did what to the collection, and who tried: one line for each in a file that only grows, and the same in the log. */
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../log.ts'

export const DEEDS = ['signed in', 'wrong token', 'slowed down', 'signed out', 'uploaded', 'removed', 'settled', 'set back'] as const
export type Deed = (typeof DEEDS)[number]
/** `who` is an address, `what` names files or the SHA-256 of a source. Never a question, never a token. */
export type Audit = (who: string, deed: Deed, what?: string) => Promise<void>

export const auditFile = (dataDir: string): string => join(dataDir, 'audit.log')
/** Readable by its owner only. */
const MODE = 0o600

/** A line that cannot be written (a full disk) is in the log, with the reason, and stops nobody. */
export function makeAudit(dataDir: string, log: Log): Audit {
  return async (who, deed, what) => {
    const line = { time: new Date().toISOString(), who: who || 'this program', deed, what }
    log.info('audit', { who: line.who, deed, what })
    try {
      await mkdir(dataDir, { recursive: true })
      await appendFile(auditFile(dataDir), `${JSON.stringify(line)}\n`, { mode: MODE })
    } catch (error) {
      log.error('audit not written', { deed, why: (error as NodeJS.ErrnoException).code })
    }
  }
}
