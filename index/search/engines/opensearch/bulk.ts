/** Documents into the cluster, no faster than it takes them. */
import { setTimeout as pause } from 'node:timers/promises'
import { SearchUnavailable } from '../../unavailable.ts'
import { type Client, isPassing, Refused, SLOW } from './client.ts'

export type Line = { index: string; id: number; document: object }

/** Documents of one request (500 to 5,000), and the most characters of one. */
export const MOST_LINES = 1_500
export const MOST_LENGTH = 4_000_000
/** A whole cluster may take so long to take one request in, with all its pauses. */
const LONGEST_MS = 120_000
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5_000

/** Sends again, after a pause, what the cluster has no room for. The same document sent twice is one document. @throws SearchUnavailable, Refused */
export async function sendBulk(client: Client, lines: readonly Line[]): Promise<void> {
  const due = Date.now() + LONGEST_MS
  let left = lines
  for (let wait = FIRST_PAUSE_MS; left.length > 0; wait = Math.min(LONGEST_PAUSE_MS, wait * 2)) {
    const body = left
      .map(({ index, id, document }) => `{"index":{"_index":"${index}","_id":"${id}"}}\n${JSON.stringify(document)}\n`)
      .join('')
    const path = '/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason'
    const { errors, items } = await client.request('POST', path, body, due - Date.now())
    if (!errors) return
    const again: Line[] = []
    for (const [i, line] of left.entries()) {
      const { status, error } = items[i].index
      if (!error) continue
      if (!isPassing(status, error.type)) throw new Refused(status, error.type, String(error.reason).slice(0, 300))
      again.push(line)
    }
    if (again.length > 0 && Date.now() + wait >= due) throw new SearchUnavailable(SLOW, 'bulk requests are turned away')
    left = again
    if (left.length > 0) await pause(wait)
  }
}
