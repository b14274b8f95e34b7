/**
 * `npm run -s reread`: reads the kept files again with this version of the program and says what that changes. Exit code
 * 0 where every file was read, 2 where some could not be (what was read before stays), 1 where nothing could be done.
 */
import { parseArgs } from 'node:util'
import { sweep } from '../../index/library/files.ts'
import { listOriginals, type Original, sizeOfOriginals } from '../../index/library/originals/originals.ts'
import { REREAD_OUTCOMES, type Reread, rereadOriginal } from '../../index/library/originals/reread.ts'
import { openReportReader } from '../../index/library/reading/reports.ts'
import { inMegabytes } from '../../views/parts/wording.ts'
import { readConfig } from '../config.ts'
import { loadLibrary } from '../library.ts'
import { showProgress } from './progress.ts'

const USAGE = `Usage: npm run -s reread              read the kept files again and say what changed in each report
       npm run -s reread -- --dry     say what would change; keeps nothing
       --all                          every changed line (as shipped: the first 20 of each report)
       --json                         one JSON object a line, for programs`
const UNREAD = 2
/** Changed lines shown of one report (5 to 200): enough to see what kind of change it is. */
const MOST_LINES = 20

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { dry: { type: 'boolean' }, all: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const config = readConfig()
  const { dataDir } = config
  const originals = await listOriginals(dataDir)
  if (originals.length === 0)
    throw new Error(`No files are kept in ${dataDir}, so there is nothing to read again. Ingest them: npm run -s ingest -- PATH…`)
  if (!values.dry) await sweep(dataDir)
  const progress = showProgress(process.stdout)
  const reader = openReportReader()
  const tally = Object.fromEntries(REREAD_OUTCOMES.map((outcome) => [outcome, 0])) as Record<Reread['outcome'], number>
  let pages = 0
  try {
    for (const [done, original] of originals.entries()) {
      progress.at(done, originals.length, pages, original.source)
      const reread = await rereadOriginal(dataDir, original, reader.read, values.dry === true)
      tally[reread.outcome]++
      pages += reread.report?.pages ?? 0
      for (const line of values.json ? [asJson(original, reread)] : asText(original, reread, values.all === true)) progress.line(line)
    }
  } finally {
    reader.close()
    progress.end()
  }
  if (!values.json) console.log(await summary(tally, dataDir, values.dry === true))
  // the index is made here, so that a server that looks has nothing left to do
  if (!values.dry) await loadLibrary({ corpus: null, loadedAt: null }, config)
  return tally.unreadable + tally.lost > 0 ? UNREAD : 0
}

const asJson = ({ sha256, source }: Original, { outcome, detail, report, changes }: Reread): string =>
  JSON.stringify({ sha256, source, outcome, detail, report: report?.id ?? null, changes })

function asText({ source }: Original, { outcome, detail, report, changes }: Reread, all: boolean): string[] {
  if (outcome === 'unchanged') return []
  if (outcome === 'lost') return [`${source}: the kept file is damaged. Ingest it again.`]
  if (outcome === 'unreadable') return [`${source}: cannot be read any more: it ${detail} What was read before stays.`]
  if (outcome === 'new') return [`${source}: read, ${report?.id}; there was no earlier reading of this shape to compare with`]
  const shown = all ? changes : changes.slice(0, MOST_LINES)
  const left = changes.length - shown.length
  return [
    `${source}: changed, ${report?.id}`,
    ...shown.map((line) => `    ${line}`),
    ...(left > 0 ? [`    … and ${left} more lines (--all)`] : []),
  ]
}

async function summary(tally: Record<Reread['outcome'], number>, dataDir: string, dry: boolean): Promise<string> {
  const { files, bytes } = await sizeOfOriginals(dataDir)
  const parts = REREAD_OUTCOMES.flatMap((outcome) => (tally[outcome] > 0 ? [`${tally[outcome]} ${outcome}`] : []))
  return `${parts.join(', ')}.${dry ? ' This was a trial: nothing was changed.' : ''} Files kept: ${files}, ${inMegabytes(bytes)}.`
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
