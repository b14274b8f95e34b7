/** `npm run -s hostile -- [--count 200000] [--seed 1] [--socket]`: sends so many, tells what broke and what memory did. */
import { parseArgs } from 'node:util'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { startServer } from '../support/child.ts'
import { told } from './judge.ts'
import { diceOf, requestOf } from './requests.ts'
import { sendToApp, sendToSocket } from './senders.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' }, socket: { type: 'boolean' } },
})
const count = Number(values.count)
/** Connections at a time. */
const WIDTH = 8
const MEGABYTE = 1024 * 1024
/** Broken requests that are shown in full. */
const MOST_SHOWN = 20

const dice = diceOf(Number(values.seed))
const library: Library = { corpus: null, loadedAt: null }
const server = values.socket ? await startServer({ LOG_LEVEL: 'error', MAX_LAG_MS: '0' }) : null
if (!server) await loadLibrary(library, readConfig())
const app = makeApp(library)
const memory = async (): Promise<number> => {
  if (!server) {
    globalThis.gc?.()
    return process.memoryUsage.rss() / MEGABYTE
  }
  return Number(/process_resident_memory_bytes (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]) / MEGABYTE
}

let broken = 0
const start = performance.now()
for (let sent = 0; sent < count; ) {
  const batch = Array.from({ length: Math.min(WIDTH, count - sent) }, () => requestOf(dice))
  const faults = await Promise.all(batch.map((request) => (server ? sendToSocket(server.port, request) : sendToApp(app.fetch, request))))
  faults.forEach((fault, i) => {
    if (fault && ++broken <= MOST_SHOWN) console.log(`${fault}\n  ${told(batch[i]!)}`)
  })
  sent += batch.length
  if (Math.floor(sent / (count / 10)) > Math.floor((sent - batch.length) / (count / 10)))
    console.log(
      `${sent} sent, ${broken} broke, ${Math.round(await memory())} MB, ${Math.round(sent / ((performance.now() - start) / 1000))} a second`,
    )
}
await server?.stop()
process.exitCode = broken > 0 ? 1 : 0
