/** The running server takes reports in and never goes without. */
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFolder } from '../../index/library/ingest.ts'
import { removeStored, reportsFolder, writeStored } from '../../index/library/store.ts'
import { makeApp } from '../../server/app.ts'
import { type Library, loadLibrary, watchLibrary } from '../../server/library.ts'
import { multiply } from '../bench/multiply.ts'

const LOOK_MS = 5
const seeds = await readFolder('seeds')
const [one, two] = [...multiply(seeds, 150)] as [(typeof seeds)[0], (typeof seeds)[0]]

let dataDir = ''
let library: Library
let stop = (): void => {}
let said: string[] = []
let heard: (line: string) => void = () => {}
const say = (line: string): void => {
  said.push(line)
  heard(line)
}
/** Resolves with the first line from now on that holds the words. */
const saying = (words: string) =>
  new Promise<string>((resolve) => {
    heard = (line) => line.includes(words) && resolve(line)
  })
const config = () => ({ seedsDir: 'seeds', dataDir })

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'library-')), 'data')
  library = { corpus: null, loadedAt: null }
  said = []
})
afterEach(async () => {
  stop()
  await rm(join(dataDir, '..'), { recursive: true, force: true, maxRetries: 5 })
})

describe('the library', () => {
  it('is the shipped reports where nothing was ingested', async () => {
    const { reports } = await loadLibrary(library, config(), say)
    expect(reports).toEqual(seeds)
    expect(said).toEqual([])
  })

  it('takes reports in and lets them go while requests are answered', async () => {
    await loadLibrary(library, config(), say)
    const app = makeApp(library)
    const count = async () => ((await (await app.request('/api/reports')).json()) as { reports: unknown[] }).reports.length
    stop = watchLibrary(library, config(), say, LOOK_MS)

    let changed = saying('has changed')
    await writeStored(dataDir, one)
    const statuses = new Set<number>()
    let done = false
    changed.then(() => {
      done = true
    })
    while (!done) {
      statuses.add((await app.request('/api/reports')).status)
      await setImmediate()
    }
    expect([...statuses]).toEqual([200])
    expect(await count()).toBe(seeds.length + 1)

    changed = saying('has changed')
    await writeStored(dataDir, two)
    await changed
    expect(await count()).toBe(seeds.length + 2)

    changed = saying('has changed')
    await removeStored(dataDir, one.sha256)
    await changed
    expect(await count()).toBe(seeds.length + 1)
  })

  it('keeps what it has read when the data folder vanishes, says so once, and takes it in again', async () => {
    await writeStored(dataDir, one)
    await loadLibrary(library, config(), say)
    stop = watchLibrary(library, config(), say, LOOK_MS)
    const vanished = saying('has vanished')
    await rename(dataDir, `${dataDir}-away`)
    await vanished
    expect(library.corpus?.reports).toHaveLength(seeds.length + 1)
    const changed = saying('has changed')
    await writeStored(`${dataDir}-away`, two)
    await rename(`${dataDir}-away`, dataDir)
    await changed
    expect(library.corpus?.reports).toHaveLength(seeds.length + 2)
    expect(said.filter((line) => line.includes('vanished'))).toHaveLength(1)
  })

  it('leaves a damaged report out, and says which', async () => {
    const { name } = await writeStored(dataDir, one)
    await writeStored(dataDir, two)
    await writeFile(join(reportsFolder(dataDir), name), 'torn')
    const { reports } = await loadLibrary(library, config(), say)
    expect(reports).toHaveLength(seeds.length + 1)
    expect(said).toEqual([expect.stringContaining(name)])
  })

  it('leaves out what cannot be read at all, keeps the rest, and says so to whoever watches', async () => {
    const { name } = await writeStored(dataDir, one)
    await writeStored(dataDir, two)
    await rm(join(reportsFolder(dataDir), name))
    await mkdir(join(reportsFolder(dataDir), name))
    const { reports } = await loadLibrary(library, config(), say)
    expect(reports).toHaveLength(seeds.length + 1)
    expect(said).toEqual([expect.stringMatching(/cannot be read \(EISDIR\)/)])
    const ready = await makeApp(library).request('/readyz')
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'incomplete', missing: [{ file: name, why: expect.stringContaining('EISDIR') }] }),
    ])
    expect(await (await makeApp(library).request('/metrics')).text()).toMatch(/^reports_missing 1$/m)
    await rm(join(reportsFolder(dataDir), name), { recursive: true })
    await loadLibrary(library, config(), say)
    expect(await (await makeApp(library).request('/readyz')).json()).toMatchObject({ status: 'ready', missing: [] })
  })

  it('leaves out shipped files that cannot be opened or read, and says so to whoever watches', async () => {
    const seedsDir = join(dataDir, '..', 'seeds')
    await cp('seeds', seedsDir, { recursive: true })
    await writeFile(join(seedsDir, 'broken.pdf'), '%PDF-1.7')
    await mkdir(join(seedsDir, 'folder.txt'))
    const { reports } = await loadLibrary(library, { seedsDir, dataDir }, say)
    expect(reports).toHaveLength(seeds.length)
    expect(await (await makeApp(library).request('/readyz')).json()).toMatchObject({
      status: 'incomplete',
      missing: [
        { file: 'broken.pdf', why: expect.stringContaining('damaged PDF') },
        { file: 'folder.txt', why: 'cannot be opened (EISDIR).' },
      ],
    })
  })

  it('leaves out what cannot be indexed, keeps the rest, and says so', async () => {
    const endless = structuredClone(one)
    const section = endless.sections.find(({ paragraphs }) => paragraphs.length > 0)!
    const text = 'a'.repeat(6_000_000)
    Object.assign(section.paragraphs[0]!, { text, evidence: true, sentences: [{ start: 0, end: text.length }] })
    await writeStored(dataDir, endless)
    await writeStored(dataDir, two)
    const { reports } = await loadLibrary(library, config(), say)
    expect(reports.map(({ sha256 }) => sha256)).toEqual([...seeds, two].map(({ sha256 }) => sha256))
    const why = expect.stringMatching(/^cannot be indexed \(.+\) and is left out/)
    expect(await (await makeApp(library).request('/readyz')).json()).toMatchObject({ missing: [{ file: one.source, why }] })
    expect(said.join()).toContain('cannot be indexed')
  })

  it('says how many reports it cannot read any more', async () => {
    const { name } = await writeStored(dataDir, one)
    await rename(join(reportsFolder(dataDir), name), join(reportsFolder(dataDir), `${one.sha256}.0-00000000.json`))
    const { reports } = await loadLibrary(library, config(), say)
    expect(reports).toHaveLength(seeds.length)
    expect(said).toEqual([expect.stringMatching(/^1 reports were .* read again:/)])
  })

  it('starts without a data folder that can be read, in one line', async () => {
    await writeFile(dataDir, 'a file where a folder should be')
    const { reports } = await loadLibrary(library, config(), say)
    expect(reports).toEqual(seeds)
    expect(said).toEqual([expect.stringContaining('cannot be read')])
  })
})
