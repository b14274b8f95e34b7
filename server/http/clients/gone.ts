/** Clients that went away before they were answered: nobody is there to answer, and no fault is ours. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'

/** What nginx calls it. No client ever sees it; the log and the metrics do. */
export const CLIENT_GONE = 499

/** False where there is no connection, as in app.request(). */
export function isGone(c: Context): boolean {
  const { incoming, outgoing } = (c.env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse }
  return (incoming?.destroyed === true && !incoming.complete) || outgoing?.destroyed === true
}
