/**
 * `npm run -s backup -- FILE` writes what was ingested into one file; `npm run -s restore -- FILE` puts it back. Exit code 0 where all
 * went well, 2 where damaged files had to be left out of a backup, 1 where nothing was done.
 */
import { parseArgs } from 'node:util'
import { makeBackup } from '../../index/library/backup/backup.ts'
import { finishRestore, restoreBackup } from '../../index/library/backup/restore.ts'
import { inMegabytes } from '../../views/parts/wording.ts'
import { readConfig } from '../config.ts'
import { loadLibrary } from '../library.ts'

const USAGE = `Usage: npm run -s backup -- FILE    write the ingested reports, their files, places and vectors into FILE (.tar.gz)
       npm run -s restore -- FILE   check FILE whole, then put it in the place of what is in DATA_DIR`
const INCOMPLETE = 2

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { restore: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const [file] = positionals
  if (values.help || !file || positionals.length > 1) {
    console.log(USAGE)
    return values.help ? 0 : 1
  }
  const config = readConfig()
  const { dataDir } = config
  if (values.restore) {
    const files = await restoreBackup(dataDir, file)
    const { reports, fingerprint } = await loadLibrary({ corpus: null, loadedAt: null }, config)
    console.log(`${files} files restored. The collection has ${reports.length} reports (${fingerprint}).`)
    return 0
  }
  await finishRestore(dataDir)
  const { files, bytes, damaged } = await makeBackup(dataDir, file)
  for (const name of damaged) console.error(`${name} is damaged and left out. Ingest its file again.`)
  console.log(`${file}: ${files} files, ${inMegabytes(bytes)}.`)
  return damaged.length > 0 ? INCOMPLETE : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
