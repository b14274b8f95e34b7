/** Files are kept as they came, and read again after an upgrade: the same bytes, or what changed in words. */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../index/extract/extract-text.ts'
import { ingestFile, readSource, startIngesting } from '../../../index/library/ingest-file.ts'
import { changesOf } from '../../../index/library/originals/changes.ts'
import {
  hasOriginal,
  listOriginals,
  readOriginal,
  readPlaces,
  removeOriginal,
  sizeOfOriginals,
} from '../../../index/library/originals/originals.ts'
import { rereadOriginal } from '../../../index/library/originals/reread.ts'
import { readStored, removeStored, reportsFolder, storedFiles, writeStored } from '../../../index/library/store.ts'
import { MODEL_VERSION } from '../../../index/library/version.ts'
import type { Report } from '../../../index/model/report.ts'
import { makePdf } from '../../support/pdf-maker.ts'

const pdf = makePdf([
  [
    { text: 'Findings', y: 780, size: 16 },
    { text: '1. Children get help early from people they know.', y: 740 },
    { text: '2. Plans are too long.', y: 700 },
  ],
])
const hash = sha256(pdf)
let dataDir = ''
let file = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'originals-'))
  file = join(dataDir, 'report.pdf')
  await writeFile(file, pdf)
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const ingest = async (keep = true, source = 'report.pdf') => ingestFile(await startIngesting(dataDir, [], readSource, keep), file, source)
const reread = async (dry = false) => rereadOriginal(dataDir, (await listOriginals(dataDir))[0]!, readSource, dry)
const stored = async (): Promise<string[]> =>
  Promise.all(
    (await readdir(reportsFolder(dataDir)))
      .sort()
      .map(async (name) => `${name} ${await readFile(join(reportsFolder(dataDir), name), 'utf8')}`),
  )
const reportNow = async (): Promise<Report> => readStored(dataDir, (await storedFiles(dataDir))[0]!.name)

describe('a file that is ingested', () => {
  it('is kept byte for byte with its name and the places of its words', async () => {
    await ingest()
    expect(await listOriginals(dataDir)).toEqual([{ sha256: hash, source: 'report.pdf', size: pdf.length }])
    expect(new Uint8Array((await readOriginal(dataDir, hash))!)).toEqual(pdf)
    const places = await readPlaces(dataDir, hash)
    expect([...places!.keys()]).toEqual(['.h1', '.p1', '.p2'])
    expect(places!.get('.p2')).toMatchObject([{ start: 0, end: 19, spot: { page: 1, y: 700, size: 12 } }])
    expect((await sizeOfOriginals(dataDir)).files).toBe(1)
  })

  it('is not kept where that is switched off, and kept from when it is switched on', async () => {
    await ingest(false)
    expect(await hasOriginal(dataDir, hash)).toBe(false)
    expect(await readPlaces(dataDir, hash)).toBeNull()
    expect(await ingest(true, 'worse/name.pdf')).toMatchObject({ outcome: 'unchanged', detail: 'its file is kept from now on' })
    expect((await listOriginals(dataDir))[0]?.source).toBe('report.pdf')
    expect(await ingest(true, 'better.pdf')).toMatchObject({ outcome: 'read', report: { source: 'better.pdf' } })
    expect((await listOriginals(dataDir))[0]?.source).toBe('better.pdf')
    expect(await ingest()).toMatchObject({ outcome: 'unchanged', detail: null })
  })

  it('is nobody’s original once its bytes have changed', async () => {
    await ingest()
    await writeFile(join(dataDir, 'originals', hash), 'other bytes')
    expect(await readOriginal(dataDir, hash)).toBeNull()
    expect(await reread()).toMatchObject({ outcome: 'lost' })
  })

  it('leaves nothing behind when it is removed', async () => {
    await ingest()
    await removeStored(dataDir, hash)
    await removeOriginal(dataDir, hash)
    expect(await readdir(join(dataDir, 'originals'))).toEqual([])
    expect(await readdir(join(dataDir, 'places'))).toEqual([])
  })
})

describe('reading again', () => {
  it('gives the same bytes where nothing changed', async () => {
    await ingest()
    const before = await stored()
    const places = await readFile(join(dataDir, 'places', `${hash}.json.gz`))
    expect(await reread()).toMatchObject({ outcome: 'unchanged', changes: [] })
    expect(await stored()).toEqual(before)
    expect(await readFile(join(dataDir, 'places', `${hash}.json.gz`))).toEqual(places)
  })

  it('takes the place of what another version read, and says in words what is different', async () => {
    await ingest()
    const now = await reportNow()
    const section = now.sections[0]!
    const [first, second] = section.paragraphs
    const older: Report = {
      ...now,
      authority: 'Slough',
      sections: [
        {
          ...section,
          paragraphs: [
            { ...first!, number: null },
            { ...second!, text: 'Plans are too' },
          ],
        },
      ],
    }
    const { name } = await writeStored(dataDir, older)
    await rename(join(reportsFolder(dataDir), name), join(reportsFolder(dataDir), `${hash}.${MODEL_VERSION}-00000000.json`))
    const dry = await reread(true)
    expect((await storedFiles(dataDir))[0]?.current).toBe(false)
    const done = await reread()
    expect(done).toEqual(dry)
    expect(done.outcome).toBe('changed')
    expect(done.changes).toEqual([
      '~ authority: Slough → not known',
      '~ number none → 1: Children get help early from people they know.',
      '- [2] Plans are too',
      '+ [2] Plans are too long.',
    ])
    expect(await storedFiles(dataDir)).toMatchObject([{ sha256: hash, current: true }])
    expect(await reread()).toMatchObject({ outcome: 'unchanged' })
  })

  it('says where there is nothing to compare with, and keeps what was read before where it cannot be read any more', async () => {
    await ingest()
    await removeStored(dataDir, hash)
    expect(await reread()).toMatchObject({ outcome: 'new' })
    const before = await stored()
    const [original] = await listOriginals(dataDir)
    const faulty = async () => ({ outcome: 'damaged' as const, detail: 'took too long.', report: null })
    expect(await rereadOriginal(dataDir, original!, faulty, false)).toMatchObject({ outcome: 'unreadable', detail: 'took too long.' })
    expect(await stored()).toEqual(before)
  })

  it('never calls different bytes the same', async () => {
    await ingest()
    const now = await reportNow()
    expect(changesOf(now, now)).toEqual([])
    const other = { ...now, provenance: { title: { from: 'path' as const, note: 'x' } } }
    expect(changesOf(now, other)).toHaveLength(1)
  })
})
