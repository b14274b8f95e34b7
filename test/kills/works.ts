/** The works that are killed: what each begins with, how it is run, and what the folder may hold afterwards. */
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeBackup } from '../../index/library/backup/backup.ts'
import { finishRestore, restoreBackup } from '../../index/library/backup/restore.ts'
import { readFolder } from '../../index/library/ingest.ts'
import { keepOriginal } from '../../index/library/originals/originals.ts'
import { writeStored } from '../../index/library/store.ts'
import type { Report } from '../../index/model/report.ts'
import { type Library, loadLibrary } from '../../server/library.ts'
import { multiply } from '../bench/multiply.ts'
import { WATCHED } from './killed.ts'

export type Work = {
  name: string
  args: string[]
  /** Where it writes, if not in the data folder. */
  watched?: string
  /** Makes the folder as it is before. */
  begin(dataDir: string): Promise<void>
  /** Looks at the folder after a run that was not killed. */
  learn?(dataDir: string): Promise<void>
  /** What is wrong with the folder after a kill; null where nothing is. */
  fault(dataDir: string): Promise<string | null>
}

const COUNT_OF_REPORTS = 4
const FILES = 3
/** Enough for an index that is kept. */
const PASSAGES = 2_200
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Names and hashes of what is kept, the index left out: it is made anew. */
async function kept(dataDir: string): Promise<string[]> {
  const files: string[] = []
  for (const folder of WATCHED.filter((name) => name !== 'tmp' && name !== 'index'))
    for (const name of await readdir(join(dataDir, folder)).catch(() => []))
      files.push(`${folder}/${name} ${hash(await readFile(join(dataDir, folder, name)))}`)
  return files.sort()
}

/** What a server would answer from, and what it would miss. */
async function served(dataDir: string): Promise<{ ids: string[]; fingerprint: string; missing: number }> {
  const library: Library = { corpus: null, loadedAt: null }
  const { reports, fingerprint } = await loadLibrary(library, { seedsDir: 'seeds', dataDir }, () => {})
  return { ids: reports.map(({ id }) => id).sort(), fingerprint, missing: library.missing?.length ?? 0 }
}

async function fill(dataDir: string, reports: Iterable<Report>): Promise<string[]> {
  const hashes: string[] = []
  for (const report of reports) {
    await writeStored(dataDir, report)
    await keepOriginal(dataDir, Buffer.from(`As it came: ${report.id}`), `${report.id}.pdf`, new Map())
    hashes.push(report.sha256)
  }
  return hashes
}

/** Reports that nobody has: the shipped ones with a line more. */
async function newFiles(folder: string): Promise<string[]> {
  const names = (await readdir('seeds')).filter((name) => name.endsWith('.txt')).slice(0, FILES)
  await mkdir(folder)
  for (const name of names) await writeFile(join(folder, name), `${await readFile(join('seeds', name), 'utf8')}\n\nA line more.\n`)
  return names.map((name) => join(folder, name))
}

/** @param work an empty folder for what is made once. */
export async function worksIn(work: string): Promise<Work[]> {
  const at = (name: string): string => join(work, name)
  const fresh = async (dataDir: string, from?: string): Promise<void> => {
    await rm(dataDir, { recursive: true, force: true })
    if (from) await cp(from, dataDir, { recursive: true })
  }
  const made = [...multiply(await readFolder('seeds'), PASSAGES)]
  const hashes = await fill(at('few'), made.slice(0, COUNT_OF_REPORTS))
  await fill(at('others'), made.slice(COUNT_OF_REPORTS, 2 * COUNT_OF_REPORTS))
  await fill(at('many'), made)
  await makeBackup(at('others'), at('others.tar.gz'))
  await mkdir(at('shelf'))
  const files = await newFiles(at('new'))
  let ingested: string[] = []
  const [few, others, many] = await Promise.all(['few', 'others', 'many'].map((name) => kept(at(name))))
  const indexed = await served(at('many'))
  const isOneOf = (found: string[], ...states: (string[] | undefined)[]): string | null =>
    states.some((state) => JSON.stringify(state) === JSON.stringify(found)) ? null : `another collection: ${found.join(', ')}`

  return [
    {
      name: 'ingest',
      args: ['server/cli/ingest.ts', ...files],
      begin: (dataDir) => fresh(dataDir, at('few')),
      async learn(dataDir) {
        ingested = await kept(dataDir)
      },
      async fault(dataDir) {
        const now = await kept(dataDir)
        const lost = few?.filter((file) => !now.includes(file)) ?? []
        const foreign = now.filter((file) => !ingested.includes(file))
        if (lost.length + foreign.length > 0) return `lost ${lost.join(', ')}; not of this run: ${foreign.join(', ')}`
        return (await served(dataDir)).missing > 0 ? 'a report that cannot be read' : null
      },
    },
    {
      name: 'index writing',
      args: ['server/cli/ask.ts', 'What did Ofsted say about caseloads?'],
      begin: (dataDir) => fresh(dataDir, at('many')).then(() => rm(join(dataDir, 'index'), { recursive: true, force: true })),
      async fault(dataDir) {
        const now = await served(dataDir)
        if (JSON.stringify(now) !== JSON.stringify(indexed)) return `another collection: ${now.fingerprint}`
        return isOneOf(await kept(dataDir), many)
      },
    },
    {
      name: 'removal',
      args: ['test/kills/remove.ts', ...hashes],
      begin: (dataDir) => fresh(dataDir, at('few')),
      async fault(dataDir) {
        const now = await kept(dataDir)
        const foreign = now.filter((file) => !few?.includes(file))
        const { missing } = await served(dataDir)
        // a file without its report would bring the report back when files are read again
        const alone = hashes.filter((sha256) => {
          const has = (folder: string): boolean => now.some((file) => file.startsWith(`${folder}/${sha256}`))
          return has('originals') && !has('reports')
        })
        if (foreign.length + alone.length > 0) return `left alone: ${[...foreign, ...alone].join(', ')}`
        return missing > 0 ? 'a report that cannot be read' : null
      },
    },
    {
      name: 'backup',
      args: ['server/cli/backup.ts', at('shelf/kept.tar.gz')],
      watched: at('shelf'),
      async begin(dataDir) {
        await fresh(dataDir, at('few'))
        await makeBackup(at('others'), at('shelf/kept.tar.gz'))
      },
      async fault(dataDir) {
        await fresh(at('read'))
        await restoreBackup(at('read'), at('shelf/kept.tar.gz'))
        return isOneOf(await kept(at('read')), few, others) ?? isOneOf(await kept(dataDir), few)
      },
    },
    {
      name: 'restore',
      args: ['server/cli/backup.ts', '--restore', at('others.tar.gz')],
      begin: (dataDir) => fresh(dataDir, at('few')),
      async fault(dataDir) {
        await finishRestore(dataDir)
        return isOneOf(await kept(dataDir), few, others)
      },
    },
  ]
}
