/**
 * HTTP to a cluster through whichever of its nodes answers. A node that fails rests a moment and others are asked; what a cluster
 * refuses while it finds itself anew after a loss is asked again, until the deadline.
 *
 * Written here because of what it has to do that `@opensearch-project/opensearch` 3.9 leaves to its caller (one deadline over all tries,
 * and asking again after `search_phase_execution_exception`), for seven megabytes and a second of every start.
 */
import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http'
import { Agent as HttpsAgent, request as overHttps } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { SearchUnavailable } from '../../unavailable.ts'

export type ClusterAddress = {
  urls: string[]
  user: string | null
  password: string | null
  /** Certificates, PEM, that the nodes' own are signed by; null for those that the system trusts. */
  ca: string | null
}

/** It refuses what was asked: nothing that asking again would mend. */
export class Refused extends Error {
  readonly status: number
  readonly type: string
  constructor(status: number, type: string, reason: string) {
    super(`The search cluster refused (${status} ${type}): ${reason}`)
    this.status = status
    this.type = type
  }
}

export const GONE = 'The search cluster cannot be reached at the moment. Try again in a few seconds.'
export const SLOW = 'The search cluster took too long to answer. Try again in a few seconds.'

/** Faults that end by themselves: a shard's node went, its copy is not in charge yet, or too much is asked at once. */
const PASSING =
  /search_phase_execution|no_shard_available|node_not_connected|node_disconnected|receive_timeout|cluster_manager_not_discovered|master_not_discovered|cluster_block|rejected_execution|circuit_breaking|shard_not_found|unavailable_shards|process_cluster_event_timeout|transport_exception|node_closed|remote_transport/
export const isPassing = (status: number, type: string): boolean =>
  status === 429 || status === 502 || status === 503 || status === 504 || PASSING.test(type)

/** How long a node rests that failed, in milliseconds (200 to 5,000): what returns is asked again within this. */
const REST_MS = 1_000
/** Pauses between tries, in milliseconds, doubled each time up to the longest. */
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000
/** Rounds over all nodes in which none can be reached, before the cluster counts as gone. */
const ROUNDS = 2
/** Of one try, as a share of what is left until the deadline: a node that hangs leaves time for another. */
const SHARE = 0.6
const SOCKETS = 32

// biome-ignore lint/suspicious/noExplicitAny: replies are read where they are understood
export type Reply = any
export type Client = {
  /** `body`: an object as JSON, a string as lines of JSON. @throws SearchUnavailable, Refused */
  request(method: string, path: string, body: object | string | null, milliseconds: number): Promise<Reply>
  close(): void
}

type Node = { url: URL; restsUntil: number }

export function connect({ urls, user, password, ca }: ClusterAddress): Client {
  const nodes = urls.map((url): Node => ({ url: new URL(url), restsUntil: 0 }))
  const keep = { keepAlive: true, maxSockets: SOCKETS }
  const http = new HttpAgent(keep)
  const https = new HttpsAgent({ ...keep, ...(ca && { ca }) })
  const authorization = user ? { authorization: `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` } : {}
  let turn = 0

  /** In turn, those first that do not rest. */
  function nextNode(): Node {
    turn++
    const inTurn = nodes.map((_, i) => nodes[(turn + i) % nodes.length]!)
    return inTurn.find(({ restsUntil }) => restsUntil <= Date.now()) ?? inTurn[0]!
  }

  function once({ url }: Node, method: string, path: string, body: object | string | null, milliseconds: number): Promise<[number, Reply]> {
    return new Promise((resolve, reject) => {
      const bytes = body === null ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
      const secure = url.protocol === 'https:'
      const headers = {
        ...authorization,
        ...(bytes && {
          'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json',
          'content-length': bytes.length,
        }),
      }
      const to = {
        hostname: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port,
        path: url.pathname.replace(/\/$/, '') + path,
        method,
        headers,
      }
      const heard = (reply: IncomingMessage): void => {
        const parts: Buffer[] = []
        reply.on('data', (part) => parts.push(part))
        reply.on('error', reject)
        reply.on('end', () => {
          try {
            const text = Buffer.concat(parts).toString()
            resolve([reply.statusCode ?? 0, text ? JSON.parse(text) : {}])
          } catch {
            // a proxy's page, or a reply cut short
            resolve([reply.statusCode === 200 ? 502 : (reply.statusCode ?? 502), {}])
          }
        })
        reply.on('close', () => {
          if (!reply.complete) reject(new Error('the reply was cut short'))
        })
      }
      const sent = secure ? overHttps({ ...to, agent: https }, heard) : overHttp({ ...to, agent: http }, heard)
      const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${Math.round(milliseconds)} ms`)), milliseconds)
      sent.on('close', () => clearTimeout(timer))
      sent.on('error', reject)
      sent.end(bytes ?? undefined)
    })
  }

  async function request(method: string, path: string, body: object | string | null, milliseconds: number): Promise<Reply> {
    const due = Date.now() + milliseconds
    let wait = FIRST_PAUSE_MS
    let unreached = 0
    for (;;) {
      const node = nextNode()
      let said: string
      try {
        const [status, reply] = await once(node, method, path, body, Math.max(1, (due - Date.now()) * SHARE))
        node.restsUntil = 0
        if (status < 300) return reply
        const { type = '', reason = '' } = typeof reply.error === 'object' ? reply.error : {}
        if (!isPassing(status, type)) throw new Refused(status, type, String(reason || reply.error || '').slice(0, 300))
        said = `${node.url.host}: ${status} ${type}`
        unreached = 0
      } catch (error) {
        if (error instanceof Refused) throw error
        node.restsUntil = Date.now() + REST_MS
        said = `${node.url.host}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`
        if (++unreached >= ROUNDS * nodes.length) throw new SearchUnavailable(GONE, said)
        // the next node is asked at once; only a whole round without any is worth waiting for
        if (unreached % nodes.length !== 0 && Date.now() < due) continue
      }
      if (Date.now() + wait >= due) throw new SearchUnavailable(SLOW, said)
      await pause(wait)
      wait = Math.min(LONGEST_PAUSE_MS, wait * 2)
    }
  }

  return {
    request,
    close() {
      http.destroy()
      https.destroy()
    },
  }
}
