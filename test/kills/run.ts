/** `npm run -s kills -- [--kills 50] [--seed 1] [WORK…]`: kills each work so often and tells what it left behind. */
import { parseArgs } from 'node:util'
import { killEach } from './killing.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
})
for (const { name, killed, moments, faults } of await killEach(
  positionals.length > 0 ? positionals : null,
  Number(values.kills),
  Number(values.seed),
)) {
  console.log(`${name}: killed ${killed} times of ${values.kills}, at ${moments} moments; ${faults.length} faults`)
  for (const fault of faults) console.log(`  ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
