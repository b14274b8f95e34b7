/**
 * `npm run -s hostile -- [--count 200000] [--files 2000] [--seed 1] [--socket]`: sends so many requests, reads so many files, tells what
 * broke, how long the process was held in one go, and what memory did.
 */
import { parseArgs } from 'node:util'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { startServer } from '../support/child.ts'
import { watchStalls } from '../support/stalls.ts'
import { fileOf } from './files.ts'
import { told as requestTold } from './judge.ts'
import { readHostile } from './readers.ts'
import { diceOf, requestOf } from './requests.ts'
import { sendToApp, sendToSocket } from './senders.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200000' },
    files: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    socket: { type: 'boolean' },
  },
})
const count = Number(values.count)
/** Connections at a time. */
const WIDTH = 8
const MEGABYTE = 1024 * 1024
/** No input holds the only thread longer. */
const LONGEST_STALL_MS = 200
/** Broken requests that are shown in full. */
const MOST_SHOWN = 20

const dice = diceOf(Number(values.seed))
const library: Library = { corpus: null, loadedAt: null }
const server = values.socket ? await startServer({ LOG_LEVEL: 'error', MAX_LAG_MS: '0' }) : null
if (!server) await loadLibrary(library, readConfig())
const app = makeApp(library)
const ownMemory = (): number => {
  globalThis.gc?.()
  return process.memoryUsage.rss() / MEGABYTE
}
const memory = async (): Promise<number> => {
  if (!server) return ownMemory()
  return Number(/process_resident_memory_bytes (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]) / MEGABYTE
}

let broken = 0
let stalledMs = 0
let stalls = server ? null : watchStalls()
const start = performance.now()
for (let sent = 0; sent < count; ) {
  const batch = Array.from({ length: Math.min(WIDTH, count - sent) }, () => requestOf(dice))
  const faults = await Promise.all(batch.map((request) => (server ? sendToSocket(server.port, request) : sendToApp(app.fetch, request))))
  faults.forEach((fault, i) => {
    if (fault && ++broken <= MOST_SHOWN) console.log(`${fault}\n  ${requestTold(batch[i]!)}`)
  })
  sent += batch.length
  if (Math.floor(sent / (count / 10)) > Math.floor((sent - batch.length) / (count / 10))) {
    // what collecting garbage for a true figure takes is no request's doing
    stalledMs = Math.max(stalledMs, stalls?.worst() ?? 0)
    console.log(
      `${sent} sent, ${broken} broke, ${Math.round(await memory())} MB, ${Math.round(sent / ((performance.now() - start) / 1000))} a second`,
    )
    if (!server) stalls = watchStalls()
  }
}
await server?.stop()
stalledMs = Math.max(stalledMs, stalls?.worst() ?? 0)
if (stalls) console.log(`held for ${Math.round(stalledMs)} ms at the longest`)

const fileDice = diceOf(Number(values.seed))
const read = await readHostile(Array.from({ length: Number(values.files) }, () => fileOf(fileDice)))
for (const fault of read.faults.slice(0, MOST_SHOWN)) console.log(fault)
const told = Object.entries(read.outcomes).map(([outcome, count]) => `${count} ${outcome}`)
console.log(
  `${values.files} files: ${told.join(', ')}; held for ${Math.round(read.stalledMs)} ms at the longest, ${Math.round(ownMemory())} MB`,
)
process.exitCode = broken + read.faults.length > 0 || Math.max(stalledMs, read.stalledMs) > LONGEST_STALL_MS ? 1 : 0
