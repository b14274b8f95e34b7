/** `npm run -s contract -- [--examples 5000] [--seed 1]`: tries so many examples against the OpenAPI document and tells what is wrong. */
import { parseArgs } from 'node:util'
import { realApp } from '../support/app.ts'
import { tryExamples } from './examples.ts'

/** Faults that are shown in full. */
const MOST_SHOWN = 20
const { values } = parseArgs({ options: { examples: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } } })
const { counts, faults } = await tryExamples(await realApp({ MAX_LAG_MS: '0' }), Number(values.examples), Number(values.seed))
for (const fault of faults.slice(0, MOST_SHOWN)) console.log(fault)
console.log(
  `${values.examples} examples, ${faults.length} faults: ${Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}`,
)
process.exitCode = faults.length > 0 ? 1 : 0
