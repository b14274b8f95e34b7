/** Requests per second of page and API beside two floors, in one run. */
import { join } from 'node:path'
import { child, startServer } from './child.ts'
import type { Load } from './load.ts'
import { median, shown, table } from './stats.ts'

const CONNECTIONS = [1, 16, 64]
const SECONDS = 2
const RUNS = 3
/** Runs begin this far from each other in the list of unlike questions. */
const APART = 997

export async function benchHttp(work: string): Promise<string> {
  const floors = await startServer('test/bench/floors.tsx', {})
  const server = await startServer('server/main.ts', { SEEDS_DIR: 'seeds', DATA_DIR: join(work, 'none') })
  const [page, api] = [`${server.url}/`, `${server.url}/api/ask`]
  const targets = [
    { name: 'constant page of 8 kB', url: `${floors.url}/page`, method: 'GET', asked: 'again' },
    { name: 'one bare query, 8 quotes', url: `${floors.url}/search`, method: 'GET', asked: 'again' },
    { name: 'our page, a new question', url: page, method: 'GET', asked: 'new' },
    { name: 'our API, a new question', url: api, method: 'POST', asked: 'new' },
    { name: 'our page, drawn again', url: page, method: 'GET', asked: 'drawn' },
    { name: 'our page, asked again', url: page, method: 'GET', asked: 'again' },
    { name: 'our page, held (304)', url: page, method: 'GET', asked: 'held' },
    { name: 'our API, asked again', url: api, method: 'POST', asked: 'again' },
  ]
  let runs = 0
  const begin = (): number => APART * runs++
  try {
    const rows = [['', 'connections', 'a second', 'p50 ms', 'p99 ms', '÷ constant page', '÷ bare query', 'failed']]
    for (const connections of CONNECTIONS) {
      const measured: Load[][] = targets.map(() => [])
      // in turn, so that what else the machine does falls on all
      for (let run = 0; run < RUNS; run++)
        for (const [i, { url, method, asked }] of targets.entries())
          measured[i]!.push(await child<Load>('load.ts', url, String(connections), String(SECONDS), method, asked, String(begin())))
      const of = (i: number, key: keyof Load): number => median(measured[i]!.map((load) => load[key]))
      for (const [i, { name }] of targets.entries())
        rows.push([
          name,
          String(connections),
          ...[of(i, 'perSecond'), of(i, 'p50'), of(i, 'p99')].map(shown),
          shown(of(i, 'perSecond') / of(0, 'perSecond')),
          shown(of(i, 'perSecond') / of(1, 'perSecond')),
          String(measured[i]!.reduce((sum, { failed }) => sum + failed, 0)),
        ])
    }
    return `\nRequests over the shipped reports (median of ${RUNS} runs)\n${table(rows)}`
  } finally {
    await Promise.all([floors.stop(), server.stop()])
  }
}
