import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ingestFile, startIngesting } from '../../../index/library/ingest-file.ts'
import { filesUnder } from '../../../index/library/walk.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walk-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('a folder of links to files is read as the files, and a link that leads nowhere is named', async () => {
  await writeFile(join(folder, 'elsewhere'), '1. Children are safe.\n')
  await symlink(join(folder, 'elsewhere'), join(folder, 'linked.txt'))
  await symlink(join(folder, 'nowhere'), join(folder, 'lost.txt'))
  const found = await filesUnder([folder])
  expect(found.map(({ source }) => source)).toEqual(['linked.txt', 'lost.txt'])
  const ingesting = await startIngesting(join(folder, 'data'), [])
  const read = await Promise.all(found.map(({ path, source }) => ingestFile(ingesting, path, source)))
  expect(read.map(({ outcome, detail }) => [outcome, detail])).toEqual([
    ['read', null],
    ['damaged', 'cannot be opened (ENOENT).'],
  ])
})
