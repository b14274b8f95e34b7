/** A program of ours in a process of its own, run as all of ours are: built beforehand, or when it first runs. */
import { fileURLToPath } from 'node:url'

export type Program = {
  /** What node runs. */
  path: string
  /** Its first arguments. */
  args: string[]
}

/** By its own address: the working directory need not be ours. */
const RUN = new URL('../../../run/run.js', import.meta.url)
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** @param here `import.meta.url` of the file that asks; @param name the program beside it or by a relative path, without its extension. */
export function programBeside(here: string, name: string): Program {
  const path = fileURLToPath(new URL(`${name}.ts`, here))
  return { path: fileURLToPath(RUN), args: [path.slice(ROOT.length)] }
}
