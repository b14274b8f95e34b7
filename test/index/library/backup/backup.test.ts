/** Backup and restore as their user sees them: the drill, backups that are no good, and a kill at any moment. */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FOLDERS, makeBackup } from '../../../../index/library/backup/backup.ts'
import { finishRestore, restoreBackup, UnfitBackup } from '../../../../index/library/backup/restore.ts'
import { END, packed } from '../../../../index/library/backup/tar.ts'
import { readFolder } from '../../../../index/library/ingest.ts'
import { keepOriginal } from '../../../../index/library/originals/originals.ts'
import { writeStored } from '../../../../index/library/store.ts'

/** How often a backup and a restore are killed; KILLS=25 for the long run. */
const KILLS = Number(process.env.KILLS ?? 1)
/** More things happen in the data folder than that in no restore of these few files. */
const MOST_EVENTS = 40
const PROGRAM = ['run/run.js', 'server/cli/backup.ts']

let work = ''
const at = (...names: string[]): string => join(work, ...names)
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Names and hashes of all that a backup holds. */
async function kept(dataDir: string): Promise<string[]> {
  const files: string[] = []
  for (const folder of FOLDERS)
    for (const entry of await readdir(join(dataDir, folder), { withFileTypes: true }).catch(() => []))
      if (entry.isFile()) files.push(`${folder}/${entry.name} ${hash(await readFile(join(dataDir, folder, entry.name)))}`)
  return files.sort()
}

const start = (dataDir: string, ...args: string[]) =>
  [process.execPath, [...PROGRAM, ...args], { env: { ...process.env, DATA_DIR: dataDir, SEEDS_DIR: 'seeds' } }] as const
const run = (dataDir: string, ...args: string[]) => promisify(execFile)(...start(dataDir, ...args))

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'backup-'))
  const seeds = await readFolder('seeds')
  for (const [name, reports] of [
    ['old', seeds.slice(0, 1)],
    ['new', seeds.slice(1, 4)],
  ] as const) {
    for (const report of reports) {
      await writeStored(at(name), report)
      await keepOriginal(at(name), Buffer.from(`As it came: ${report.id}`), `${report.id}.pdf`, new Map())
    }
    await mkdir(at(name, 'vectors'))
    await writeFile(at(name, 'vectors', `${hash(Buffer.from(name)).slice(0, 16)}-v1.vectors`), Buffer.alloc(70_000, name))
  }
  await makeBackup(at('new'), at('new.tar.gz'))
})
afterAll(() => rm(work, { recursive: true, force: true }))
beforeEach(async () => {
  await rm(at('data'), { recursive: true, force: true })
  await cp(at('old'), at('data'), { recursive: true })
})

