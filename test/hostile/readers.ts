/** Hostile files through both readers that take files from others: of reports and of drafts. */
import { openReportReader } from '../../index/library/reading/reports.ts'
import { UnreadableDraft } from '../../server/drafts/draft.ts'
import { openDraftReader } from '../../server/drafts/drafts.ts'
import { watchStalls } from '../support/stalls.ts'
import type { HostileFile } from './files.ts'

/** Small, so that what takes too much is ended soon. */
const LIMITS = { memoryMb: 300, seconds: 20 }

export type Readings = {
  outcomes: Record<string, number>
  /** What no reader may do: to fail otherwise than in words. */
  faults: string[]
  /** The longest that this process was held in one go. */
  stalledMs: number
}

export async function readHostile(files: HostileFile[]): Promise<Readings> {
  const [reports, drafts] = [openReportReader(LIMITS), openDraftReader(LIMITS)]
  const read: Readings = { outcomes: {}, faults: [], stalledMs: 0 }
  const count = (outcome: string): void => {
    read.outcomes[outcome] = (read.outcomes[outcome] ?? 0) + 1
  }
  const stalls = watchStalls()
  for (const [i, { name, bytes }] of files.entries()) {
    try {
      const { outcome, detail } = await reports.read(bytes, name)
      count(outcome)
      if (outcome !== 'read' && !detail) read.faults.push(`${name} ${i}: no reason`)
    } catch (error) {
      read.faults.push(`${name} ${i} as a report: ${(error as Error).message}`)
    }
    try {
      await drafts.read(bytes, name)
      count('draft read')
    } catch (error) {
      count('draft refused')
      if (!(error instanceof UnreadableDraft)) read.faults.push(`${name} ${i} as a draft: ${(error as Error).message}`)
    }
  }
  read.stalledMs = stalls.worst()
  reports.close()
  drafts.close()
  return read
}
