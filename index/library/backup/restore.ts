/**
 * A backup put in the place of what is kept. All of it is written and checked beside the kept files; one renaming then decides, and
 * what a program that was stopped has left of the rest is finished by the next one that reads the collection.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { sha256 as hashOf } from '../../extract/extract-text.ts'
import { isMissing, temporary, writeWhole } from '../files.ts'
import { damagedReports, FOLDERS, flushFolder, KEPT_NAME, LIST, List } from './backup.ts'
import { DamagedArchive, unpacked } from './tar.ts'

/** Where a checked backup waits to be put in place, in the data folder. */
const waiting = (dataDir: string): string => join(dataDir, 'restoring')
const lockOf = (dataDir: string): string => join(dataDir, 'restoring.pid')
/** Bytes of the largest file of a backup that is believed (50 to 500 MB): twice the largest upload, and some, and the list of a million files. */
const LARGEST = 256 * 1024 * 1024

/** What stands in the way of restoring a file, in words; nothing was changed. */
export class UnfitBackup extends Error {}

/** @returns how many files were put in place. @throws UnfitBackup; then what is kept stays as it is. */
export async function restoreBackup(dataDir: string, file: string): Promise<number> {
  await finishRestore(dataDir)
  const draft = join(temporary(dataDir), `restore-${randomUUID()}`)
  try {
    for (const folder of FOLDERS) await mkdir(join(draft, folder), { recursive: true })
    const files = await unpackChecked(file, draft)
    for (const folder of FOLDERS) await flushFolder(join(draft, folder))
    await flushFolder(draft)
    await rename(draft, waiting(dataDir))
    await flushFolder(dataDir)
    await finishRestore(dataDir)
    return files
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => {})
  }
}

async function unpackChecked(file: string, draft: string): Promise<number> {
  const unfit = (why: string): UnfitBackup => new UnfitBackup(`${file} cannot be restored: ${why}. Nothing was changed.`)
  const found = new Map<string, string>()
  let list: string | null = null
  const source = createReadStream(file)
  const inflated = source.pipe(createGunzip())
  source.on('error', (error) => inflated.destroy(error))
  try {
    for await (const { name, bytes } of unpacked(inflated, LARGEST)) {
      if (list !== null || found.has(name)) throw unfit('it holds more than its list')
      if (name === LIST) list = bytes.toString('utf8')
      else if (!KEPT_NAME.test(name)) throw unfit(`it holds ${JSON.stringify(name)}, which is no file of a backup`)
      else {
        found.set(name, hashOf(bytes))
        await writeFile(join(draft, name), bytes, { flush: true })
      }
    }
  } catch (error) {
    if (error instanceof DamagedArchive) throw unfit(error.message)
    // errors of inflating have codes such as Z_DATA_ERROR
    if (/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw unfit('it is no archive, or damaged')
    throw error
  } finally {
    source.destroy()
    inflated.destroy()
  }
  const listed = readList(list)
  if (!listed) throw unfit('its list of files is missing, or of another version of this program')
  const differs = listed.files.find(({ name, sha256 }) => found.get(name) !== sha256)
  if (differs) throw unfit(`${differs.name} is missing or changed`)
  if (listed.files.length !== found.size) throw unfit('it holds more than its list')
  const [damaged] = await damagedReports(draft)
  if (damaged) throw unfit(`${damaged} is damaged`)
  return found.size
}

function readList(text: string | null) {
  try {
    return List.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}

/** Puts in place what a checked backup has still waiting; nothing where there is none or another program is at it. */
export async function finishRestore(dataDir: string): Promise<void> {
  if (!(await isThere(waiting(dataDir))) || !(await claim(dataDir))) return
  const old = join(temporary(dataDir), `replaced-${randomUUID()}`)
  await mkdir(old, { recursive: true })
  for (const folder of FOLDERS) {
    const [from, to] = [join(waiting(dataDir), folder), join(dataDir, folder)]
    if (!(await isThere(from))) continue
    await rename(to, join(old, folder)).catch((error) => {
      if (!isMissing(error)) throw error
    })
    await rename(from, to)
  }
  await flushFolder(dataDir)
  await rm(waiting(dataDir), { recursive: true, force: true })
  await rm(lockOf(dataDir), { force: true })
  await rm(old, { recursive: true, force: true })
}

/** One program at a time; the mark of one that is no more is worth nothing. */
async function claim(dataDir: string): Promise<boolean> {
  const pid = Number(await readFile(lockOf(dataDir), 'utf8').catch(() => ''))
  if (pid > 0 && pid !== process.pid && isRunning(pid)) return false
  await writeWhole(dataDir, lockOf(dataDir), String(process.pid))
  return true
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error) => {
      // a data folder that is a file is for whoever reads the reports to tell
      if (isMissing(error) || error.code === 'ENOTDIR') return false
      throw error
    },
  )