describe('a backup', () => {
  it('passes the drill: back up, lose everything, restore into an empty folder, have the same', async () => {
    const made = await run(at('new'), at('drill.tar.gz'))
    expect(made.stdout).toMatch(/drill\.tar\.gz: 13 files, /)
    const restored = await run(at('empty'), '--restore', at('drill.tar.gz'))
    expect(restored.stdout).toMatch(/^13 files restored\. The collection has \d+ reports \(/)
    expect(await kept(at('empty'))).toEqual(await kept(at('new')))
  }, 60_000)

  it('is opened by any tar', async () => {
    const names = execFileSync('tar', ['-tzf', at('new.tar.gz')], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(names).toHaveLength(14)
    expect(names.at(-1)).toBe('backup.json')
  })

  it('leaves a damaged report and a damaged original out, and says which', async () => {
    const [report = '', original = ''] = ['reports/', 'originals/'].map(
      (folder) => names.find((name) => name.startsWith(folder) && !name.endsWith('.pdf.json')) ?? '',
    )
    await writeFile(at('data', report), 'cut')
    await writeFile(at('data', original), 'changed')
    expect((await makeBackup(at('data'), at('part.tar.gz'))).damaged).toEqual([original, report])
    expect(await restoreBackup(at('empty2'), at('part.tar.gz'))).toBe(names.length - 2)
  })
  let names: string[] = []
  beforeEach(async () => {
    names = (await kept(at('data'))).map((line) => line.split(' ')[0] ?? '')
  })
})

describe('a restore', () => {
  const list = (files: object[]): Buffer =>
    packed({ name: 'backup.json', bytes: Buffer.from(JSON.stringify({ version: 1, made: '', files })) }, 0)
  const plain = (): Promise<Buffer> => readFile(at('new.tar.gz')).then((bytes) => gunzipSync(bytes))

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['cut short', async () => (await readFile(at('new.tar.gz'))).subarray(0, 9000), /no archive, or damaged|ends too early/],
    ['no archive', async () => Buffer.from('Dear team, '), /no archive, or damaged/],
    ['cut short before it was packed', async () => gzipSync((await plain()).subarray(0, -2048)), /list of files is missing|too early/],
    [
      'changed in one byte',
      async () => {
        const bytes = await plain()
        bytes[600] = (bytes[600] ?? 0) ^ 1
        return gzipSync(bytes)
      },
      /is missing or changed/,
    ],
    [
      'with a path that leads elsewhere',
      async () => gzipSync(Buffer.concat([packed({ name: '../escaped', bytes: Buffer.from('x') }, 0), list([]), END])),
      /no file of a backup/,
    ],
    [
      'with more than its list',
      async () => gzipSync(Buffer.concat([packed({ name: `reports/${'a'.repeat(64)}.json`, bytes: Buffer.from('x') }, 0), list([]), END])),
      /more than its list/,
    ],
    [
      'without a file of its list',
      async () => gzipSync(Buffer.concat([list([{ name: 'reports/a', size: 1, sha256: 'b' }]), END])),
      /missing or changed/,
    ],
  ])('of a backup that is %s changes nothing', async (_, make, why) => {
    await writeFile(at('bad.tar.gz'), await make())
    const fault = await restoreBackup(at('data'), at('bad.tar.gz')).catch((error: Error) => error)
    expect(fault).toBeInstanceOf(UnfitBackup)
    expect(String(fault)).toMatch(why)
    expect(await kept(at('data'))).toEqual(await kept(at('old')))
    expect(await readdir(at('data', 'tmp'))).toEqual([])
  })

  it('replaces what was kept, and leaves nothing of itself', async () => {
    await restoreBackup(at('data'), at('new.tar.gz'))
    expect(await kept(at('data'))).toEqual(await kept(at('new')))
    expect((await readdir(at('data'))).sort()).toEqual([...FOLDERS, 'tmp'].sort())
    expect(await readdir(at('data', 'tmp'))).toEqual([])
  })

  it('is finished by whoever comes next, wherever between two renamings it was stopped', async () => {
    const steps = FOLDERS.flatMap((folder) => [
      () => rm(at('data', folder), { recursive: true }),
      () => rename(at('data', 'restoring', folder), at('data', folder)),
    ])
    for (let done = 0; done <= steps.length; done++) {
      await rm(at('data'), { recursive: true })
      await cp(at('old'), at('data'), { recursive: true })
      await cp(at('new'), at('data', 'restoring'), { recursive: true })
      await writeFile(at('data', 'restoring.pid'), '999999999')
      for (const step of steps.slice(0, done)) await step()
      await finishRestore(at('data'))
      expect(await kept(at('data')), `stopped after ${done} steps`).toEqual(await kept(at('new')))
    }
  })

  it(`is the collection before or the one restored, and nothing else, when it is killed (${KILLS})`, async () => {
    const [before, after] = [await kept(at('old')), await kept(at('new'))]
    for (let kill = 0; kill < KILLS; kill++) {
      await rm(at('data'), { recursive: true })
      await cp(at('old'), at('data'), { recursive: true })
      await mkdir(at('data', 'tmp'), { recursive: true })
      const child = spawn(...start(at('data'), '--restore', at('new.tar.gz')))
      let left = Math.floor((MOST_EVENTS * (kill + 0.5)) / KILLS)
      const watches = ['', 'tmp'].map((folder) =>
        watch(at('data', folder), () => {
          if (left-- === 0) child.kill('SIGKILL')
        }),
      )
      await once(child, 'exit')
      for (const one of watches) one.close()
      await finishRestore(at('data'))
      expect([before, after]).toContainEqual(await kept(at('data')))
    }
  }, 600_000)
})

describe('a backup that is killed', () => {
  it(`leaves the one before as it was (${KILLS})`, async () => {
    await mkdir(at('shelf'), { recursive: true })
    const shelf = at('shelf', 'kept.tar.gz')
    await makeBackup(at('old'), shelf)
    const whole = [await kept(at('old')), await kept(at('new'))]
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(...start(at('new'), shelf))
      let left = kill % 4
      const folder = watch(at('shelf'), () => {
        if (left-- === 0) child.kill('SIGKILL')
      })
      await once(child, 'exit')
      folder.close()
      await rm(at('read'), { recursive: true, force: true })
      await restoreBackup(at('read'), shelf)
      expect(whole).toContainEqual(await kept(at('read')))
    }
  }, 600_000)
})
