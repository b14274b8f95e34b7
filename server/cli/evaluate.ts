/** `npm run -s evaluate [-- --failed] [-- --no-baselines] [-- --ablation] [-- --reliability]`: the gold questions, scored by type. */
import { parseArgs } from 'node:util'
import { ask } from '../answer/ask.ts'
import { ALL_PARTS } from '../answer/question.ts'
import { readConfig } from '../config.ts'
import { baselines } from '../evaluation/baselines.ts'
import { calibrationOf } from '../evaluation/fit/report.ts'
import { allInstances } from '../evaluation/fit/sets.ts'
import { readGold } from '../evaluation/gold.ts'
import { evaluate, table } from '../evaluation/run.ts'
import { loadLibrary } from '../library.ts'

const { values } = parseArgs({
  options: {
    failed: { type: 'boolean' },
    baselines: { type: 'boolean', default: true },
    ablation: { type: 'boolean' },
    reliability: { type: 'boolean' },
  },
  allowNegative: true,
})
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
const folder = new URL('../../test/gold/', import.meta.url)
const gold = readGold(folder)
const own = await evaluate(gold, corpus, (question, earlier) => ask(question, earlier, corpus))
console.log(`${table(own)}\nevery quote verbatim: ${own.verbatim ? 'yes' : 'NO'}`)

const line = (name: string, { all }: typeof own): string =>
  [name.padEnd(24), ...[all.success, all.scope, all.refusal].map((value) => (value?.toFixed(3) ?? '-').padStart(8))].join(' ')
const heading = `${''.padEnd(24)}  success    scope  refusal`
if (values.baselines) {
  console.log(`\nplain baselines on the same questions\n${heading}`)
  for (const [name, answer] of Object.entries(baselines(corpus))) console.log(line(name, await evaluate(gold, corpus, answer)))
}
if (values.ablation) {
  console.log(`\none part switched off at a time\n${heading}\n${line('all parts', own)}`)
  for (const part of Object.keys(ALL_PARTS)) {
    const parts = { ...ALL_PARTS, [part]: false }
    console.log(line(`without ${part}`, await evaluate(gold, corpus, (question, earlier) => ask(question, earlier, corpus, {}, parts))))
  }
}
if (values.reliability)
  console.log(
    `\nhow likely the first quote was said to answer, and how often it does\n${calibrationOf(await allInstances(corpus, corpus.reader ? 'meaning' : 'words')).join('\n')}`,
  )
if (values.failed)
  for (const { question, reply } of own.failed)
    console.log(
      `\n${question.id} ${question.type}: ${question.question}\n  ${reply.outcome}: ${reply.quotes[0]?.report.id ?? ''} ${reply.quotes[0]?.text.slice(0, 160) ?? ''}`,
    )
