/** Child of the bench: fills a data folder with so many passages. `node … make-size.ts SEEDS FROM_DATA TO_DATA PASSAGES` */
import { readFolder } from '../../index/library/ingest.ts'
import { readStored, storedFiles, writeStored } from '../../index/library/store.ts'
import { multiply } from './multiply.ts'

const [seedsDir = 'seeds', from = '', to = '', passages = '0'] = process.argv.slice(2)
const stored = await Promise.all((await storedFiles(from)).map(({ name }) => readStored(from, name)))
const originals = stored.length > 0 ? stored : await readFolder(seedsDir)
let reports = 0
for (const report of multiply(originals, Number(passages))) {
  await writeStored(to, report)
  reports++
}
console.log(JSON.stringify({ reports }))
