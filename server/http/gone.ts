/** Clients that went away while they were still sending: nobody is there to answer, and no fault is ours. */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** What nginx calls it. No client ever sees it; the log and the metrics do. */
export const CLIENT_GONE = 499

/** False where there is no connection, as in app.request(). */
export function isGone(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  return incoming?.destroyed === true && !incoming.complete
}
