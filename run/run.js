/**
 * Runs a program of ours: `node run/run.js server/main.ts …`. What runs is its build in `build/`, made first where there is none of these
 * very sources.
 */
import { pathToFileURL } from 'node:url'
import { freshBuild } from './fresh.js'

/** Faults name the lines of the sources. */
process.setSourceMapsEnabled(true)
// a program finds its arguments where it would without us
process.argv.splice(1, 1)
const [, program = ''] = process.argv

async function made() {
  const { make } = await import('./make.js')
  await make([program])
  return freshBuild(program)
}

let path = null
try {
  path = freshBuild(program) ?? (await made())
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await import(pathToFileURL(path).href)
