/** A program of ours in a data folder, killed at a moment of its writing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

export const WATCHED = ['reports', 'originals', 'places', 'index', 'vectors', 'councils', 'tmp']

export type Run = {
  /** Things that happened in the folder until the end. */
  events: number
  signal: NodeJS.Signals | null
  code: number | null
}

/** `after`: killed when so many things have happened in the folder; Infinity lets it end. `args` begin with the program. */
export async function killedAfter(after: number, dataDir: string, args: string[], watched = dataDir): Promise<Run> {
  const folders = watched === dataDir ? WATCHED.map((name) => join(dataDir, name)) : [watched]
  for (const folder of folders) await mkdir(folder, { recursive: true })
  const env = { ...process.env, DATA_DIR: dataDir, SEEDS_DIR: 'seeds', READER: 'off' }
  const child = spawn(process.execPath, ['run/run.js', ...args], { env, stdio: 'ignore' })
  let events = 0
  const watches = folders.map((folder) =>
    watch(folder, () => {
      if (++events > after) child.kill('SIGKILL')
    }),
  )
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  for (const one of watches) one.close()
  return { events, signal, code }
}
