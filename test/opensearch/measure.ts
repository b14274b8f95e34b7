/**
 * What a cluster costs beside one process: `node run/run.js test/opensearch/measure.ts [--than FOLDER] [--url URLS]`, with SEEDS_DIR and
 * DATA_DIR. `--than` names the data folder that one process holds, where it is not the same; `--url` a cluster that runs already.
 */
import { execFile } from 'node:child_process'
import { parseArgs, promisify } from 'node:util'
import { readConfig } from '../../server/config.ts'
import { MB, shown, table } from '../bench/stats.ts'
import { startCluster } from './cluster.ts'
import type { MeasuredOne } from './measure-one.ts'

const run = promisify(execFile)
const LARGEST_OUTPUT = 64 * MB
const { values } = parseArgs({ options: { than: { type: 'string' }, url: { type: 'string' } } })
const { seedsDir, dataDir } = readConfig()

async function measured(data: string, ...urls: string[]): Promise<MeasuredOne> {
  const { stdout, stderr } = await run(process.execPath, ['run/run.js', 'test/opensearch/measure-one.ts', seedsDir, data, ...urls], {
    maxBuffer: LARGEST_OUTPUT,
  })
  console.error(stderr.trim())
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}

const cluster = values.url ? null : await startCluster(3)
try {
  const urls = (values.url?.split(',') ?? cluster!.urls).join(',')
  const alone = await measured(values.than ?? dataDir)
  // writes what is not there yet; the second start finds it
  const [writing, before] = [await measured(dataDir, urls), await measured(dataDir, urls)]
  const reply = await fetch(`${urls.split(',')[0]}/quotes-*/_stats/store,docs`)
  const { _all } = (await reply.json()) as { _all: { primaries: { store: { size_in_bytes: number }; docs: { count: number } } } }
  const rows: [string, number, number | null, number | null][] = [
    ['paragraphs', alone.paragraphs, writing.paragraphs, before.paragraphs],
    ['sentences', alone.sentences, writing.sentences, before.sentences],
    ['load, s', alone.loadMs / 1000, writing.loadMs / 1000, before.loadMs / 1000],
    ['resident, MB: loaded', alone.resident[0], writing.resident[0], before.resident[0]],
    ['after the questions', alone.resident[1], writing.resident[1], before.resident[1]],
    ['at the most', alone.resident[2], writing.resident[2], before.resident[2]],
    ['ask p50 at 1, ms', alone.one[0], null, before.one[0]],
    ['ask p95 at 1, ms', alone.one[1], null, before.one[1]],
    ['ask p50 at 16, ms', alone.many[0], null, before.many[0]],
    ['ask p95 at 16, ms', alone.many[1], null, before.many[1]],
    ['documents', 0, null, _all.primaries.docs.count],
    ['index without copies, MB', 0, null, _all.primaries.store.size_in_bytes / MB],
  ]
  const cell = (value: number | null): string => (value === null || value === 0 ? '' : shown(value))
  const lines = rows.map(([name, one, two, three]) => [
    name,
    cell(one),
    cell(two),
    cell(three),
    cell(name.startsWith('ask') && three ? three / one : null),
  ])
  console.log(table([['', 'one process', 'cluster, writing', 'cluster', 'ratio'], ...lines]))
} finally {
  await cluster?.stop()
}
