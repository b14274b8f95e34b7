/** Files that are either whole or not there, whatever stops the program. */
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Half-written files lie here, on the same disk, and are never read. */
export const temporary = (dataDir: string): string => join(dataDir, 'tmp')
/** A half-written file older than this belongs to no running program. */
const ABANDONED_MS = 3_600_000
const ABANDONED_FOLDER_MS = 24 * ABANDONED_MS

/** Writes to a file of its own, makes sure that the disk has it, and puts it in place in one step. */
export async function writeWhole(dataDir: string, path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(temporary(dataDir), { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  const draft = join(temporary(dataDir), `${process.pid}-${randomUUID()}`)
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    // on a full disk a half-written file would take the room that others need
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Takes away what programs that were stopped have left; what another one is writing stays, and a folder of uploads for a day, since
 * its files may wait for their turn.
 */
export async function sweep(dataDir: string, now = Date.now()): Promise<void> {
  const folder = temporary(dataDir)
  for (const name of await readdir(folder).catch(() => [])) {
    const about = await stat(join(folder, name)).catch(() => null)
    if (about && now - about.mtimeMs > (about.isDirectory() ? ABANDONED_FOLDER_MS : ABANDONED_MS))
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** A large file on its way: nobody sees it before it is put in place. */
export type Draft = { append(bytes: Uint8Array): void; place(path: string): Promise<void>; drop(): void }

export function openDraft(dataDir: string): Draft {
  mkdirSync(temporary(dataDir), { recursive: true })
  const draft = join(temporary(dataDir), `${process.pid}-${randomUUID()}`)
  const file = openSync(draft, 'w')
  let open = true
  const close = (): void => {
    if (open) closeSync(file)
    open = false
  }
  return {
    append(bytes) {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    },
    async place(path) {
      await mkdir(dirname(path), { recursive: true })
      fsyncSync(file)
      close()
      await rename(draft, path)
    },
    drop() {
      close()
      rmSync(draft, { force: true })
    },
  }
}
