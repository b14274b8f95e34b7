import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../support/child.ts'

test('a start leaves nothing in the system’s temporary folder and so runs nothing from there', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'loader-'))
  const server = await startServer({ TMPDIR: temporary, DATA_DIR: join(temporary, 'data') })
  try {
    expect((await readdir(temporary)).filter((name) => name !== 'data')).toEqual([])
  } finally {
    await server.stop()
    await rm(temporary, { recursive: true, force: true })
  }
}, 60_000)

test('every way in that is written down starts through the loader', async () => {
  const files = execFileSync('git', ['ls-files', 'package.json', 'deploy', 'server', 'index', 'README.md'], { encoding: 'utf8' })
  for (const file of files.trim().split('\n')) expect(await readFile(file, 'utf8'), file).not.toMatch(/--import"?,? "?tsx\b/)
})
