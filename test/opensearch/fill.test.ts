/** Writing a collection into the cluster: whole or not at all, whoever writes and however often it is killed. */
import { afterAll, describe, expect, it } from 'vitest'
import { readFolder } from '../../index/library/ingest.ts'
import type { Report } from '../../index/model/report.ts'
import { fingerprintOf, toEnd } from '../../index/search/corpus.ts'
import { connect } from '../../index/search/engines/opensearch/client.ts'
import { ledgerIn } from '../../index/search/engines/opensearch/ledger.ts'
import { openCluster, type SearchCluster } from '../../index/search/engines/opensearch/open.ts'
import { preparing } from '../../index/search/prepare.ts'
import { SearchUnavailable } from '../../index/search/unavailable.ts'
import { seeds } from '../support/corpus.ts'
import { urls } from './control.ts'

const PATIENCE_MS = 60_000
const LEASE = { silentMs: 3_000, lookEveryMs: 100 }

describe.skipIf(urls.length === 0)('a collection in the cluster', () => {
  const address = { urls, user: null, password: null, ca: null }
  const client = connect(address)
  const opened: SearchCluster[] = []
  const open = (prefix: string, writer: string): SearchCluster => {
    const cluster = openCluster({ ...address, prefix, seconds: 30 }, writer, LEASE)
    opened.push(cluster)
    return cluster
  }
  const countsOf = (reports: Report[]) => {
    const { paragraphs, sentences, ...places } = toEnd(preparing(reports, 0, true))
    if (!('totals' in paragraphs && 'totals' in sentences)) throw new Error('not the counts')
    return { ...places, paragraphs, sentences }
  }
  const put = async (cluster: SearchCluster, reports: Report[], said: string[] = []) =>
    cluster.indexesOf(reports, fingerprintOf(reports), countsOf(reports), (line) => said.push(line))
  const listed = async (pattern: string): Promise<string[]> =>
    (await client.request('GET', `/_cat/indices/${pattern}?format=json&h=index`, null, PATIENCE_MS)).map(
      ({ index }: { index: string }) => index,
    )
  const behind = async (alias: string): Promise<string[]> => Object.keys(await client.request('GET', `/_alias/${alias}`, null, PATIENCE_MS))
  const asked = { terms: [{ term: 'child', weight: 1 }], reports: null, limit: 5 }
  afterAll(() => {
    for (const cluster of opened) cluster.close()
    client.close()
  })

  it('is written once by two that write at once, and found by both', async () => {
    const reports = await readFolder(seeds)
    const [one, other] = await Promise.all([put(open('twice', 'one'), reports), put(open('twice', 'other'), reports)])
    expect(await one.sentences.search(asked)).toHaveLength(5)
    expect(await other.sentences.search(asked)).toEqual(await one.sentences.search(asked))
    expect(await listed('twice-*')).toHaveLength(3)
  })

  it('is under its alias only when whole, and the one before is searched until then', async () => {
    const reports = await readFolder(seeds)
    const cluster = open('swap', 'one')
    const before = await put(cluster, reports.slice(0, 2))
    const [first] = await behind('swap-sentences')
    const filling = put(cluster, reports)
    expect(await before.sentences.search(asked)).toHaveLength(5)
    await filling
    const [second] = await behind('swap-sentences')
    expect(second).not.toBe(first)
    expect(second).toContain(fingerprintOf(reports))
    expect(await before.sentences.search(asked)).toHaveLength(5)
    await put(cluster, reports.slice(0, 1))
    // the one in use and the one before stay, older ones go
    expect(await listed('swap-*')).toHaveLength(2 * 2 + 1)
    await expect(before.sentences.search(asked)).rejects.toThrow(SearchUnavailable)
    expect(cluster.lost()).toBe(true)
  })

  it('is taken over from a writer that was killed, where that one was', async () => {
    const reports = await readFolder(seeds)
    const cluster = open('resume', 'second')
    await put(cluster, reports.slice(0, 1))
    const name = (await listed('resume-*-sentences-documents'))[0]!.replace(/[^-]+-sentences-documents$/, fingerprintOf(reports))
    const dead = await ledgerIn(client, 'resume-ledger', 'dead', LEASE).claim(name)
    await dead!.note(3)
    const said: string[] = []
    // what the dead one said that it has written is not there: that is noticed, never searched
    await expect(put(cluster, reports, said)).rejects.toThrow(/lost documents/)
    expect(said.join('\n')).toContain('goes on after report 3 of 5')
    // and written anew from the beginning by the next try
    await expect(put(cluster, reports)).resolves.toBeTruthy()
    await expect(dead!.note(4)).rejects.toThrow(/another process/)
  })

  it('of another version is said, and not searched', async () => {
    const reports = await readFolder(seeds)
    await client.request('PUT', '/older-1.00000000-abc-sentences', {}, PATIENCE_MS)
    const said: string[] = []
    await put(open('older', 'one'), reports.slice(0, 1), said)
    expect(said.join('\n')).toContain('another version of this program')
    expect(await behind('older-sentences')).not.toContain('older-1.00000000-abc-sentences')
  })
})
