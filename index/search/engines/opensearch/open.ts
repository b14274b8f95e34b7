/** The search cluster that a collection is in: written there where it is not yet. Loaded only where a cluster is used at all. */
import { randomUUID } from 'node:crypto'
import { MODEL_VERSION, READER_VERSION } from '../../../library/version.ts'
import type { Report } from '../../../model/report.ts'
import { documentsOf } from '../../prepare.ts'
import type { SearchIndex } from '../../search-index.ts'
import type { PlaceTables } from '../../shelf/places.ts'
import type { TermTables } from '../../term-tables.ts'
import { termsOf } from '../../term-tables.ts'
import { SearchUnavailable } from '../../unavailable.ts'
import type { Line } from './bulk.ts'
import { type Client, type ClusterAddress, connect, Refused } from './client.ts'
import { storedOf } from './documents.ts'
import { clusterIndex } from './engine.ts'
import { fill, indexesOf, type Names, removeOlder } from './fill.ts'
import { LEASE, ledgerIn, makeLedger } from './ledger.ts'
import { MISSING, type Together, together } from './together.ts'

export type ClusterSettings = ClusterAddress & {
  /** What the names of all its indexes begin with. */
  prefix: string
  /** Seconds for one trip, of which a question takes three at most. */
  seconds: number
}

export type SearchCluster = {
  /** Null where it answers as a whole; else what is wrong, for people. */
  fault(): Promise<string | null>
  /** True where the collection was taken away behind our back: it has to be written again. */
  lost(): boolean
  indexesOf(reports: Report[], fingerprint: string, tables: Tables, say: (line: string) => void): Promise<Indexes>
  close(): void
}
/** What was counted of the reports, and where each begins. */
type Tables = { paragraphs: TermTables; sentences: TermTables } & PlaceTables
type Indexes = { paragraphs: SearchIndex; sentences: SearchIndex }

/** What reads and analyses: another version's indexes hold other words. */
const VERSION = `${MODEL_VERSION}.${READER_VERSION}`
const LOOK_MS = 2_000
const PATIENCE_MS = 30_000

/** @param writer and `lease` are for two writers in one process. */
export function openCluster({ prefix, seconds, ...address }: ClusterSettings, writer: string = randomUUID(), lease = LEASE): SearchCluster {
  const client = connect(address)
  const inTime = together(client, seconds)
  let lost = false
  let current: Names | null = null
  const ask: Together = (index, body) =>
    inTime(index, body).catch((error) => {
      if (error instanceof SearchUnavailable && error.detail.includes(MISSING)) lost = true
      throw error
    })
  const ledgerName = `${prefix}-ledger`
  const ledger = ledgerIn(client, ledgerName, writer, lease)
  return {
    close: () => client.close(),
    fault: () => faultOf(client, current),
    lost: () => lost,
    async indexesOf(reports, fingerprint, tables, say) {
      const name = `${prefix}-${VERSION}-${fingerprint}`
      const terms = { paragraphs: termsOf(tables.paragraphs), sentences: termsOf(tables.sentences) }
      lost = false
      await makeLedger(client, ledgerName)
      await sayOlder(client, prefix, say)
      const names = await fill(
        client,
        ledger,
        prefix,
        { name, ...terms, reports: reports.length, linesOf: linesIn(reports, name, tables) },
        say,
      )
      await removeOlder(client, ledger, name).catch((error: Error) => say(`Older collections stay in the search cluster: ${error.message}`))
      current = names
      return {
        paragraphs: clusterIndex(names.paragraphs, terms.paragraphs, ask),
        sentences: clusterIndex(names.sentences, terms.sentences, ask),
      }
    },
  }
}

/** The documents of each report, numbered as the corpus numbers them. */
function linesIn(
  reports: Report[],
  name: string,
  { evidence, passagesFrom, sentencesFrom }: PlaceTables,
): (report: number) => Iterable<Line> {
  const names = indexesOf(name)
  const firsts = new Uint32Array(reports.length)
  for (let report = 1; report < reports.length; report++) {
    const before = evidence.subarray(passagesFrom[report - 1], passagesFrom[report])
    firsts[report] = firsts[report - 1]! + before.reduce((sum, one) => sum + one, 0)
  }
  return function* (report) {
    let paragraph = firsts[report]!
    let sentence = sentencesFrom[paragraph]!
    for (const documents of documentsOf(reports[report]!, report)) {
      if (!documents) continue
      yield { index: names.paragraphs, id: paragraph, document: storedOf(documents.paragraph, paragraph++) }
      for (const one of documents.sentences) yield { index: names.sentences, id: sentence, document: storedOf(one, sentence++) }
    }
  }
}

/** What another version of this program has written is not searched, and somebody may wonder why all is written again. */
async function sayOlder(client: Client, prefix: string, say: (line: string) => void): Promise<void> {
  const listed: { index: string }[] = await client.request('GET', `/_cat/indices/${prefix}-*?format=json&h=index`, null, PATIENCE_MS)
  const foreign = listed.filter(({ index }) => index !== `${prefix}-ledger` && !index.startsWith(`${prefix}-${VERSION}-`))
  if (foreign.length > 0)
    say(
      `The search cluster holds ${foreign.length} indexes that another version of this program wrote. They are not searched: ${foreign[0]!.index}.`,
    )
}

/** Of the collection that is searched, or of the cluster while none is yet. */
async function faultOf(client: Client, names: Names | null): Promise<string | null> {
  try {
    const path = names ? `/_cluster/health/${names.paragraphs},${names.sentences}?timeout=1s` : '/_cluster/health?timeout=1s'
    const { status } = await client.request('GET', path, null, LOOK_MS)
    return names && status === 'red' ? 'The search cluster lacks a part of the collection.' : null
  } catch (error) {
    if (error instanceof Refused)
      return names ? 'The search cluster lacks the collection.' : `The search cluster refuses to answer (${error.status}).`
    return (error as Error).message
  }
}
