/** A program of ours in a process of its own, started the way this one runs: as TypeScript through our loader, or as compiled JavaScript. */
import { fileURLToPath } from 'node:url'

export type Program = {
  path: string
  /** Flags of node that go before the path. */
  flags: string[]
}

/** By its own address: the working directory need not be ours. */
const LOADER = new URL('../../loader.js', import.meta.url).href

/** @param here `import.meta.url` of the file that asks; @param name the program beside it or by a relative path, without its extension. */
export function programBeside(here: string, name: string): Program {
  const extension = here.endsWith('.ts') || here.endsWith('.tsx') ? '.ts' : '.js'
  const path = fileURLToPath(new URL(name + extension, here))
  return { path, flags: extension === '.ts' ? ['--import', LOADER] : ['--enable-source-maps'] }
}
