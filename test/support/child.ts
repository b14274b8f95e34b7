/** The real server as a child process on a free port of 127.0.0.1. Nothing sleeps: every wait is for a line or an event, and bounded. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const ROOT = new URL('../..', import.meta.url).pathname
/** Longer than the slowest start on a busy machine. */
const LONGEST_WAIT_MS = 90_000

export type Child = {
  process: ChildProcess
  /** Waits for a line of standard output or error that matches, those already written counted. */
  line: (pattern: RegExp) => Promise<string>
  /** All lines so far. */
  lines: string[]
  /** Exit code and signal. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; at: number }>
  stop: () => Promise<void>
}

/** Runs a program of the repository. */
export function run(
  file: string,
  env: NodeJS.ProcessEnv = {},
  flags: string[] = [],
  options: SpawnOptions = {},
  args: string[] = [],
): Child {
  return follow(
    spawn(process.execPath, [...flags, 'run/run.js', file, ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_NO_WARNINGS: '1', PORT: '0', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...options,
    }),
  )
}

export function follow(child: ChildProcess): Child {
  const lines: string[] = []
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        for (const look of waiting) look()
      })
  const ended = once(child, 'exit').then(([code, signal]) => {
    for (const look of waiting) look()
    return { code, signal, at: performance.now() }
  })
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const finish = (result: string | Error): void => {
        clearTimeout(timer)
        waiting.delete(look)
        if (result instanceof Error) reject(result)
        else resolve(result)
      }
      const look = (): void => {
        const found = lines.find((one) => pattern.test(one))
        if (found !== undefined) finish(found)
        // what a process wrote last may arrive after its end
        else if (child.exitCode !== null && child.stdout?.readableEnded && child.stderr?.readableEnded)
          finish(new Error(`It ended without ${pattern}:\n${lines.join('\n')}`))
      }
      const timer = setTimeout(() => finish(new Error(`No line ${pattern} came:\n${lines.join('\n')}`)), LONGEST_WAIT_MS)
      child.on('close', look)
      waiting.add(look)
      look()
    })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  return { process: child, line, lines, ended, stop }
}

export type ServerChild = Child & { url: string; port: number }

/** A server that has read its reports. */
export async function startServer(env: NodeJS.ProcessEnv = {}, flags: string[] = [], options: SpawnOptions = {}): Promise<ServerChild> {
  const child = run('server/main.ts', env, flags, options)
  const url = (await child.line(/Open http:/)).split('Open ')[1] ?? ''
  return { ...child, url, port: Number(new URL(url).port) }
}

/** The log's lines of one message. */
export const logged = (lines: string[], message: string): Record<string, unknown>[] =>
  lines
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      const entry = JSON.parse(line) as Record<string, unknown>
      return entry.message === message ? [entry] : []
    })
