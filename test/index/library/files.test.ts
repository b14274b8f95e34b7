/** Files are whole or not there, and what a full disk or a stopped program leaves half-written goes away again. */
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sweep, writeWhole } from '../../../index/library/files.ts'

const HOUR = 3_600_000
let dataDir = ''
const within = (...names: string[]): string => join(dataDir, ...names)
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'files-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

it('a file that cannot be put in place leaves no draft of itself behind', async () => {
  await mkdir(within('kept', 'report.json', 'in the way'), { recursive: true })
  await expect(writeWhole(dataDir, within('kept', 'report.json'), 'words')).rejects.toThrow()
  expect(await readdir(within('tmp'))).toEqual([])
  await writeWhole(dataDir, within('kept', 'other.json'), 'words')
  expect(await readFile(within('kept', 'other.json'), 'utf8')).toBe('words')
})

it('what was left an hour ago is swept, and folders of uploads after a day', async () => {
  const now = Date.now()
  await mkdir(within('tmp', 'upload-old', '0'), { recursive: true })
  await mkdir(within('tmp', 'upload-waiting'))
  for (const name of ['old', 'fresh']) await writeFile(within('tmp', name), 'half')
  const at = (hours: number) => new Date(now - hours * HOUR)
  await utimes(within('tmp', 'old'), at(2), at(2))
  await utimes(within('tmp', 'upload-old'), at(25), at(25))
  await utimes(within('tmp', 'upload-waiting'), at(2), at(2))
  await sweep(dataDir, now)
  expect((await readdir(within('tmp'))).sort()).toEqual(['fresh', 'upload-waiting'])
})
