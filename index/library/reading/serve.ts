/** The other side of a room: takes files one after another, and sees to it that this process ends where it breaks its limits. */
import { Worker } from 'node:worker_threads'

export type Task<In> = { input: In }
/** `residentMb`: what the process holds after the file. */
export type Reply<Out> = { residentMb: number } & ({ ok: true; value: Out } | { ok: false; message: string })

const MEGABYTE = 1024 * 1024
/** How often memory is looked at, in milliseconds (5 to 100): it grows by some 2 MB a millisecond at the most. */
const LOOK_MS = 20
/** Whoever started this process ends it in time; where that one is gone itself, it ends itself so much later. */
const GRACE_MS = 5_000

/**
 * A thread, since the main one is busy with the file, and as text, since it is too small for a build of its own.
 */
const WATCH = `
const { workerData: { most, due } } = require('node:worker_threads')
setInterval(() => {
  const time = Number(Atomics.load(due, 0))
  if (process.memoryUsage.rss() > most || (time > 0 && Date.now() > time)) process.kill(process.pid, 'SIGKILL')
}, ${LOOK_MS})`

/** Answers each task with what `read` makes of it. Ends when whoever started it ends. */
export function serve<In, Out>(read: (input: In) => Promise<Out> | Out): void {
  const [memoryMb = 0, seconds = 0] = process.argv.slice(2).map(Number)
  const due = new BigInt64Array(new SharedArrayBuffer(8))
  new Worker(WATCH, { eval: true, execArgv: [], workerData: { most: memoryMb * MEGABYTE, due } }).unref()
  const reply = (made: { ok: true; value: Out } | { ok: false; message: string }): void => {
    Atomics.store(due, 0, 0n)
    process.send?.({ ...made, residentMb: process.memoryUsage.rss() / MEGABYTE } satisfies Reply<Out>)
  }
  process.on('disconnect', () => process.exit(0))
  // libraries leave promises behind that nobody waits for; what the file is worth is told by the reading itself
  process.on('unhandledRejection', () => {})
  process.on('message', async ({ input }: Task<In>) => {
    Atomics.store(due, 0, BigInt(Date.now() + seconds * 1000 + GRACE_MS))
    try {
      reply({ ok: true, value: await read(input) })
    } catch (error) {
      reply({ ok: false, message: inWords(error) })
    }
  })
  process.send?.('ready')
}

/** What a library says where its own calls have filled the stack means nothing to who made the file. */
const inWords = (error: unknown): string => {
  if (error instanceof RangeError && /call stack/.test(error.message)) return 'is nested more deeply than any document'
  return error instanceof Error ? error.message : String(error)
}
