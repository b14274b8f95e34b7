/** Where one was before, so that a page can lead back there. */
import type { Context } from 'hono'

/** The address of the conversation that one comes from: the browser names it, and only on our own pages. */
export function conversationBefore(c: Context): string | null {
  const referrer = c.req.header('referer') ?? ''
  if (!URL.canParse(referrer)) return null
  const { host, pathname, search } = new URL(referrer)
  const own = host === (c.req.header('host') ?? new URL(c.req.url).host)
  return own && pathname.endsWith('/') && new URLSearchParams(search).has('q') ? `/${search}` : null
}
