/**
 * Replies to questions asked again, kept in memory: the same question to the same corpus gives the same bytes, so there is
 * no need to work them out twice. Nothing is written anywhere; the oldest make room, and a new corpus empties all.
 */
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { keptKey } from '../briefing/kept-cookie.ts'
import type { Library } from '../library.ts'
import type { AppEnv } from './env.ts'
import { SECURITY_HEADERS } from './security.ts'

/** What is kept at the most, in bytes (1 to 256 MiB): some five hundred pages. */
const MOST_BYTES = 16 * 1024 * 1024
/** A larger reply is worked out each time: it would push out too many others. */
const LARGEST_REPLY = 512 * 1024
/** So is a question longer than this, in UTF-16 code units of its key: the key is kept too. */
const LONGEST_KEY = 8_192
/** The headers that belong to the reply itself. Those of one request, such as its id, are made anew. */
const OWN_HEADERS = ['content-type', 'content-encoding', 'vary', 'cache-control', 'hx-push-url']

export type Kept = {
  bytes: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  etag: string
  outcome: string | undefined
  asked: string | undefined
  /** Asked again since it was kept, or since its turn to go last came. */
  again: boolean
}

export type KeptReplies = {
  /** The reply to a `GET` that was answered before, whoever asks. */
  find: (request: Request) => Kept | undefined
  /** For `GET /` and `POST /api/ask`, the two that answer questions. Only whole replies with status 200 are kept. */
  middleware: MiddlewareHandler<AppEnv>
}

export function keptReplies(library: Library): KeptReplies {
  const replies = new Map<string, Kept>()
  let size = 0
  let fingerprint = ''

  const drop = (key: string): void => {
    size -= sizeOf(key, replies.get(key))
    replies.delete(key)
  }
  const found = (key: string): Kept | undefined => {
    const now = library.corpus?.fingerprint ?? ''
    if (now !== fingerprint) {
      replies.clear()
      size = 0
      fingerprint = now
    }
    const before = replies.get(key)
    if (before) before.again = true
    return before
  }
  /** The oldest go first, but what was asked again since its turn last came waits for another (the clock algorithm). */
  const makeRoom = (): void => {
    for (const [key, kept] of replies) {
      if (size <= MOST_BYTES) return
      drop(key)
      if (!kept.again) continue
      kept.again = false
      replies.set(key, kept)
      size += sizeOf(key, kept)
    }
  }
  const keep = (key: string, kept: Kept): void => {
    if (key.length > LONGEST_KEY || kept.bytes.length > LARGEST_REPLY) return
    // two who asked at once both come here
    drop(key)
    replies.set(key, kept)
    size += sizeOf(key, kept)
    makeRoom()
  }

  return {
    find: (request) => found(keyOf(request, '')),
    middleware: async (c, next) => {
      const key = keyOf(c.req.raw, c.req.method === 'POST' ? await c.req.text() : '')
      const before = found(key)
      if (before) {
        if (before.outcome !== undefined) c.set('outcome', before.outcome)
        if (before.asked !== undefined) c.set('asked', before.asked)
        return isHeld(before, c.req.raw) ? c.body(null, 304, before.headers) : c.body(before.bytes, 200, before.headers)
      }
      await next()
      if (c.res.status !== 200 || c.res.headers.has('set-cookie')) return
      const bytes = new Uint8Array(await c.res.arrayBuffer())
      const kept = keptOf(bytes, c)
      c.res = new Response(bytes, { status: 200, headers: kept.headers })
      // the collection may have changed while this was worked out
      if (c.get('corpus').fingerprint === fingerprint) keep(key, kept)
    },
  }
}

/**
 * Everything that the reply depends on: host and type too, since not every name is answered and not every type taken, and what is
 * kept for the briefing, since it is drawn.
 */
function keyOf({ method, url, headers }: Request, body: string): string {
  const sent = method === 'POST' ? `${headers.get('content-type')}\n${body}` : ''
  return `${method} ${url}\n${headers.get('host')}\n${headers.get('hx-request')}\n${headers.get('accept-encoding')}\n${keptKey(headers.get('cookie'))}\n${sent}`
}

const sizeOf = (key: string, kept: Kept | undefined): number => (kept ? kept.bytes.length + 2 * key.length : 0)

function keptOf(bytes: Uint8Array<ArrayBuffer>, c: Context<AppEnv>): Kept {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const own = OWN_HEADERS.flatMap((name) => {
    const value = c.res.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const headers = { ...Object.fromEntries(own), ...SECURITY_HEADERS, etag }
  return { bytes, headers, etag, outcome: c.get('outcome'), asked: c.get('asked') ?? c.req.queries('q')?.at(-1), again: false }
}

/** Whether the client holds this reply already. A proxy that packs replies marks their tags as weak. */
export function isHeld({ etag }: Kept, { headers }: Request): boolean {
  const held = headers.get('if-none-match')
  return (held ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
