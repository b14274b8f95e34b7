/** A draft's text → its paragraphs, block quotes and footnotes, by offsets into the text as sent. */

import type { Steps } from '../work/steps.ts'

export type DraftPart = {
  /** Its number in the list. */
  index: number
  kind: 'text' | 'block' | 'indented' | 'note'
  start: number
  end: number
  /** Name of a footnote, such as "3" of "[^3]: …". */
  note: string | null
}

const LINES_A_STEP = 1000
const BLOCK = /^ {0,3}>/
const INDENTED = /^(?:\t| {4,})(?=\S)/
const LIST_MARK = /^\s*(?:[-*+•–]|\(?[\p{L}\p{N}]{1,3}[.)])\s/u
const NOTE = /^ {0,3}(?:\[\^([\w-]{1,20})\]:|\[(\d{1,3})\]:?(?=\s))/
const TABLE_OR_HEADING = /^ {0,3}(?:\||#{1,6}\s)/

/** Paragraphs end at a blank line; lines of another kind begin a new part. */
export function* partsOf(text: string): Steps<DraftPart[]> {
  const parts: DraftPart[] = []
  let open: DraftPart | null = null
  let at = 0
  let lines = 0
  while (at < text.length) {
    if (++lines % LINES_A_STEP === 0) yield LINES_A_STEP
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(at, end)
    const note = NOTE.exec(line)
    const kind = note ? 'note' : BLOCK.test(line) ? 'block' : INDENTED.test(line) && !LIST_MARK.test(line) ? 'indented' : 'text'
    const alone = note !== null || TABLE_OR_HEADING.test(line)
    if (!line.trim() || (kind === 'block' && !line.replace(BLOCK, '').trim())) open = null
    else if (
      open &&
      !alone &&
      (open.kind === kind || (kind === 'indented' && open.kind !== 'block') || (kind === 'text' && open.kind !== 'indented'))
    )
      open.end = end
    else {
      open = { index: parts.length, kind, start: at, end, note: note ? (note[1] ?? note[2] ?? null) : null }
      parts.push(open)
    }
    if (open && alone && !note) open = null
    at = end + 1
  }
  return parts
}
