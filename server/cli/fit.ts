/**
 * `npm run -s fit [-- --ablation] [-- --dry-run] [-- --elsewhere FOLDER]`: fits the weights of `server/answer/rank`, and prints what
 * they are worth on sets left out. With a folder of reports the questions over reports that are not shipped are made anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { makeCorpus } from '../../index/search/corpus.ts'
import type { Weights } from '../answer/rank/weights.ts'
import { readConfig } from '../config.ts'
import { elsewhereOf, elsewhereReports } from '../evaluation/fit/elsewhere.ts'
import { fitAll } from '../evaluation/fit/fit.ts'
import { type Instance, instancesOf } from '../evaluation/fit/instances.ts'
import { worthOf } from '../evaluation/fit/report.ts'
import { readGoldFile } from '../evaluation/gold.ts'
import { loadLibrary } from '../library.ts'
import { withReader } from '../reader.ts'

const { values } = parseArgs({
  options: { ablation: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false }, elsewhere: { type: 'string' } },
})
const gold = new URL('../../test/gold/', import.meta.url)
const kept = new URL('../evaluation/fit/elsewhere.json', import.meta.url)
const path = new URL('../answer/rank/weights.json', import.meta.url)
// the shipped reports alone: what else is in the data folder must not move a weight
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, { ...readConfig(), dataDir: 'no-such-folder' }, () => undefined)
if (!corpus.reader) {
  console.error('Fitting needs the reader, for the weights of words and meaning. Unset READER, and install the program whole.')
  process.exit(1)
}
type Elsewhere = Record<'words' | 'meaning', Instance[]>
if (values.elsewhere) writeFileSync(kept, `${JSON.stringify(await makeElsewhere(values.elsewhere))}\n`)
const elsewhere = JSON.parse(readFileSync(kept, 'utf8')) as Elsewhere
const names = readdirSync(gold).filter((name) => name.endsWith('.jsonl'))
const sets = new Map(names.sort().map((name) => [name, readGoldFile(new URL(name, gold))]))
const fitted: Record<string, Weights> = {}
for (const [part, reader] of [
  ['words', null],
  ['meaning', corpus.reader],
] as const) {
  const instances = [...(await instancesOf(sets, { ...corpus, reader })), ...elsewhere[part]]
  console.log(`\n== ${part} ==\n${worthOf(instances, values.ablation)}`)
  fitted[part] = fitAll(instances)
}
if (!values['dry-run']) writeFileSync(path, `${JSON.stringify(fitted, null, 2)}\n`)

async function makeElsewhere(folder: string): Promise<Elsewhere> {
  const words = makeCorpus(await elsewhereReports(corpus.reports, folder))
  // the process that makes vectors does not keep this one alive
  const alive = setInterval(() => undefined, 1000)
  const reading = await new Promise<typeof words>((resolve, reject) => {
    withReader(words, readConfig().dataDir, resolve, console.error).then((read) => {
      const { done, total } = read.reader?.progress() ?? { done: 0, total: 0 }
      if (!read.reader) reject(new Error('The reader cannot be opened.'))
      if (done === total) resolve(read)
    }, reject)
  })
  clearInterval(alive)
  return { words: await elsewhereOf(words), meaning: await elsewhereOf(reading) }
}
