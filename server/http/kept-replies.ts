/**
 * Replies to questions asked again, kept in memory: the same question to the same corpus gives the same bytes, so there is
 * no need to work them out twice. Nothing is written anywhere; the oldest make room, and a new corpus empties all.
 */
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'

/** What is kept at the most, in bytes (1 to 256 MiB): some thousand answers. */
const MOST_BYTES = 24 * 1024 * 1024
/** A larger reply is worked out each time: it would push out too many others. */
const LARGEST_REPLY = 512 * 1024
/** The headers that belong to the reply itself; all others are made anew for each request. */
const OWN_HEADERS = ['content-type', 'content-encoding', 'vary', 'cache-control', 'hx-push-url']

type Kept = { bytes: Uint8Array<ArrayBuffer>; headers: [string, string][]; outcome: string | undefined; asked: string | undefined }

/** For `GET /` and `POST /api/ask`, the two that answer questions. Only whole replies with status 200 are kept. */
export function keptReplies(): MiddlewareHandler<AppEnv> {
  const replies = new Map<string, Kept>()
  let size = 0
  let fingerprint = ''

  return async (c, next) => {
    const now = c.get('corpus').fingerprint
    if (now !== fingerprint) {
      replies.clear()
      size = 0
      fingerprint = now
    }
    const key = await keyOf(c)
    const before = replies.get(key)
    if (before) {
      // asked again, it is the newest
      replies.delete(key)
      replies.set(key, before)
      return answerWith(before, c)
    }
    await next()
    if (c.res.status !== 200 || c.res.headers.has('set-cookie')) return
    const bytes = new Uint8Array(await c.res.arrayBuffer())
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const own = OWN_HEADERS.flatMap((name): [string, string][] => {
      const value = c.res.headers.get(name)
      return value === null ? [] : [[name, value]]
    })
    const kept: Kept = { bytes, headers: [...own, ['etag', tag]], outcome: c.get('outcome'), asked: c.get('asked') }
    c.res = new Response(bytes, { status: 200, headers: kept.headers })
    if (bytes.length > LARGEST_REPLY) return
    // two who asked at once both come here
    size += bytes.length - (replies.get(key)?.bytes.length ?? 0)
    replies.set(key, kept)
    for (const [oldest, { bytes: old }] of replies) {
      if (size <= MOST_BYTES) break
      replies.delete(oldest)
      size -= old.length
    }
  }
}

/** Everything that the reply depends on. Hashed, so that a long question takes no more room than a short one. */
async function keyOf(c: Context<AppEnv>): Promise<string> {
  const { method, url } = c.req
  const parts = [
    method,
    url.slice(url.indexOf('/', 8)),
    c.req.header('hx-request') ?? '',
    c.req.header('accept-encoding') ?? '',
    c.req.header('content-type') ?? '',
  ]
  if (method === 'POST') parts.push(await c.req.text())
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}

function answerWith({ bytes, headers, outcome, asked }: Kept, c: Context<AppEnv>): Response {
  if (outcome !== undefined) c.set('outcome', outcome)
  if (asked !== undefined) c.set('asked', asked)
  const tag = headers.find(([name]) => name === 'etag')?.[1]
  if (c.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(bytes, { status: 200, headers })
}
