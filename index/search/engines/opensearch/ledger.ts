/**
 * Who writes which collection into the cluster, and how far it got: one small document a collection, changed only by whoever saw its
 * last change. Of two writers one sees a conflict, whatever their clocks say.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, Refused } from './client.ts'

/** How long a writer may be silent before another takes over, and how often that one looks, in milliseconds. */
export const LEASE = { silentMs: 30_000, lookEveryMs: 1_000 }
const PATIENCE_MS = 30_000

export type Entry = {
  writer: string
  /** Reports that are in the cluster with all their documents: where whoever takes over goes on. */
  done: number
  whole: boolean
  /** ISO time of the last change, for people and for tidying up. */
  at: string
}
type Seen = { entry: Entry; seq: number; term: number }
export type Claim = { done: number; note(done: number, whole?: boolean): Promise<void> }

/** Another writer has taken this collection over. */
export class Overtaken extends Error {}

export type Ledger = {
  read(name: string): Promise<Entry | null>
  /** Waits until this writer may write the collection; null where another has made it whole meanwhile. */
  claim(name: string): Promise<Claim | null>
  all(): Promise<{ name: string; entry: Entry }[]>
  forget(name: string): Promise<void>
}

export function ledgerIn(client: Client, index: string, writer: string, lease = LEASE): Ledger {
  const at = (name: string): string => `/${index}/_doc/${encodeURIComponent(name)}`
  const get = async (name: string): Promise<Seen | null> => {
    try {
      const { _source: entry, _seq_no: seq, _primary_term: term } = await client.request('GET', at(name), null, PATIENCE_MS)
      return { entry, seq, term }
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null
      throw error
    }
  }
  const put = async (name: string, entry: Omit<Entry, 'at' | 'writer'>, before: Seen | null): Promise<Seen> => {
    const written: Entry = { ...entry, writer, at: new Date().toISOString() }
    const only = before ? `if_seq_no=${before.seq}&if_primary_term=${before.term}` : 'op_type=create'
    try {
      const { _seq_no: seq, _primary_term: term } = await client.request('PUT', `${at(name)}?${only}&refresh=true`, written, PATIENCE_MS)
      return { entry: written, seq, term }
    } catch (error) {
      if (!(error instanceof Refused && error.status === 409)) throw error
      // a reply that was lost on its way: what stands there is what we wrote
      const now = await get(name)
      if (now && now.entry.writer === writer && now.entry.at === written.at) return now
      throw new Overtaken(`${name} is written by another process.`)
    }
  }

  async function claim(name: string): Promise<Claim | null> {
    let seen = await get(name)
    let since = Date.now()
    for (;;) {
      if (seen?.entry.whole) return null
      const mine = !seen || seen.entry.writer === writer || Date.now() - since >= lease.silentMs
      if (mine)
        try {
          let held = await put(name, { done: seen?.entry.done ?? 0, whole: false }, seen)
          const note: Claim['note'] = async (done, whole = false) => {
            held = await put(name, { done, whole }, held)
          }
          return { done: held.entry.done, note }
        } catch (error) {
          if (!(error instanceof Overtaken)) throw error
        }
      else await pause(lease.lookEveryMs)
      const now = await get(name)
      if (now?.seq !== seen?.seq || now?.term !== seen?.term) since = Date.now()
      seen = now
    }
  }

  return {
    claim,
    read: async (name) => (await get(name))?.entry ?? null,
    async all() {
      const body = { size: 1_000, sort: [{ at: 'desc' }] }
      const { hits } = await client.request('POST', `/${index}/_search`, body, PATIENCE_MS)
      return hits.hits.map(({ _id, _source }: { _id: string; _source: Entry }) => ({ name: _id, entry: _source }))
    },
    forget: async (name) => {
      await client.request('DELETE', `${at(name)}?refresh=true`, null, PATIENCE_MS).catch(ifMissing)
    },
  }
}

export const ifMissing = (error: unknown): void => {
  if (!(error instanceof Refused && error.status === 404)) throw error
}

/** Makes an index unless it is there. */
export async function makeIndex(client: Client, name: string, body: object): Promise<void> {
  try {
    await client.request('PUT', `/${name}`, body, PATIENCE_MS)
  } catch (error) {
    if (!(error instanceof Refused && error.type === 'resource_already_exists_exception')) throw error
  }
}

export const makeLedger = (client: Client, name: string): Promise<void> =>
  makeIndex(client, name, {
    settings: { number_of_shards: 1, auto_expand_replicas: '0-2' },
    mappings: {
      dynamic: 'strict',
      properties: { writer: { type: 'keyword' }, done: { type: 'integer' }, whole: { type: 'boolean' }, at: { type: 'date' } },
    },
  })
