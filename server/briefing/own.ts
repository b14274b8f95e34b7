/** Somebody's own briefing as their browser keeps it: the entries of a pad, packed into few characters, and what is done to them. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Entry, MOST_ENTRIES, queryOf, readPad } from './pad.ts'

/** Bytes that a packed pad may grow to: five hundred entries of full length, and no more, whoever made the cookie. */
const LARGEST = 2 * 1024 * 1024

export const fieldsOfEntries = (entries: Entry[]): [string, string][] =>
  entries.map((entry) =>
    entry.kind === 'quote' ? ['quote', entry.proof ? `${entry.id}~${entry.proof}` : entry.id] : [entry.kind, entry.text],
  )

/** "" for an empty pad. */
export const packed = (entries: Entry[]): string =>
  entries.length === 0 ? '' : deflateRawSync(queryOf(fieldsOfEntries(entries)), { level: 9 }).toString('base64url')

/** What cannot be read is no briefing: a cookie that something has damaged starts anew. */
export function unpacked(text: string): Entry[] {
  if (!text) return []
  try {
    const query = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: LARGEST }).toString()
    return readPad(new URLSearchParams(query)).entries
  } catch {
    return []
  }
}

export const quoteIds = (entries: Entry[]): string[] => entries.flatMap((entry) => (entry.kind === 'quote' ? [entry.id] : []))

/** Entries that were taken out, and where the first of them stood, from 0. */
export type Removed = { at: number; entries: Entry[] }

export function without(entries: Entry[], ids: string[]): { entries: Entry[]; removed: Removed | null } {
  const isTaken = (entry: Entry): boolean => entry.kind === 'quote' && ids.includes(entry.id)
  const at = entries.findIndex(isTaken)
  if (at < 0) return { entries, removed: null }
  return { entries: entries.filter((entry) => !isTaken(entry)), removed: { at, entries: entries.filter(isTaken) } }
}

/** At the end, each quote once. */
export function withEntries(entries: Entry[], more: Entry[]): Entry[] {
  const seen = new Set(quoteIds(entries))
  return [...entries, ...more.filter((entry) => entry.kind !== 'quote' || !seen.has(entry.id))].slice(0, MOST_ENTRIES)
}

/** Back to where it was; what has come back already is not put in twice. */
export function restored(entries: Entry[], { at, entries: gone }: Removed): Entry[] {
  const seen = new Set(quoteIds(entries))
  return entries.toSpliced(at, 0, ...gone.filter((entry) => entry.kind !== 'quote' || !seen.has(entry.id))).slice(0, MOST_ENTRIES)
}

/** "3 quote=004.p24.s2~1a2b3c4d": what was removed, as one field of a form or of an address. */
export const removedField = ({ at, entries }: Removed): string => `${at} ${queryOf(fieldsOfEntries(entries))}`

export function readRemoved(field: string): Removed | null {
  const [, at, query] = /^(\d{1,3}) (.+)$/s.exec(field) ?? []
  const entries = query ? readPad(new URLSearchParams(query)).entries : []
  return entries.length > 0 ? { at: Number(at), entries } : null
}
