/** `npm run build`: builds every program, for a place where whoever runs them may not write. Without it each is built when it first runs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './fresh.js'
import { make } from './make.js'

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const programs = Object.values(scripts).flatMap((script) => /\brun\/run\.js (server\/\S+)/.exec(script)?.[1] ?? [])
try {
  await make(programs)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
