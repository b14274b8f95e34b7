/** Programs that the bench runs beside itself, so that one measurement never weighs on the next. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { MB } from './stats.ts'

const run = promisify(execFile)
const LARGEST_OUTPUT = 64 * MB

/** Runs a program of this folder and reads the line of JSON that it prints last. */
export async function child<T>(name: string, ...args: string[]): Promise<T> {
  const file = `test/bench/${name}`
  const flags = ['--expose-gc', '--max-old-space-size=8192', 'run/run.js']
  const { stdout } = await run(process.execPath, [...flags, file, ...args], { maxBuffer: LARGEST_OUTPUT })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

export type Server = { url: string; residentMb(): number; stop(): Promise<void> }

/** Quiet until it has read its reports, and never turning anybody away. */
const SETTINGS = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', RATE_LIMIT: '0', MAX_LAG_MS: '0', ADMIN_TOKEN: '' }

/** Starts a server of this repository and waits for the line with its address. */
export async function startServer(file: string, env: Record<string, string>): Promise<Server> {
  const process_ = spawn(process.execPath, ['run/run.js', file], {
    env: { ...process.env, ...SETTINGS, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    process_.stdout.on('data', (chunk) => {
      said += chunk
      const address = /https?:\/\/\S+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    process_.on('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened.`)))
  })
  return { url, residentMb: () => residentOf(process_), stop: () => stop(process_) }
}

async function stop(process_: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => process_.once('exit', resolve))
  process_.kill('SIGKILL')
  await ended
}

/** Not a number on systems that do not tell. */
function residentOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
