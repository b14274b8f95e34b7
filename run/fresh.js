/** Builds that may be run: whole, of the very sources that are there, and in a folder that nobody else can write to. */
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const BUILD = join(ROOT, 'build')
const WRITABLE_BY_OTHERS = 0o022

/** `server/cli/ask.ts` is `server-cli-ask` in `build/`. */
export const nameOf = (program) => program.replace(/\.tsx?$/, '').replace(/[\\/]/g, '-')
export const recordOf = (program) => join(BUILD, `${nameOf(program)}.json`)
export const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** One hash of files with their names. @throws where one is gone */
export function digestOf(paths, read = (path) => readFileSync(join(ROOT, path))) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const bytes = read(path)
    hash.update(`${path} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** @returns the path of the program's build; null where there is none, or it is damaged or of other sources. @throws where others could have written it */
export function freshBuild(program) {
  try {
    const { sources, digest, file, sha256 } = JSON.parse(readFileSync(recordOf(program), 'utf8'))
    const path = join(BUILD, file)
    if (digestOf(sources) !== digest || hashOf(readFileSync(path)) !== sha256) return null
    refuseStrangers()
    return path
  } catch (error) {
    if (error instanceof Strangers) throw error
    return null
  }
}

class Strangers extends Error {}

/** The folder belongs to whoever runs this, to root, or to the owner of this file, who could change what runs anyway. */
export function refuseStrangers() {
  const folder = lstatSync(BUILD, { throwIfNoEntry: false })
  if (!folder || !process.getuid) return
  const trusted = [process.getuid(), 0, statSync(fileURLToPath(import.meta.url)).uid]
  if (!folder.isDirectory() || !trusted.includes(folder.uid) || (folder.mode & WRITABLE_BY_OTHERS) !== 0)
    throw new Strangers(`Others could have written what is in ${BUILD}, so nothing in it is run. Take it away: it is made again.`)
}
