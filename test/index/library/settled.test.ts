/** What a person says about a report's council outlives every re-reading, holds for shipped reports, and can be taken back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../index/extract/extract-text.ts'
import { readSettled, removeSettled, settle, settleIngested, writeSettled } from '../../../index/library/councils/settled.ts'
import { ingestFile, startIngesting } from '../../../index/library/ingest-file.ts'
import { readStored, reportsFolder, storedFiles } from '../../../index/library/store.ts'
import { needsPerson } from '../../../index/model/report.ts'
import { loadLibrary } from '../../../server/library.ts'
import { seed } from '../../support/seeds.ts'

const TEXT = 'Inspection of services\n\nLeaders know their services well and act in time for children who need help.\n'
let dataDir = ''
const said: string[] = []
const settled = () => readSettled(dataDir, (line) => said.push(line))
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'settled-'))
  said.length = 0
})
afterEach(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))

async function ingest() {
  const path = join(dataDir, 'notes.txt')
  await writeFile(path, TEXT)
  return (await ingestFile(await startIngesting(dataDir, []), path, 'notes.txt')).report!
}

describe('a report whose council nobody knows', () => {
  it('gets the one that a person says, and with it its name, number and id', async () => {
    const report = await ingest()
    expect(needsPerson(report)).toBe(true)
    await writeSettled(dataDir, report.sha256, 'Leeds')
    const after = settleIngested(report, await settled())
    expect(after).toMatchObject({
      authority: 'Leeds',
      council: 'Leeds City Council',
      urn: '80481',
      councilFound: { confidence: 1, open: null },
      provenance: { authority: { from: 'person' } },
    })
    expect(after.id).toMatch(/^leeds/)
    expect(after.sections[0]!.id.startsWith(after.id)).toBe(true)
    expect(needsPerson(after)).toBe(false)
  })

  it('keeps it when the file is read again, and is stored as it was read', async () => {
    const { sha256: hash } = await ingest()
    await writeSettled(dataDir, hash, 'Leeds')
    expect((await ingest()).authority).toBe('Leeds')
    const [file] = await storedFiles(dataDir)
    await writeFile(join(reportsFolder(dataDir), file!.name), 'torn')
    expect((await ingest()).authority).toBe('Leeds')
    expect((await readStored(dataDir, file!.name)).authority).toBeNull()
    const { reports } = await loadLibrary({ corpus: null, loadedAt: null }, { seedsDir: 'seeds', dataDir })
    expect(reports.find((one) => one.sha256 === hash)?.authority).toBe('Leeds')
    await removeSettled(dataDir, hash)
    expect(needsPerson(await ingest())).toBe(true)
  })

  it('may be about no one council, which settles it too', async () => {
    const report = await ingest()
    await writeSettled(dataDir, report.sha256, null)
    const after = settleIngested(report, await settled())
    expect(after.authority).toBeNull()
    expect(needsPerson(after)).toBe(false)
  })

  it('stands as it was read where what was said is damaged, and that is told', async () => {
    const report = await ingest()
    await writeFile(join(reportsFolder(dataDir), `${sha256(new TextEncoder().encode(TEXT))}.council.json`), '{')
    expect(settle(report, await settled())).toBe(report)
    expect(said).toEqual([expect.stringContaining('damaged')])
  })
})

describe('a shipped report', () => {
  it('can be settled too, and keeps its id', async () => {
    await writeSettled(dataDir, seed('004').sha256, 'Staffordshire')
    const { reports } = await loadLibrary({ corpus: null, loadedAt: null }, { seedsDir: 'seeds', dataDir })
    expect(reports.find(({ id }) => id === '004')).toMatchObject({ authority: 'Staffordshire', urn: '80561' })
  })

  it('has its council from the catalogue where its text has lost the title', () => {
    expect(seed('000').councilFound).toMatchObject({
      confidence: 1,
      open: null,
      evidence: expect.arrayContaining([{ from: 'catalogue', authority: 'Staffordshire', printed: 'Staffordshire' }]),
    })
    expect(needsPerson(seed('000'))).toBe(false)
  })
})
