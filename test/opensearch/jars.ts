/** The jars of a node: resolved by Maven once, held against their checksums, kept in `test/output`. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const HERE = new URL('./', import.meta.url).pathname
const OUTPUT = new URL('../output/opensearch/', import.meta.url).pathname
const CHECKSUMS = join(HERE, 'jars.sha256')
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies'

/** What is missing to run a node here, as a sentence; null where nothing is. */
export async function whatIsMissing(): Promise<string | null> {
  for (const [command, flag, name] of [
    ['javac', '-version', 'a JDK (17 or newer)'],
    ['mvn', '-version', 'Maven'],
  ] as const)
    try {
      await run(command, [flag])
    } catch {
      return `The tests of the search cluster were skipped: they need ${name}, and there is no ${command} here.`
    }
  return null
}

/** The class path of a node. The first time on a machine this asks Maven, which asks the network. */
export async function classPath(): Promise<string> {
  const wanted = createHash('sha256')
  for (const name of ['pom.xml', 'OneNode.java', 'jars.sha256']) wanted.update(await readFile(join(HERE, name)))
  const folder = join(OUTPUT, wanted.digest('hex').slice(0, 12))
  const lib = join(folder, 'lib')
  const classes = join(folder, 'classes')
  const path = `${classes}:${join(lib, '*')}`
  if ((await readdir(classes).catch(() => [])).length > 0) return path
  const fresh = join(OUTPUT, `fresh-${process.pid}`)
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  const copy = ['-q', '-B', '-f', join(HERE, 'pom.xml'), COPY, `-DoutputDirectory=${join(fresh, 'lib')}`, '-DincludeScope=runtime']
  // offline where the local repository has them all
  await run('mvn', ['-o', ...copy]).catch(() => run('mvn', copy))
  await check(join(fresh, 'lib'))
  await run('javac', ['-cp', join(fresh, 'lib', '*'), '-d', join(fresh, 'classes'), join(HERE, 'OneNode.java')])
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  return path
}

/** @throws Error that names the jars that are missing, changed or more than are known. */
async function check(lib: string): Promise<void> {
  const found = await Promise.all((await readdir(lib)).sort().map(async (name) => `${await sha256(join(lib, name))}  ${name}`))
  if (process.env.PIN_JARS) return writeFile(CHECKSUMS, `${found.join('\n')}\n`)
  const known = (await readFile(CHECKSUMS, 'utf8')).trim().split('\n')
  const odd = [...found.filter((line) => !known.includes(line)), ...known.filter((line) => !found.includes(line))]
  if (odd.length > 0) throw new Error(`These jars are not those of test/opensearch/jars.sha256:\n${odd.join('\n')}`)
}

const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
