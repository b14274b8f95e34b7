/** Searches asked in one turn of the event loop travel in one request. */
import { setTimeout as pause } from 'node:timers/promises'
import { SearchUnavailable } from '../../unavailable.ts'
import { type Client, isPassing, Refused, type Reply, SLOW } from './client.ts'

/** Searches in one request (20 to 500): more go as several at once. */
const MOST_TOGETHER = 100
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000
const READ = [
  'hits.hits.sort',
  'aggregations',
  '_shards.total',
  '_shards.successful',
  '_shards.failed',
  'timed_out',
  'status',
  'error.type',
  'error.reason',
]
const PATH = `/_msearch?filter_path=${READ.map((path) => `responses.${path}`).join(',')}`

/** What the cluster says of an index that it does not have. */
export const MISSING = 'index_not_found_exception'
const LOST = 'The search cluster lacks the collection. It is written again: try again in a few minutes.'

type Item = { index: string; body: object; resolve(reply: Reply): void; reject(error: unknown): void }
/** A reply is whole: what a part of the shards says is no answer. @throws SearchUnavailable */
export type Together = (index: string, body: object) => Promise<Reply>

/** @param seconds from asking to the answer, all tries together. */
export function together(client: Client, seconds: number): Together {
  let waiting: Item[] = []
  const send = (): void => {
    const items = waiting
    waiting = []
    for (let from = 0; from < items.length; from += MOST_TOGETHER) deliver(client, items.slice(from, from + MOST_TOGETHER), seconds * 1000)
  }
  return (index, body) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ index, body, resolve, reject }) === 1) setImmediate(send)
    })
}

async function deliver(client: Client, items: Item[], milliseconds: number): Promise<void> {
  const due = Date.now() + milliseconds
  let left = items
  try {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 2)) {
      const { responses } = await client.request('POST', PATH, linesOf(left), due - Date.now())
      const again: Item[] = []
      let said = ''
      for (const [i, item] of left.entries()) {
        const reply: Reply = responses?.[i]
        const fault = faultOf(reply)
        if (fault === null) item.resolve(reply)
        else if (typeof fault !== 'string') item.reject(fault)
        else {
          again.push(item)
          said = fault
        }
      }
      if (again.length === 0) return
      left = again
      if (Date.now() + wait >= due) throw new SearchUnavailable(SLOW, said)
      await pause(wait)
    }
  } catch (error) {
    for (const item of left) item.reject(error)
  }
}

const linesOf = (items: Item[]): string =>
  items.map(({ index, body }) => `${JSON.stringify({ index, allow_partial_search_results: false })}\n${JSON.stringify(body)}\n`).join('')

/** Null for a whole reply; words for what may end by itself. */
function faultOf(reply: Reply): null | string | Refused | SearchUnavailable {
  if (!reply) return 'no reply'
  const { status = 200, error, timed_out: late, _shards: shards } = reply
  if (error || status >= 300) {
    const type = error?.type ?? ''
    // gone behind our back: the index is written anew when the reports are read again
    if (type === MISSING) return new SearchUnavailable(LOST, MISSING)
    return isPassing(status, type) ? `${status} ${type}` : new Refused(status, type, String(error?.reason ?? '').slice(0, 300))
  }
  if (late) return 'timed out in the cluster'
  return shards && shards.failed === 0 && shards.successful === shards.total ? null : 'not all shards answered'
}
