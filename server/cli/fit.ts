/** `npm run -s fit [-- --ablation] [-- --dry-run]`: fits the weights of `server/answer/rank` on the gold sets, and prints what they are worth on sets left out. */
import { readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Weights } from '../answer/rank/weights.ts'
import { readConfig } from '../config.ts'
import { fitAll } from '../evaluation/fit/fit.ts'
import { instancesOf } from '../evaluation/fit/instances.ts'
import { worthOf } from '../evaluation/fit/report.ts'
import { readGoldFile } from '../evaluation/gold.ts'
import { loadLibrary } from '../library.ts'

const { values } = parseArgs({ options: { ablation: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } } })
const folder = new URL('../../test/gold/', import.meta.url)
const path = new URL('../answer/rank/weights.json', import.meta.url)
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
if (!corpus.reader) {
  console.error('Fitting needs the reader, for the weights of words and meaning. Unset READER, and install the program whole.')
  process.exit(1)
}
const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
const sets = new Map(names.sort().map((name) => [name, readGoldFile(new URL(name, folder))]))
const fitted: Record<string, Weights> = {}
for (const [part, reader] of [
  ['words', null],
  ['meaning', corpus.reader],
] as const) {
  const instances = await instancesOf(sets, { ...corpus, reader })
  console.log(`\n== ${part} ==\n${worthOf(instances, values.ablation)}`)
  fitted[part] = fitAll(instances)
}
if (!values['dry-run']) writeFileSync(path, `${JSON.stringify(fitted, null, 2)}\n`)
