/** Child of the bench: reads a folder into a data folder, and prints how fast. `node … read-folder.ts FOLDER SEEDS DATA` */
import { readFolder } from '../../index/library/ingest.ts'
import { ingestFile, startIngesting } from '../../index/library/ingest-file.ts'
import { openReportReader } from '../../index/library/reading/reports.ts'
import { filesUnder } from '../../index/library/walk.ts'

export type ReadFolder = {
  files: number
  reports: number
  pages: number
  paragraphs: number
  seconds: number
  cpuSeconds: number
  mostResidentMb: number
}

const [folder = '', seedsDir = 'seeds', dataDir = ''] = process.argv.slice(2)
const files = await filesUnder([folder])
const reader = openReportReader()
const ingesting = await startIngesting(dataDir, await readFolder(seedsDir), reader.read)
const result: ReadFolder = { files: files.length, reports: 0, pages: 0, paragraphs: 0, seconds: 0, cpuSeconds: 0, mostResidentMb: 0 }
const started = performance.now()
const used = process.cpuUsage()
for (const { path, source } of files) {
  const { report } = await ingestFile(ingesting, path, source)
  if (!report) continue
  result.reports++
  result.pages += report.pages ?? 0
  result.paragraphs += report.health.paragraphs + report.health.items
}
result.seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(used)
result.cpuSeconds = (user + system) / 1e6
// kilobytes, whatever the system
result.mostResidentMb = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify(result))
