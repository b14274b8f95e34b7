/** A program of ours in a process of its own, started the way this one runs: as TypeScript through tsx, or as compiled JavaScript. */
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

export type Program = {
  path: string
  /** Flags of node that go before the path. */
  flags: string[]
}

/** @param here `import.meta.url` of the file that asks; @param name the program beside it or by a relative path, without its extension. */
export function programBeside(here: string, name: string): Program {
  const extension = here.endsWith('.ts') || here.endsWith('.tsx') ? '.ts' : '.js'
  const path = fileURLToPath(new URL(name + extension, here))
  return { path, flags: extension === '.ts' ? ['--import', loader()] : ['--enable-source-maps'] }
}

/** By its own address: the working directory need not be ours. */
const loader = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
