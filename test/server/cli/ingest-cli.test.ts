/** `npm run ingest` as its user sees it, stopped at any moment and run twice at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const CLI = 'server/cli/ingest.ts'
const FILES = 24
/** How often an ingest is killed; KILLS=20 for the long run. */
const KILLS = Number(process.env.KILLS ?? 2)

const WITH_READER = 'read for meaning'

let work = ''
const inWork = (name: string): string => join(work, name)
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'ingest-'))
  await mkdir(inWork('reports/80445_cambridgeshire'), { recursive: true })
  for (let i = 0; i < FILES; i++)
    await writeFile(
      inWork(`reports/report ${String(i).padStart(2, '0')}.txt`),
      Array.from(
        { length: 60 },
        (_, k) => `${k + 1}. Visit ${i} showed that plan ${(k * 7 + i) % 11} for children is reviewed in time.\n`,
      ).join('\n'),
    )
})
afterAll(() => rm(work, { recursive: true, force: true }))

function start(dataDir: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['run/run.js', CLI, ...args], {
    // reading for meaning takes its time, and has a test of its own
    env: { ...process.env, DATA_DIR: inWork(dataDir), SEEDS_DIR: 'seeds', READER: dataDir === WITH_READER ? 'on' : 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function run(dataDir: string, ...args: string[]): Promise<{ lines: string[]; faults: string; code: number }> {
  const child = start(dataDir, ...args)
  let [out, faults] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    faults += chunk
  })
  const [code] = await once(child, 'close')
  return { lines: out.trimEnd().split('\n'), faults, code }
}

/** Names and bytes of everything that is kept. */
async function kept(dataDir: string): Promise<string[]> {
  const folder = join(inWork(dataDir), 'reports')
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(
      async (name) =>
        `${name} ${createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex')}`,
    ),
  )
}

const unchanged = (lines: string[]): number => lines.filter((line) => line.includes(': unchanged')).length

/** Each run starts two processes, and slowly on a busy machine. */
describe('ingesting', { timeout: 180_000 }, () => {
  it('leaves new reports read for meaning, so that their first question finds them by it', async () => {
    const { code } = await run(WITH_READER, inWork('reports/report 00.txt'))
    expect(code).toBe(0)
    const [sha256] = (await readdir(join(inWork(WITH_READER), 'reports'))).map((name) => name.slice(0, 16))
    expect(await readdir(join(inWork(WITH_READER), 'vectors'))).toContainEqual(expect.stringContaining(sha256 ?? 'no report'))
  })

  it('says of each file what became of it, and reads nothing twice', async () => {
    await mkdir(inWork('mixed'))
    await copyFile('seeds/000_6ec0891c3f46a608.txt', inWork('mixed/shipped.txt'))
    await writeFile(inWork('mixed/again.txt'), `${await readFile('seeds/000_6ec0891c3f46a608.txt', 'utf8')}\n`)
    await writeFile(inWork('mixed/page.pdf'), '<!doctype html><title>Error</title>')
    await writeFile(inWork('mixed/cut.pdf'), '%PDF-1.7 and nothing more')
    await writeFile(inWork('mixed/empty.txt'), '')
    await writeFile(inWork('mixed/notes.xyz'), 'passed over')
    await copyFile(inWork('reports/report 00.txt'), inWork('mixed/new.txt'))
    const first = await run('mixed-data', inWork('mixed'))
    const needs = first.lines.findIndex((line) => line.startsWith('Needs a person'))
    expect(first.lines.slice(needs, -1)).toEqual([
      'Needs a person: the council of one report is not known. Set it on the page /admin/reports.',
      expect.stringMatching(/^ {4}new\.txt \(.*\): nothing names one$/),
    ])
    expect(first.lines.slice(0, needs).map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      expect.stringMatching(/^again\.txt: (read|the same inspection as)/),
      'cut.pdf: damaged',
      'empty.txt: damaged',
      expect.stringMatching(/^new\.txt: read, new-report/),
      'page.pdf: not a report',
      expect.stringMatching(/^shipped\.txt: unchanged/),
    ])
    expect(first.lines.at(-1)).toMatch(/1 not a report, 2 damaged\. The collection has \d reports/)
    expect(first.code).toBe(2)

    for (const name of await readdir(inWork('mixed-data/reports'))) await writeFile(inWork(`mixed-data/reports/${name}`), 'torn')
    const second = await run('mixed-data', inWork('mixed/new.txt'), inWork('mixed/shipped.txt'))
    expect(second.lines[0]).toMatch(/^new\.txt: read \(its stored copy was damaged and has been made again\)/)
    expect(second.code).toBe(0)
  })

  it('checks without keeping anything', async () => {
    const { lines, code } = await run('check-data', '--check', inWork('reports/report 01.txt'))
    expect(lines.join('\n')).toMatch(/60 numbered paragraphs/)
    expect(code).toBe(0)
    await expect(readdir(inWork('check-data'))).rejects.toThrow('ENOENT')
  })

  it('says how it is used, and what is not there', async () => {
    const [usage, missing] = await Promise.all([run('none'), run('none', inWork('nowhere'))])
    expect(usage.lines[0]).toMatch(/^Usage:/)
    expect(missing.faults).toMatch(/nowhere is not there/)
    expect([usage.code, missing.code]).toEqual([1, 1])
  })

  it('ends in the same collection byte for byte however often it is killed', async () => {
    const whole = run('whole', inWork('reports'))
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start('killed', inWork('reports'))
      let left = Math.floor(Math.random() * FILES)
      createInterface({ input: child.stdout! }).on('line', () => {
        if (left-- === 0) child.kill('SIGKILL')
      })
      await once(child, 'close')
    }
    const after = await run('killed', inWork('reports'))
    expect(after.lines.at(-1)!.replace(/^.*\. The/, 'The')).toBe((await whole).lines.at(-1)!.replace(/^.*\. The/, 'The'))
    expect(await kept('killed')).toEqual(await kept('whole'))
    expect(after.lines.filter((line) => line.includes(': read'))).toHaveLength(FILES - unchanged(after.lines))
  })

  it('does no harm to another that runs at once', async () => {
    const folder = inWork('reports')
    const both = await Promise.all([run('both', folder), run('both', join(folder, 'report 03.txt'), folder)])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(await kept('both')).toHaveLength(FILES)
    expect(await kept('both')).toEqual(await kept('whole'))
  })
})
