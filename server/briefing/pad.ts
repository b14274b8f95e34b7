/**
 * The briefing pad as its link says it: `quote`, `heading` and `note` entries in the order of the address. The server keeps nothing.
 *
 * A quote may carry eight digits of its proof, `quote=004.p24.s2~1a2b3c4d`, so that a changed file shows when the link is opened.
 */
import type { Corpus, Placed } from '../../index/search/corpus.ts'
import { shortProof } from '../cite/proof.ts'
import type { Quote } from '../cite/quote.ts'
import { cutOf, quoteOf, sha256 } from '../cite/quote.ts'

export type Entry = { kind: 'quote'; id: string; proof: string | null } | { kind: 'heading'; text: string } | { kind: 'note'; text: string }

export type Item =
  | {
      kind: 'quote'
      quote: Quote
      placed: Placed
      /** The proof of the day on which it was taken, in short. */
      taken: string
      /** The file was another on that day. */
      changed: boolean
    }
  | { kind: 'heading'; text: string }
  | { kind: 'note'; text: string }

export type Pad = { entries: Entry[]; faults: string[] }

/** Of each a hundred quotes with notes between them, and room. */
export const MOST_ENTRIES = 500
export const LONGEST_HEADING = 200
export const LONGEST_NOTE = 2000
/**
 * Longest link, in characters. Node takes 16 kB of request line and headers together, nginx and Apache 8 kB of request line:
 * within 7,500 a link works behind all of them. A hundred quotes with their proofs take about 3,000. A longer pad travels as
 * hidden fields of a form instead.
 */
export const LONGEST_LINK = 7500
const LONGEST_ID = 200
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u
const PROOF = /^[0-9a-f]{8}$/

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Reads name and value pairs in their order; what cannot be used is named, and the rest kept. */
export function readPad(fields: Iterable<[string, string]>): Pad {
  const pad: Pad = { entries: [], faults: [] }
  const seen = new Set<string>()
  let over = 0
  for (const [name, given] of fields) {
    if (name !== 'quote' && name !== 'heading' && name !== 'note') continue
    const value = given.trim()
    if (!value) continue
    if (pad.entries.length >= MOST_ENTRIES) {
      over++
      continue
    }
    if (name === 'quote') addQuote(pad, value, seen)
    else addText(pad, name, value)
  }
  if (over > 0) pad.faults.push(`A briefing holds at most ${MOST_ENTRIES} entries; the last ${over} were left out.`)
  return pad
}

function addQuote(pad: Pad, value: string, seen: Set<string>): void {
  const tilde = value.lastIndexOf('~')
  const id = tilde > 0 ? value.slice(0, tilde) : value
  const proof = tilde > 0 ? value.slice(tilde + 1) : null
  if (id.length > LONGEST_ID || !ID.test(id))
    pad.faults.push(`“${shown(value)}” is no quote’s id. An id looks like 004.p24.s2: report, passage, sentence.`)
  else if (seen.has(id)) pad.faults.push(`“${shown(id)}” is in the briefing already.`)
  else {
    seen.add(id)
    pad.entries.push({ kind: 'quote', id, proof: proof && PROOF.test(proof) ? proof : null })
  }
}

function addText(pad: Pad, kind: 'heading' | 'note', value: string): void {
  const longest = kind === 'heading' ? LONGEST_HEADING : LONGEST_NOTE
  if (value.length > longest)
    pad.faults.push(`A ${kind} has at most ${longest.toLocaleString('en-GB')} characters; “${shown(value)}” was cut there.`)
  const text = value.slice(0, longest).replace(/\r\n?/g, '\n')
  pad.entries.push({ kind, text: kind === 'heading' ? text.replace(/\s+/g, ' ') : text })
}

/** Cuts the quotes out of the reports. An id that no report holds is named and left out. */
export function itemsOf({ entries, faults }: Pad, corpus: Corpus): { items: Item[]; faults: string[] } {
  const unknown: string[] = []
  const items = entries.flatMap((entry): Item[] => {
    if (entry.kind !== 'quote') return [entry]
    const cut = cutOf(entry.id, corpus)
    if (!cut) {
      unknown.push(`There is no quote “${shown(entry.id)}” in this collection. It was left out; everything else is kept.`)
      return []
    }
    const quote = quoteOf(cut)
    const now = shortProof(quote.proof)
    const taken = entry.proof ?? now
    return [{ kind: 'quote', quote, placed: cut.placed, taken, changed: taken !== now }]
  })
  return { items, faults: [...faults, ...unknown] }
}

/** What is to be kept of the items: ids with the proofs of the day on which they were taken. */
export const entriesOf = (items: Item[]): Entry[] =>
  items.map((item) => (item.kind === 'quote' ? { kind: 'quote', id: item.quote.id, proof: item.taken } : item))

/** Tells whether a page shows what is kept now, or what another tab has changed since. */
export const sealOf = (entries: Entry[]): string => sha256(JSON.stringify(entries)).slice(0, 8)

/** The pad as name and value pairs, proofs included, to put into a link or a form. */
export const fieldsOf = (items: Item[]): [string, string][] =>
  items.map((item) => (item.kind === 'quote' ? ['quote', `${item.quote.id}~${item.taken}`] : [item.kind, item.text]))

export const queryOf = (fields: [string, string][]): string => new URLSearchParams(fields).toString().replaceAll('%7E', '~')

/** "up:3", "down:3", "remove:3": entries count from 0. An action that fits nothing changes nothing. */
export function moved<One>(items: One[], action: string): One[] {
  const [, verb, digits] = /^(up|down|remove):(\d{1,4})$/.exec(action) ?? []
  const at = Number(digits)
  if (!verb || !items[at]) return items
  if (verb === 'remove') return items.toSpliced(at, 1)
  const to = verb === 'up' ? at - 1 : at + 1
  if (!items[to]) return items
  return items.with(at, items[to]).with(to, items[at])
}
