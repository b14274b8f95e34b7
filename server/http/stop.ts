/** How the server ends: it finishes what is under way, then stops, and never hangs. */
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type Log, traceOf } from './log.ts'

/** What is still under way then is cut off: service managers kill after ten seconds or less. */
const LONGEST_FAREWELL_MS = 4_000
/** Connections that have become idle are looked for so often while stopping. */
const LOOK_MS = 50

/** Stops on SIGTERM and SIGINT; a second signal stops at once. Uncaught faults are logged with a number. */
export function stopWell(server: Server, log: Log): void {
  let stopping = false
  const stop = (why: string, code: number): void => {
    if (stopping) process.exit(code || 1)
    stopping = true
    log.info('stopping', { why })
    log.flush()
    const end = (): never => {
      log.flush()
      process.exit(code)
    }
    server.close(end)
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS)
    looking.unref()
    setTimeout(() => {
      log.warn('cut off', { why: 'still busy when time was up' })
      server.closeAllConnections()
      end()
    }, LONGEST_FAREWELL_MS)
  }
  process.on('SIGTERM', () => stop('SIGTERM', 0))
  process.on('SIGINT', () => stop('SIGINT', 0))
  // nothing of one request is kept for the next, so a promise that nobody waited for harms no other
  process.on('unhandledRejection', (reason) => log.error('unhandled', { id: randomUUID().slice(0, 13), trace: traceOf(reason) }))
  process.on('uncaughtException', (error) => {
    const id = randomUUID().slice(0, 13)
    log.error('uncaught', { id, trace: traceOf(error) })
    process.stderr.write(`Something went wrong that nothing was ready for (number ${id} in the log). The server stops; start it again.\n`)
    stop('uncaught fault', 1)
  })
}
