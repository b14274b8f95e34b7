/** Files → reports, each read in a room apart: one file's fault is one line and never the end of a batch. */
import type { CatalogueEntry } from '../catalogue.ts'
import type { Ingested } from '../ingest-file.ts'
import { programBeside } from './program.ts'
import type { FileToRead } from './report-reader.ts'
import { type Limits, openRoom, RoomFault } from './room.ts'

/**
 * The longest of forty Ofsted files takes some two seconds and 250 MB; ten such machines' worth of load is allowed for. Beyond 190 MB
 * a process is replaced between two files: with the asking program's own memory, a batch stays below 300.
 */
const LIMITS: Limits = { memoryMb: 400, seconds: 120, renewMb: 190 }
const ADVICE = { 'too long': 'Export it again, or split it.', 'too large': 'Export it again without its pictures, or split it.' }

export type ReportReader = {
  read: (bytes: Uint8Array, source: string, entry?: CatalogueEntry) => Promise<Ingested>
  close: () => void
}

export function openReportReader(limits: Partial<Limits> = {}): ReportReader {
  const room = openRoom<FileToRead, Ingested>(programBeside(import.meta.url, './report-reader'), { ...LIMITS, ...limits })
  return {
    read: (bytes, source, entry) =>
      room.read({ bytes, source, entry }).catch((error: unknown): Ingested => {
        if (!(error instanceof RoomFault)) throw error
        const advice = error.kind === 'broken' || error.kind === 'busy' ? 'Export it again.' : ADVICE[error.kind]
        return { outcome: 'damaged', detail: `${error.message}. ${advice}`, report: null }
      }),
    close: room.close,
  }
}
