/** What runs is a build of the very sources that are there, whole, and written by nobody else. */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer } from '../support/child.ts'

let top = ''
const at = (...names: string[]): string => join(top, ...names)
type Ran = { code: number; out: string; err: string }
/** From a folder that is not ours. */
const run = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) =>
    execFile(process.execPath, [at('run/run.js'), ...args], { cwd: tmpdir() }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )
const writes = (name: string, text: string): Promise<void> => writeFile(at('server', name), text)
const builds = async (name: string): Promise<string[]> => (await readdir(at('build'))).filter((file) => file.startsWith(name))

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'built-'))
  await cp('run', at('run'), { recursive: true })
  await cp('tsconfig.json', at('tsconfig.json'))
  await symlink(join(process.cwd(), 'node_modules'), at('node_modules'))
  await mkdir(at('server'))
  await writeFile(at('package.json'), JSON.stringify({ type: 'module', scripts: { say: 'node run/run.js server/say.ts' } }))
  await writes('word.json', '"one"')
  await writes('word.ts', "import word from './word.json' with { type: 'json' }\nexport const say = (): string => word\n")
  await writes('say.ts', "import { say } from './word.ts'\nconsole.log(say(), process.argv.slice(2).join())\n")
})
afterEach(() => rm(top, { recursive: true, force: true }))

describe('what runs', () => {
  it('is built once, then again for each change of a source, and never for none', async () => {
    expect(await run('server/say.ts', 'a', 'b')).toEqual({ code: 0, out: 'one a,b\n', err: '' })
    const first = await builds('server-say.')
    expect((await run('server/say.ts')).out).toBe('one \n')
    expect(await builds('server-say.')).toEqual(first)
    await writes('word.json', '"two"')
    expect((await run('server/say.ts')).out).toBe('two \n')
    await writes('word.ts', 'export const say = (): string => "three"\n')
    expect((await run('server/say.ts')).out).toBe('three \n')
  })

  it('is never a build that was cut short, changed or half taken away', async () => {
    await run('server/say.ts')
    const [build = ''] = await builds('server-say.').then((files) => files.filter((file) => file.endsWith('.js')))
    const whole = await readFile(at('build', build), 'utf8')
    for (const spoil of [
      () => truncate(at('build', build), 20),
      () => truncate(at('build', build), 0),
      () => writeFile(at('build', build), whole.replace('one', 'two')),
      () => rm(at('build', build)),
      () => truncate(at('build/server-say.json'), 30),
      () => rm(at('build/server-say.json')),
    ]) {
      await spoil()
      expect(await run('server/say.ts')).toEqual({ code: 0, out: 'one \n', err: '' })
      expect(await readFile(at('build', build), 'utf8')).toBe(whole)
    }
  })

  it('is whole also where many begin at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => run('server/say.ts')))
    expect(all).toEqual(Array.from({ length: 6 }, () => ({ code: 0, out: 'one \n', err: '' })))
    expect((await readdir(at('build'))).filter((file) => file.endsWith('.part'))).toEqual([])
  })

  it('finds what lies beside its sources, wherever the whole was moved to, and starts its own programs', async () => {
    await mkdir(at('index/library/reading'), { recursive: true })
    await cp('index/library/reading/program.ts', at('index/library/reading/program.ts'))
    await writes(
      'parent.ts',
      `import { execFileSync } from 'node:child_process'
       import { readFileSync } from 'node:fs'
       import { programBeside } from '../index/library/reading/program.ts'
       const { path, args } = programBeside(import.meta.url, './say')
       process.stdout.write(readFileSync(new URL('./word.json', import.meta.url), 'utf8'))
       process.stdout.write(execFileSync(process.execPath, [path, ...args, 'x']))`,
    )
    expect((await run('server/parent.ts')).out).toBe('"one"one x\n')
    // its own programs were built with it, for where it may not write later
    expect(await builds('server-say.')).toHaveLength(3)
    const before = top
    top = `${before}-moved`
    await rename(before, top)
    expect((await run('server/parent.ts')).out).toBe('"one"one x\n')
  })

  it('names the line of the source in a fault', async () => {
    await writes('word.ts', '\n\nexport const say = (): string => {\n  throw new TypeError("none")\n}\n')
    expect((await run('server/say.ts')).err).toMatch(
      /TypeError: none\n\s+at say \([^)]*server\/word\.ts:4:9\)\n\s+at .*server\/say\.ts:2:13/,
    )
  })
})

describe('one line says', () => {
  it('that a source cannot be compiled, and where; the build before is not run', async () => {
    await run('server/say.ts')
    await writes('word.ts', 'export const say = (): string => "one\n')
    const { code, out, err } = await run('server/say.ts')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/server\/word\.ts:1:/)
  })

  it('that there is no such program', async () => {
    for (const name of ['', 'server/none.ts', '../say.ts', 'package.json', at('server/say.ts')])
      expect((await run(name)).err).toMatch(/^(?:\S+ is|That is) no program of ours: name one by its path in \S+\.\n$/)
  })

  it('that the folder cannot be written', async () => {
    // no file may grow: what a full disk or a folder of somebody else is to the program
    const command = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, at('run/run.js'), 'server/say.ts']
    const { status, stderr } = spawnSync('bash', command, { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^\S+build cannot be written \(EFBIG\), and no build of these sources is in it\. Run `npm run build` once .*\n$/)
    expect(await readdir(at('build'))).toEqual([])
  })

  it.skipIf(!process.getuid)('that others could have written it', async () => {
    await run('server/say.ts')
    await chmod(at('build'), 0o777)
    const { code, out, err } = await run('server/say.ts')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^Others could have written what is in .*build, so nothing in it is run/)
  })

  it.skipIf(process.getuid?.() !== 0)('that it belongs to another user', async () => {
    await run('server/say.ts')
    await chown(at('build'), 12_345, 12_345)
    expect((await run('server/say.ts')).err).toMatch(/^Others could have written/)
  })
})

it('one command builds every program that package.json names', async () => {
  execFileSync(process.execPath, [at('run/build.js')], { cwd: tmpdir() })
  expect(await builds('server-say.')).toHaveLength(3)
})

it('a start leaves nothing in the system’s temporary folder and so runs nothing from there', async () => {
  const server = await startServer({ TMPDIR: at('server'), DATA_DIR: at('data') })
  try {
    expect((await readdir(at('server'))).sort()).toEqual(['say.ts', 'word.json', 'word.ts'])
  } finally {
    await server.stop()
  }
})
