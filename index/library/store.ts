/**
 * Reports that were read once and are kept in the data folder, one file each:
 * `reports/<sha256 of the source>.<model>-<reader>.json`, a line with the checksum and a line of JSON.
 * Whoever reads a source writes the same bytes, so two at once and an order of any kind end in the same folder.
 */
import { readFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Report } from '../model/report.ts'
import { slugOf } from '../model/slug.ts'
import { unreadOf } from '../model/unread.ts'
import { isMissing, writeWhole } from './files.ts'
import { type PackedReport, pack, unpack } from './pack.ts'
import { MODEL_VERSION, READER_VERSION } from './version.ts'

/** A file of the store. `current` where this version of the program has written it. */
export type StoredFile = { name: string; sha256: string; current: boolean }

/** A stored report that cannot be trusted: it is to be read from its source again. */
export class DamagedFile extends Error {}

const NAME = /^([0-9a-f]{64})\.(\d+)-([0-9a-f]{8})\.json$/
export const reportsFolder = (dataDir: string): string => join(dataDir, 'reports')
const currentName = (sha256: string): string => `${sha256}.${MODEL_VERSION}-${READER_VERSION}.json`

/** One file for each source, in the order of their hashes: the one that this version wrote, else one of the same shape. */
export const storedFiles = async (dataDir: string): Promise<StoredFile[]> => (await listStore(dataDir)).files

/** The stored files, and the number of sources of which there is only a file in a shape that this version cannot read. */
export async function listStore(dataDir: string): Promise<{ files: StoredFile[]; foreign: number }> {
  const names = await readdir(reportsFolder(dataDir)).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  const found = new Map<string, StoredFile>()
  const sources = new Set<string>()
  for (const name of names.sort()) {
    const [, sha256, model, reader] = NAME.exec(name) ?? []
    if (!sha256) continue
    sources.add(sha256)
    if (Number(model) !== MODEL_VERSION || found.get(sha256)?.current) continue
    found.set(sha256, { name, sha256, current: reader === READER_VERSION })
  }
  const files = [...found.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  return { files, foreign: sources.size - files.length }
}

/** @throws DamagedFile where the file is cut short or changed. */
export async function readStored(dataDir: string, name: string): Promise<Report> {
  return storedIn(await readFile(join(reportsFolder(dataDir), name)), name)
}

/** The same with its facts alone in memory: its sections are read from the file when somebody asks for them. @throws DamagedFile */
export async function readFacts(dataDir: string, name: string): Promise<Report> {
  const path = join(reportsFolder(dataDir), name)
  return unreadOf(storedIn(await readFile(path), name), () => storedIn(readFileSync(path), name).sections)
}

function storedIn(bytes: Buffer, name: string): Report {
  const line = bytes.indexOf('\n')
  const body = bytes.subarray(line + 1)
  if (line < 0 || bytes.toString('latin1', 0, line) !== checksum(body)) throw new DamagedFile(`${name} is damaged.`)
  const packed: PackedReport = JSON.parse(body.toString('utf8'))
  return unpack(packed, slugOf(packed))
}

/** Keeps a report, and takes away what an older version made of the same source. */
export async function writeStored(dataDir: string, report: Report): Promise<StoredFile> {
  const body = Buffer.from(JSON.stringify(pack(report)))
  const name = currentName(report.sha256)
  await writeWhole(dataDir, join(reportsFolder(dataDir), name), Buffer.concat([Buffer.from(`${checksum(body)}\n`), body]))
  await removeAllBut(name, dataDir, report.sha256)
  return { name, sha256: report.sha256, current: true }
}

/** Takes a report away; false where there is none of that source. */
export const removeStored = async (dataDir: string, sha256: string): Promise<boolean> => removeAllBut(null, dataDir, sha256)

/** Whether there is a report of that source, of whatever version. */
export const hasStored = async (dataDir: string, sha256: string): Promise<boolean> => (await namesOf(dataDir, sha256)).length > 0

async function namesOf(dataDir: string, sha256: string): Promise<string[]> {
  const names = await readdir(reportsFolder(dataDir)).catch(() => [])
  return names.filter((name) => NAME.exec(name)?.[1] === sha256)
}

async function removeAllBut(keep: string | null, dataDir: string, sha256: string): Promise<boolean> {
  const doomed = (await namesOf(dataDir, sha256)).filter((name) => name !== keep)
  // the one that is read goes last: stopped before, an older reading would take its place
  doomed.sort((a, b) => Number(a === currentName(sha256)) - Number(b === currentName(sha256)))
  for (const name of doomed) await rm(join(reportsFolder(dataDir), name), { force: true })
  return doomed.length > 0
}

const checksum = (body: Uint8Array): string => `report ${MODEL_VERSION} ${crc32(body).toString(16)}`
