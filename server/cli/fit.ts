/**
 * `npm run -s fit [-- --ablation] [-- --dry-run] [-- --elsewhere FOLDER] [-- --purposes]`: fits the weights of `server/answer/rank`, and
 * prints what they are worth on sets left out. With a folder of reports the questions over reports that are not shipped are made anew.
 * With `--purposes` it fits what tells the purpose of a question instead.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { makeCorpus } from '../../index/search/corpus.ts'
import type { Weights } from '../answer/rank/weights.ts'
import { readConfig } from '../config.ts'
import { elsewhereOf, elsewhereReports } from '../evaluation/fit/elsewhere.ts'
import { fitAll } from '../evaluation/fit/fit.ts'
import { fitPurposes, readPurposes, readTopics } from '../evaluation/fit/purposes.ts'
import { worthOf } from '../evaluation/fit/report.ts'
import { allInstances, ELSEWHERE, type Elsewhere } from '../evaluation/fit/sets.ts'
import { loadLibrary } from '../library.ts'
import { withReader } from '../reader.ts'

const { values } = parseArgs({
  options: {
    ablation: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    elsewhere: { type: 'string' },
    purposes: { type: 'boolean', default: false },
  },
})
const path = new URL('../answer/rank/weights.json', import.meta.url)
// the shipped reports alone: what else is in the data folder must not move a weight
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, { ...readConfig(), dataDir: 'no-such-folder' }, () => undefined)
if (!corpus.reader) {
  console.error('Fitting needs the reader, for the weights of words and meaning. Unset READER, and install the program whole.')
  process.exit(1)
}
if (values.purposes) {
  await purposes()
  process.exit(0)
}
if (values.elsewhere) writeFileSync(ELSEWHERE, `${JSON.stringify(await makeElsewhere(values.elsewhere))}\n`)
const fitted: Record<string, Weights> = {}
for (const [part, reader] of [
  ['words', null],
  ['meaning', corpus.reader],
] as const) {
  const instances = await allInstances({ ...corpus, reader }, part)
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

async function purposes(): Promise<void> {
  const from = [
    ...readPurposes(new URL('../evaluation/fit/purposes/', import.meta.url)),
    ...readTopics(new URL('../../index/vectors/pairs/', import.meta.url)),
  ]
  const { fitted, table } = await fitPurposes(from, corpus)
  console.log(table)
  // a line a class, so that a change shows where it is
  const rows = fitted.weights.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  const { reader, classes, bias } = fitted
  const text = `{\n  "reader": ${JSON.stringify(reader)},\n  "classes": ${JSON.stringify(classes)},\n  "bias": ${JSON.stringify(bias)},\n  "weights": [\n${rows}\n  ]\n}\n`
  if (!values['dry-run']) writeFileSync(new URL('../answer/understand/purpose/weights.json', import.meta.url), text)
}
