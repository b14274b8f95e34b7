/**
 * A collection into the cluster: into indexes of its own, and under the aliases once all of it is there. Whoever searches goes on
 * with the collection before until then. Killed at any moment, it goes on where it was; two that write at once become one.
 */

import { SearchUnavailable } from '../../unavailable.ts'
import { type Line, MOST_LENGTH, MOST_LINES, sendBulk } from './bulk.ts'
import type { Client } from './client.ts'
import { indexOf } from './documents.ts'
import { ifMissing, type Ledger, makeIndex, Overtaken } from './ledger.ts'

export type Field = { averages: { text: number; heading: number }; documents: number }
export type Collection = {
  /** Of the collection as this version of the program reads it. */
  name: string
  paragraphs: Field
  sentences: Field
  reports: number
  /** All documents of one report. */
  linesOf(report: number): Iterable<Line>
}
export type Names = { paragraphs: string; sentences: string }
/** The aliases that a collection is searched under: they are there only while it is whole. */
export const namesOf = (name: string): Names => ({ paragraphs: `${name}-paragraphs`, sentences: `${name}-sentences` })
/** The indexes that it is written into. */
export const indexesOf = (name: string): Names => ({ paragraphs: `${name}-paragraphs-documents`, sentences: `${name}-sentences-documents` })

/** Primary shards (1 to 20): each holds some hundred thousand documents at a million paragraphs, and three nodes share them. */
const SHARDS = 3
/** Requests on their way at once (1 to 4): two keep two cores of a cluster busy. */
const AT_ONCE = 2
/** How often progress is noted, in milliseconds (1,000 to 10,000): well below a lease. */
const NOTE_EVERY_MS = 3_000
const PATIENCE_MS = 60_000

/** @param prefix of the aliases that point at the collection written last. */
export async function fill(
  client: Client,
  ledger: Ledger,
  prefix: string,
  collection: Collection,
  say: (line: string) => void,
): Promise<Names> {
  const names = namesOf(collection.name)
  for (;;) {
    const entry = await ledger.read(collection.name)
    if (entry?.whole) {
      if (await isThere(client, collection, names)) return names
      say(`The collection ${collection.name} is gone from the search cluster and is written again.`)
      await ledger.forget(collection.name)
    }
    try {
      const claim = await ledger.claim(collection.name)
      if (!claim) continue
      if (claim.done > 0) say(`Writing into the search cluster goes on after report ${claim.done} of ${collection.reports}.`)
      await write(client, collection, claim.done, claim.note)
      if (!(await isThere(client, collection, indexesOf(collection.name)))) {
        // whatever was noted as done is not there: whoever writes next begins at the beginning
        await claim.note(0)
        throw new SearchUnavailable('The search cluster lost documents while they were written. They are written again.', collection.name)
      }
      await switchTo(client, prefix, collection.name)
      await claim.note(collection.reports, true)
      say(`${collection.paragraphs.documents} paragraphs and ${collection.sentences.documents} sentences are in the search cluster.`)
      return names
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      say('Another process writes this collection into the search cluster. Waiting for it.')
    }
  }
}

async function write(
  client: Client,
  { name, paragraphs, sentences, reports, linesOf }: Collection,
  done: number,
  note: (done: number) => Promise<void>,
) {
  const names = indexesOf(name)
  await makeIndex(client, names.paragraphs, indexOf(paragraphs, SHARDS, { collection: name }))
  await makeIndex(client, names.sentences, indexOf(sentences, SHARDS, { collection: name }))
  const sent: { done: number; bulk: Promise<void> }[] = []
  let lines: Line[] = []
  let length = 0
  let noted = Date.now()
  const oldest = async (): Promise<void> => {
    const { done: upTo, bulk } = sent.shift()!
    await bulk
    if (Date.now() - noted < NOTE_EVERY_MS) return
    noted = Date.now()
    await note(upTo)
  }
  const send = async (upTo: number): Promise<void> => {
    const bulk = sendBulk(client, lines)
    // waited for in order; what fails earlier is told then
    bulk.catch(() => undefined)
    sent.push({ done: upTo, bulk })
    lines = []
    length = 0
    while (sent.length >= AT_ONCE) await oldest()
  }
  for (let report = done; report < reports; report++) {
    for (const line of linesOf(report)) {
      lines.push(line)
      length += JSON.stringify(line.document).length
      if (lines.length >= MOST_LINES || length >= MOST_LENGTH) await send(report)
    }
  }
  if (lines.length > 0) await send(reports)
  while (sent.length > 0) await oldest()
  await client.request('POST', `/${names.paragraphs},${names.sentences}/_refresh`, null, PATIENCE_MS)
}

/** True where both indexes hold every document. */
async function isThere(client: Client, { paragraphs, sentences }: Collection, names: Names): Promise<boolean> {
  for (const [index, { documents }] of [
    [names.paragraphs, paragraphs],
    [names.sentences, sentences],
  ] as const) {
    const reply = await client.request('GET', `/${index}/_count`, null, PATIENCE_MS).catch(ifMissing)
    if (!reply || reply._shards.failed > 0 || reply.count !== documents) return false
  }
  return true
}

/** All aliases at once: nobody sees the paragraphs of one collection with the sentences of another. */
async function switchTo(client: Client, prefix: string, name: string): Promise<void> {
  const indexes = indexesOf(name)
  const actions = (['paragraphs', 'sentences'] as const).flatMap((kind) => {
    const alias = `${prefix}-${kind}`
    return [
      { remove: { index: `${prefix}-*`, alias, must_exist: false } },
      { add: { index: indexes[kind], alias } },
      { add: { index: indexes[kind], alias: namesOf(name)[kind] } },
    ]
  })
  await client.request('POST', '/_aliases', { actions }, PATIENCE_MS)
}

/** Collections that stay in the cluster: the one in use, and the one before for those that still search it (2 to 4). */
const KEPT = 2
/** Half-written ones are somebody's work for so long, in milliseconds. */
const ABANDONED_MS = 24 * 3_600_000

export async function removeOlder(client: Client, ledger: Ledger, current: string): Promise<void> {
  const others = (await ledger.all()).filter(({ name }) => name !== current)
  const whole = others.filter(({ entry }) => entry.whole).slice(KEPT - 1)
  const abandoned = others.filter(({ entry }) => !entry.whole && Date.now() - Date.parse(entry.at) > ABANDONED_MS)
  for (const { name } of [...whole, ...abandoned]) {
    for (const index of Object.values(indexesOf(name))) await client.request('DELETE', `/${index}`, null, PATIENCE_MS).catch(ifMissing)
    await ledger.forget(name)
  }
}
