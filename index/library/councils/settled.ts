/**
 * What a person has said about which council a report is about. Kept beside the stored report, under the hash of its source:
 * `reports/<sha256>.council.json`, so that it outlives every re-reading and holds for shipped reports too.
 */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Report } from '../../model/report.ts'
import { slugOf } from '../../model/slug.ts'
import { changed } from '../../model/unread.ts'
import { authorityCalled } from '../authorities.ts'
import { isMissing, writeWhole } from '../files.ts'
import { renamed } from '../pack.ts'
import { reportsFolder } from '../store.ts'

const Setting = z.strictObject({ authority: z.string().min(1).nullable() })
const NAME = /^([0-9a-f]{64})\.council\.json$/
const pathOf = (dataDir: string, sha256: string): string => join(reportsFolder(dataDir), `${sha256}.council.json`)

/** Authority by the hash of the source; null where a person said that the document is about no one council. */
export type Settled = ReadonlyMap<string, string | null>

/** @param say is told of a setting that cannot be read: the report then stands as it was read. */
export async function readSettled(dataDir: string, say: (line: string) => void): Promise<Settled> {
  const names = await readdir(reportsFolder(dataDir)).catch(() => [])
  const settled = new Map<string, string | null>()
  for (const name of names.sort()) {
    const sha256 = NAME.exec(name)?.[1]
    if (!sha256) continue
    try {
      settled.set(sha256, Setting.parse(JSON.parse(await readFile(join(reportsFolder(dataDir), name), 'utf8'))).authority)
    } catch (error) {
      // taken back since the folder was listed
      if (!isMissing(error)) say(`${name} in ${reportsFolder(dataDir)} is damaged and left out. Set the council of that report again.`)
    }
  }
  return settled
}

export const writeSettled = (dataDir: string, sha256: string, authority: string | null): Promise<void> =>
  writeWhole(dataDir, pathOf(dataDir, sha256), `${JSON.stringify({ authority })}\n`)

/** The report is again about whatever reading finds. */
export const removeSettled = (dataDir: string, sha256: string): Promise<void> => rm(pathOf(dataDir, sha256), { force: true })

const SET_BY_HAND = 'Set by a person.'

/** The report as a person has settled it: what reading found stays beside it as evidence. Its id is kept. */
export function settle(report: Report, settled: Settled): Report {
  const authority = settled.get(report.sha256)
  if (authority === undefined) return report
  const { council: printed, urn: read, provenance, councilFound } = report
  const known = authority ? authorityCalled(authority) : null
  const same = authority === report.authority
  const urn = same ? read : (known?.urn ?? null)
  return changed(report, {
    authority,
    council: same ? printed : (known?.council ?? null),
    urn,
    provenance: {
      ...provenance,
      authority: { from: 'person', note: SET_BY_HAND },
      ...(!same && known && { council: { from: 'authorities', note: 'From the list of authorities.' } }),
      ...(!same && urn && { urn: { from: 'authorities', note: 'Ofsted’s number for the authority.' } }),
    },
    councilFound: {
      confidence: 1,
      open: null,
      evidence: [{ from: 'person', authority, printed: authority ?? 'no one council' }, ...councilFound.evidence],
    },
  })
}

/** The same for an ingested report, which is called after its authority. */
export function settleIngested(report: Report, settled: Settled): Report {
  const set = settle(report, settled)
  return set === report ? report : renamed(set, slugOf(set))
}
