/** Drafts from anybody → their text. Word documents are read in a room apart, text here: it takes no library and no time to speak of. */
import { programBeside } from '../../index/library/reading/program.ts'
import { type Limits, openRoom, RoomFault } from '../../index/library/reading/room.ts'
import { isZip, type ReadDraft, readDraft, UnreadableDraft } from './draft.ts'
import type { DraftFile, DraftRead } from './draft-reader.ts'

/**
 * A plain document of the longest text that is checked (5 MB of XML) takes 325 MB and 3.5 s of an idle machine; one of as much XML
 * that is nothing but empty elements 1,260 MB and 14 s. Below the time that a request has, so that the reader is told why.
 */
const LIMITS: Limits = { memoryMb: 512, seconds: 15, waiting: 3 }
const ADVICE = 'Save it from Word again without tables and tracked changes, paste its text, or check it in parts.'

export type DraftReader = {
  /** @throws UnreadableDraft */
  read: (bytes: Uint8Array, name: string) => Promise<ReadDraft>
  close: () => void
}

export function openDraftReader(limits: Partial<Limits> = {}): DraftReader {
  const room = openRoom<DraftFile, DraftRead>(programBeside(import.meta.url, './draft-reader'), { ...LIMITS, ...limits })
  const apart = async (bytes: Uint8Array, name: string): Promise<ReadDraft> => {
    const read = await room.read({ bytes, name }).catch((error: unknown) => {
      if (!(error instanceof RoomFault)) throw error
      if (error.kind === 'busy')
        throw new UnreadableDraft(503, `${name} was not read: other drafts are being read. Try again in a minute, or paste its text.`)
      throw new UnreadableDraft(413, `${name} ${error.message}, so that was given up. ${ADVICE}`)
    })
    if ('draft' in read) return read.draft
    throw new UnreadableDraft(read.status, read.message)
  }
  return { read: (bytes, name) => (isZip(bytes) ? apart(bytes, name) : readDraft(bytes, name)), close: room.close }
}
