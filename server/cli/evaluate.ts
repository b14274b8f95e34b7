/** `npm run -s evaluate [-- --failed] [-- --baselines]`: the gold questions, scored by type. */
import { parseArgs } from 'node:util'
import { ask } from '../answer/ask.ts'
import { readConfig } from '../config.ts'
import { baselines } from '../evaluation/baselines.ts'
import { readGold } from '../evaluation/gold.ts'
import { evaluate, table } from '../evaluation/run.ts'
import { loadLibrary } from '../library.ts'

const { values } = parseArgs({
  options: { failed: { type: 'boolean' }, baselines: { type: 'boolean', default: true } },
  allowNegative: true,
})
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
const gold = readGold(new URL('../../test/gold/', import.meta.url))
const own = await evaluate(gold, corpus, (question, earlier) => ask(question, earlier, corpus))
console.log(`${table(own)}\nevery quote verbatim: ${own.verbatim ? 'yes' : 'NO'}`)
if (values.baselines) {
  console.log('\nsuccess of plain baselines on the same questions')
  for (const [name, answer] of Object.entries(baselines(corpus))) {
    const { all } = await evaluate(gold, corpus, answer)
    console.log(`${name.padEnd(24)} ${all.success.toFixed(3)}`)
  }
}
if (values.failed)
  for (const { question, reply } of own.failed)
    console.log(
      `\n${question.id} ${question.type}: ${question.question}\n  ${reply.outcome}: ${reply.quotes[0]?.report.id ?? ''} ${reply.quotes[0]?.text.slice(0, 160) ?? ''}`,
    )
