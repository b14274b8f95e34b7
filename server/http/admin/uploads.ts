/** Uploaded files → the collection, read by a program of its own so that no question waits for a PDF. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { temporary } from '../../../index/library/files.ts'
import { OUTCOMES } from '../../../index/library/ingest-file.ts'
import { programBeside } from '../../../index/library/reading/program.ts'
import type { Config } from '../../config.ts'
import { RequestFault } from '../errors.ts'

const Line = z.object({
  source: z.string(),
  outcome: z.enum(OUTCOMES),
  detail: z.string().nullable(),
  report: z.object({ id: z.string() }).nullable(),
})
export type UploadResult = z.infer<typeof Line>
export type Upload = {
  /** Names of the files, in the order in which they are read. */
  files: string[]
  results: UploadResult[]
  running: boolean
  /** What went wrong with the reading as a whole. */
  fault: string | null
}
export type Uploads = {
  /** Latest first. */
  list: Upload[]
  /** Begins to read files; resolves once they are safe on disk. */
  begin(files: File[]): Promise<Upload>
}

/** Uploads whose results are kept for the page (1 to 100). */
const KEPT = 10
const CLI = programBeside(import.meta.url, '../../cli/ingest')
const LONGEST_NAME = 120

/** A name without folders or anything that a terminal or page could mistake; never empty. */
export const safeName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{C}<>:"|?*]/gu, ' ')
    .replace(/^[. ]+/, '')
    .trim()
    .slice(-LONGEST_NAME) || 'report'

export function makeUploads({ seedsDir, dataDir, keepOriginals }: Pick<Config, 'seedsDir' | 'dataDir' | 'keepOriginals'>): Uploads {
  const list: Upload[] = []
  /** One after another: reading takes a whole processor. */
  let last: Promise<void> = Promise.resolve()

  async function begin(files: File[]): Promise<Upload> {
    const { folder, names } = await save(files).catch((error: NodeJS.ErrnoException) => {
      const why = error.code ?? error.message
      throw new RequestFault(507, `The files could not be kept (${why}). Make room on the server’s disk, then send them again.`)
    })
    const upload: Upload = { files: names, results: [], running: true, fault: null }
    list.unshift(upload)
    list.length = Math.min(list.length, KEPT)
    const paths = names.map((name, i) => join(folder, String(i), name))
    last = last.then(() => read(upload, paths)).finally(() => rm(folder, { recursive: true, force: true }))
    return upload
  }

  /** On the same disk as the reports, where what a stopped program leaves behind is swept at the next start. */
  async function save(files: File[]): Promise<{ folder: string; names: string[] }> {
    await mkdir(temporary(dataDir), { recursive: true })
    const folder = await mkdtemp(join(temporary(dataDir), 'upload-'))
    const names: string[] = []
    try {
      for (const [i, file] of files.entries()) {
        // two files of one name each have a folder
        await mkdir(join(folder, String(i)))
        const name = safeName(file.name)
        await writeFile(join(folder, String(i), name), new Uint8Array(await file.arrayBuffer()))
        names.push(name)
      }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    return { folder, names }
  }

  function read(upload: Upload, paths: string[]): Promise<void> {
    return new Promise((resolve) => {
      const env = { ...process.env, SEEDS_DIR: seedsDir, DATA_DIR: dataDir, KEEP_ORIGINALS: keepOriginals ? 'on' : 'off', ADMIN_TOKEN: '' }
      const child = spawn(process.execPath, [CLI.path, ...CLI.args, '--json', ...paths], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      child.stderr.on('data', (chunk) => {
        said += chunk
      })
      createInterface({ input: child.stdout }).on('line', (line) => upload.results.push(Line.parse(JSON.parse(line))))
      const end = (fault: string | null): void => {
        upload.running = false
        upload.fault = fault
        resolve()
      }
      child.on('error', (error) => end(error.message))
      child.on('close', () => end(upload.results.length < upload.files.length ? said.trim() || 'The reading was stopped.' : null))
    })
  }

  return { list, begin }
}
