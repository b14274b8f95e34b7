/** A backup: one `.tar.gz` of all that cannot be had from the shipped reports, with a list of its files and their SHA-256 at its end. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { z } from 'zod'
import { sha256 as hashOf } from '../../extract/extract-text.ts'
import { isMissing } from '../files.ts'
import { DamagedFile, listStore, readStored } from '../store.ts'
import { END, packed } from './tar.ts'

/** In the order in which restoring puts them in place: the reports decide what the collection is, so they come last. */
export const FOLDERS = ['vectors', 'places', 'originals', 'reports'] as const
export const LIST = 'backup.json'
/** `version` is of the shape of the backup: raise it when that changes. */
export const List = z.object({
  version: z.literal(1),
  made: z.string(),
  files: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
})
/** Names of kept files, which are of hashes: they lead nowhere else. */
export const KEPT_NAME = /^(?:vectors|places|originals|reports)\/[0-9a-f]{16}[\w.-]{0,70}$/
const ORIGINAL = /^originals\/([0-9a-f]{64})$/

export type Made = { files: number; bytes: number /** Damaged files, which are left out. */; damaged: string[] }

/** Writes `file` whole or not at all; an older one of that name stands until then. The program may run meanwhile. */
export async function makeBackup(dataDir: string, file: string, now = new Date()): Promise<Made> {
  const draft = join(dirname(resolve(file)), `.${randomUUID()}.part`)
  const made: Made = { files: 0, bytes: 0, damaged: [] }
  try {
    await pipeline(entries(dataDir, now, made), createGzip({ level: 1 }), createWriteStream(draft, { mode: 0o600, flush: true }))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
  await flushFolder(dirname(resolve(file)))
  return made
}

async function* entries(dataDir: string, now: Date, made: Made): AsyncGenerator<Buffer> {
  const time = Math.floor(now.getTime() / 1000)
  const files: z.infer<typeof List>['files'] = []
  const damaged = new Set(await damagedReports(dataDir))
  for (const folder of FOLDERS)
    for (const name of (await filesOf(join(dataDir, folder))).map((file) => `${folder}/${file}`)) {
      if (!KEPT_NAME.test(name)) continue
      const bytes = await readFile(join(dataDir, name)).catch((error) => {
        // taken away since the folder was listed
        if (isMissing(error)) return null
        throw error
      })
      if (!bytes) continue
      const sha256 = hashOf(bytes)
      if (damaged.has(name) || (ORIGINAL.exec(name)?.[1] ?? sha256) !== sha256) {
        made.damaged.push(name)
        continue
      }
      files.push({ name, size: bytes.length, sha256 })
      made.files++
      made.bytes += bytes.length
      yield packed({ name, bytes }, time)
    }
  const list: z.infer<typeof List> = { version: 1, made: now.toISOString(), files }
  yield packed({ name: LIST, bytes: Buffer.from(`${JSON.stringify(list)}\n`) }, time)
  yield END
}

/** Names of stored reports that this version reads and that are not what was written. */
export async function damagedReports(dataDir: string): Promise<string[]> {
  const damaged: string[] = []
  for (const { name } of (await listStore(dataDir)).files)
    try {
      await readStored(dataDir, name)
    } catch (error) {
      if (error instanceof DamagedFile) damaged.push(`reports/${name}`)
      else if (!isMissing(error)) throw error
    }
  return damaged
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  return found.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort()
}

export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
