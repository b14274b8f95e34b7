/** How the server ends: it finishes what is under way, then stops, and never hangs. */
import { randomUUID } from 'node:crypto'
import type { Server, ServerResponse } from 'node:http'
import { Server as Listener } from 'node:net'
import { allTaken } from '../../index/work/turn.ts'
import type { Lines } from './lines.ts'
import { type Log, traceOf } from './log.ts'

/** What is still under way then is cut off: service managers kill after ten seconds or less. */
const LONGEST_FAREWELL_MS = 4_000
/** Who still waits for a turn then is told to ask again. */
const LAST_TURN_MS = 3_000
/** A connection that was taken and has not asked yet may do so for so long; then idle ones are closed. */
const LAST_QUESTION_MS = 500
/** Connections that have become idle are looked for so often while stopping. */
const LOOK_MS = 50

/** Stops on SIGTERM and SIGINT; a second signal stops at once. Uncaught faults are logged with a number. */
export function stopWell(server: Server, log: Log, lines: Lines): void {
  let stopping = false
  const replies = new Set<ServerResponse>()
  // the last reply on a connection says so: no client sends on one that is about to close
  const lastly = (reply: ServerResponse): void => {
    if (!reply.headersSent) reply.shouldKeepAlive = false
  }
  server.prependListener('request', (_, reply) => {
    replies.add(reply)
    reply.on('close', () => replies.delete(reply))
    if (stopping) lastly(reply)
  })

  const stop = async (why: string, code: number): Promise<void> => {
    if (stopping) process.exit(code || 1)
    stopping = true
    for (const reply of replies) lastly(reply)
    const end = (): never => {
      log.flush()
      process.exit(code)
    }
    setTimeout(() => {
      for (const line of Object.values(lines)) line.close()
    }, LAST_TURN_MS)
    setTimeout(() => {
      log.warn('cut off', { why: 'still busy when time was up' })
      server.closeAllConnections()
      end()
    }, LONGEST_FAREWELL_MS)
    // who has connected already is taken before the door closes: the system resets whom it finds waiting there
    await allTaken(LAST_QUESTION_MS)
    // not the server's own close: it cuts off those who are connected and have not asked yet
    Listener.prototype.close.call(server, end)
    log.info('stopping', { why })
    log.flush()
    setTimeout(() => setInterval(() => server.closeIdleConnections(), LOOK_MS), LAST_QUESTION_MS)
  }
  process.on('SIGTERM', () => void stop('SIGTERM', 0))
  process.on('SIGINT', () => void stop('SIGINT', 0))
  // nothing of one request is kept for the next, so a promise that nobody waited for harms no other
  process.on('unhandledRejection', (reason) => log.error('unhandled', { id: randomUUID().slice(0, 13), trace: traceOf(reason) }))
  process.on('uncaughtException', (error) => {
    const id = randomUUID().slice(0, 13)
    log.error('uncaught', { id, trace: traceOf(error) })
    process.stderr.write(`Something went wrong that nothing was ready for (number ${id} in the log). The server stops; start it again.\n`)
    void stop('uncaught fault', 1)
  })
}
