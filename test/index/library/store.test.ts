/** Parsed reports as files: the same bytes from whoever writes them, and never half a report. */
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweep, writeWhole } from '../../../index/library/files.ts'
import { readFolder } from '../../../index/library/ingest.ts'
import { pack, renamed, unpack } from '../../../index/library/pack.ts'
import { DamagedFile, readStored, removeStored, reportsFolder, storedFiles, writeStored } from '../../../index/library/store.ts'
import { MODEL_VERSION } from '../../../index/library/version.ts'

const seeds = await readFolder('seeds')
const [first, second] = seeds as [(typeof seeds)[0], (typeof seeds)[0]]
let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'store-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('a packed report', () => {
  it('holds everything, under whatever id', () => {
    for (const report of seeds) {
      const through = JSON.parse(JSON.stringify(pack(report)))
      expect(unpack(through, report.id)).toEqual(report)
      expect(renamed(renamed(report, 'another-name'), report.id)).toEqual(report)
      expect(pack(renamed(report, 'another-name'))).toEqual(pack(report))
    }
  })
})

describe('the store', () => {
  it('is empty where there is no data folder', async () => {
    expect(await storedFiles(join(dataDir, 'none'))).toEqual([])
  })

  it('gives back what was put in, under an id that tells what it is', async () => {
    const { name } = await writeStored(dataDir, first)
    expect(await storedFiles(dataDir)).toEqual([{ name, sha256: first.sha256, current: true }])
    const report = await readStored(dataDir, name)
    expect(report).toEqual(renamed(first, 'staffordshire-2019-02-ilacs'))
  })

  it('writes the same bytes again, and leaves nothing behind', async () => {
    const { name } = await writeStored(dataDir, first)
    const before = await readFile(join(reportsFolder(dataDir), name))
    await Promise.all([writeStored(dataDir, renamed(first, 'x')), writeStored(dataDir, first), writeStored(dataDir, second)])
    expect(await readFile(join(reportsFolder(dataDir), name))).toEqual(before)
    expect(await readdir(join(dataDir, 'tmp'))).toEqual([])
  })

  it('refuses a file that is cut short, changed or empty', async () => {
    const { name } = await writeStored(dataDir, first)
    const path = join(reportsFolder(dataDir), name)
    const whole = await readFile(path)
    const changed = Buffer.from(whole)
    changed[whole.length - 40]! ^= 1
    for (const bytes of [whole.subarray(0, whole.length - 5), changed, Buffer.alloc(0), Buffer.from('report 1 0\n{}')]) {
      await writeFile(path, bytes)
      await expect(readStored(dataDir, name)).rejects.toThrow(DamagedFile)
    }
  })

  it('reads what an older reader wrote until the source is read again', async () => {
    const older = `${first.sha256}.${MODEL_VERSION}-00000000.json`
    const { name } = await writeStored(dataDir, first)
    await writeFile(join(reportsFolder(dataDir), older), await readFile(join(reportsFolder(dataDir), name)))
    expect((await storedFiles(dataDir)).map((file) => file.name)).toEqual([name])
    await rm(join(reportsFolder(dataDir), name))
    expect(await storedFiles(dataDir)).toEqual([{ name: older, sha256: first.sha256, current: false }])
    await writeStored(dataDir, first)
    expect(await readdir(reportsFolder(dataDir))).toEqual([name])
  })

  it('passes over files of another shape and other names', async () => {
    await writeWhole(dataDir, join(reportsFolder(dataDir), `${first.sha256}.999-00000000.json`), 'x')
    await writeWhole(dataDir, join(reportsFolder(dataDir), 'notes.txt'), 'x')
    expect(await storedFiles(dataDir)).toEqual([])
  })

  it('takes a report away once', async () => {
    await writeStored(dataDir, first)
    expect(await removeStored(dataDir, first.sha256)).toBe(true)
    expect(await removeStored(dataDir, first.sha256)).toBe(false)
    expect(await storedFiles(dataDir)).toEqual([])
  })
})

it('sweeps away what stopped programs have left, and nothing that is being written', async () => {
  await writeWhole(dataDir, join(dataDir, 'tmp', 'old'), 'x')
  await writeWhole(dataDir, join(dataDir, 'tmp', 'new'), 'x')
  await utimes(join(dataDir, 'tmp', 'old'), 1, 1)
  await sweep(dataDir)
  expect(await readdir(join(dataDir, 'tmp'))).toEqual(['new'])
  await sweep(join(dataDir, 'none'))
})
