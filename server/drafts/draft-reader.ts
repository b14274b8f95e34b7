/** Runs in a room apart: the bytes of a draft → its text, or why it cannot be read. */
import { serve } from '../../index/library/reading/serve.ts'
import { type ReadDraft, readDraft, UnreadableDraft } from './draft.ts'

export type DraftFile = { bytes: Uint8Array; name: string }
/** A fault as a value: classes do not travel between processes. */
export type DraftRead = { draft: ReadDraft } | { status: UnreadableDraft['status']; message: string }

serve<DraftFile, DraftRead>(({ bytes, name }) =>
  readDraft(bytes, name).then(
    (draft) => ({ draft }),
    (error: unknown) => {
      if (!(error instanceof UnreadableDraft)) throw error
      return { status: error.status, message: error.message }
    },
  ),
)
