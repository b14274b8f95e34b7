/** `npm run -s fit [-- --ablation]`: fits `server/answer/rank/weights.json` on the gold sets, and prints what it is worth on sets left out. */
import { readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { fitAll } from '../evaluation/fit/fit.ts'
import { instancesOf } from '../evaluation/fit/instances.ts'
import { ablation, leftOut, predictions, reliability } from '../evaluation/fit/left-out.ts'
import { readGoldFile } from '../evaluation/gold.ts'
import { loadLibrary } from '../library.ts'

const { values } = parseArgs({ options: { ablation: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } })
const folder = new URL('../../test/gold/', import.meta.url)
const path = new URL('../answer/rank/weights.json', import.meta.url)
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
const instances = await instancesOf(new Map(names.sort().map((name) => [name, readGoldFile(new URL(name, folder))])), corpus)

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
const whole = leftOut(instances)
const reachable = instances.filter(({ grades }) => grades.includes(2)).length
console.log(`${whole.questions} answerable questions, ${reachable} with an answer among their candidates.`)
console.log(`Sets left out in turn: first ${percent(whole.first / whole.questions)}, in three ${percent(whole.top3 / whole.questions)}.`)
if (values.ablation) {
  for (const strength of [0.0003, 0.001, 0.003, 0.01, 0.03]) {
    const { first, top3, questions } = leftOut(instances, undefined, strength)
    console.log(`prior ${strength}: first ${percent(first / questions)}, in three ${percent(top3 / questions)}`)
  }
  for (const { name, worth } of ablation(instances))
    console.log(`without ${name.padEnd(16)} first ${String(worth.first - whole.first).padStart(4)}, in three ${worth.top3 - whole.top3}`)
}
const predicted = predictions(instances)
console.log('said      questions  mean said  so')
for (const { from, to, questions, said, right } of reliability(predicted))
  console.log(
    `${from.toFixed(1)}–${to.toFixed(1)} ${String(questions).padStart(10)} ${said.toFixed(3).padStart(10)} ${right.toFixed(3).padStart(6)}`,
  )
for (const least of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
  const shown = predicted.filter(({ p }) => p >= least)
  const wrong = shown.filter(({ grade }) => grade === 0).length
  const refused = predicted.filter(({ unanswerable, p }) => unanswerable && p < least).length
  console.log(
    `answered from ${least}: right ${percent((shown.filter(({ right }) => right).length + refused) / predicted.length)}, wrong ${percent(wrong / predicted.length)}`,
  )
}
if (!values['dry-run']) writeFileSync(path, `${JSON.stringify(fitAll(instances), null, 2)}\n`)
