/** `npm run -s bench [-- --folder PATH] [--large] [--http]`: what it costs, as ratios within one run. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { AtSize } from './at-size.ts'
import { child } from './child.ts'
import type { IndexAlone } from './index-alone.ts'
import type { ReadFolder } from './read-folder.ts'
import { timeStart } from './start.ts'
import { shown, table } from './stats.ts'

const SHARED = '../shared/reports'
/** Passages of a collection of all 431 inspections of one framework: about 55,000 of them are evidence, the rest headings and tables. */
const NATIONAL = 73_000
const STARTS = 3

const { values } = parseArgs({ options: { folder: { type: 'string' }, large: { type: 'boolean' }, http: { type: 'boolean' } } })
const folder = values.folder ?? (existsSync(SHARED) ? SHARED : null)
const work = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  if (values.http) {
    const { benchHttp } = await import('./http.ts')
    console.log(await benchHttp(work))
  } else await benchAnswers()
} finally {
  await rm(work, { recursive: true, force: true })
}

async function benchAnswers(): Promise<void> {
  const seeds = 'seeds'
  const [none, few, national] = ['none', 'few', 'national'].map((name) => join(work, name)) as [string, string, string]
  if (folder) {
    const read = await child<ReadFolder>('read-folder.ts', folder, seeds, few)
    console.log(`\nReading ${folder}: ${read.reports} of ${read.files} files are reports`)
    const rows = [
      ['', 'measured', 'aim'],
      ['pages a second', shown(read.pages / read.seconds), '≥ 60'],
      ['pages a second of processor time', shown(read.pages / read.cpuSeconds), ''],
      ['paragraphs a second', shown(read.paragraphs / read.seconds), ''],
      ['most resident memory, MB', shown(read.mostResidentMb), '≤ 300'],
    ]
    console.log(table(rows))
  }
  await child('make-size.ts', seeds, few, national, String(NATIONAL))

  const dataDirs = folder ? [none, few, national] : [none, national]
  const sizes: AtSize[] = []
  const starts: Awaited<ReturnType<typeof timeStart>>[] = []
  for (const dataDir of dataDirs) {
    // the first load builds the index and keeps it; the second is the one that is timed
    await child<AtSize>('at-size.ts', seeds, dataDir)
    sizes.push(await child<AtSize>('at-size.ts', seeds, dataDir))
    starts.push(await timeStart(seeds, dataDir, STARTS))
  }
  const row = (name: string, cell: (at: AtSize, i: number) => number, aim = ''): string[] => [
    name,
    ...sizes.map((at, i) => shown(cell(at, i))),
    aim,
  ]
  const rows = [
    ['', ...sizes.map(({ reports }) => `${reports} reports`), 'aim at the largest'],
    row('paragraphs', ({ paragraphs }) => paragraphs),
    row('bare MiniSearch p95, ms', ({ bare }) => bare[1]),
    row('retrieval p95, ms', ({ retrieval }) => retrieval[1]),
    row('whole ask p50, ms', ({ ask }) => ask[0]),
    row('whole ask p95, ms', ({ ask }) => ask[1]),
    row('retrieval p95 ÷ bare', ({ retrieval, bare }) => retrieval[1] / bare[1], '≤ 0.05'),
    row('ask p95 ÷ bare', ({ ask, bare }) => ask[1] / bare[1], '≤ 0.15'),
    row('retrieval in one council ÷ everywhere', ({ scopedRetrieval, retrieval }) => scopedRetrieval[1] / retrieval[1], '≤ 1'),
    row('ask in one council ÷ everywhere', ({ scopedAsk, ask }) => scopedAsk[1] / ask[1], '≤ 1'),
    row('load, ms', ({ loadMs }) => loadMs),
    row('start to first answer, ms', (_, i) => starts[i]!.firstAnswerMs),
    row('start ÷ start with five', (_, i) => starts[i]!.firstAnswerMs / starts[0]!.firstAnswerMs, '≤ 4'),
    row('resident memory of the server, MB', (_, i) => starts[i]!.residentMb, '≤ 500'),
  ]
  console.log(`\nQuestions (medians over runs; times compare within this table only)\n${table(rows)}`)
  console.log(`\nSlowest questions at ${sizes.at(-1)!.reports} reports, ms`)
  for (const [question, ms] of sizes.at(-1)!.slowest) console.log(`  ${shown(ms).padStart(6)}  ${question}`)

  if (!values.large) return
  const alone: IndexAlone[] = []
  for (const paragraphs of [55_000, 250_000, 1_000_000])
    alone.push(await child<IndexAlone>('index-alone.ts', seeds, few, String(paragraphs)))
  const line = (name: string, cell: (at: IndexAlone) => number): string[] => [name, ...alone.map((at) => shown(cell(at)))]
  console.log(
    `\nThe paragraph index alone, of artificial paragraphs\n${table([
      ['', ...alone.map(({ paragraphs }) => `${paragraphs}`)],
      line('search p50, ms', ({ search }) => search[0]),
      line('search p95, ms', ({ search }) => search[1]),
      line('building, s', ({ buildMs }) => buildMs / 1000),
      line('loading the file, ms', ({ decodeMs }) => decodeMs),
      line('file, MB', ({ fileMb }) => fileMb),
    ])}`,
  )
}
