/**
 * `npm run -s ingest -- PATH…`: reads files and folders into the collection. Exit code 0 where every file was taken or
 * was there already, 2 where some were not reports or damaged, 1 where nothing could be done.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { collect } from '../../index/library/collection.ts'
import { sweep } from '../../index/library/files.ts'
import { readFolder } from '../../index/library/ingest.ts'
import type { Ingested } from '../../index/library/ingest-file.ts'
import { ingestFile, OUTCOMES, startIngesting } from '../../index/library/ingest-file.ts'
import { sizeOfOriginals } from '../../index/library/originals/originals.ts'
import { openReportReader } from '../../index/library/reading/reports.ts'
import { type Found, filesUnder } from '../../index/library/walk.ts'
import { needsPerson, type Report } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import { inMegabytes } from '../../views/parts/wording.ts'
import { type Config, readConfig } from '../config.ts'
import { loadLibrary } from '../library.ts'
import { type Progress, showProgress } from './progress.ts'

const USAGE = `Usage: npm run -s ingest -- PATH…          read files and folders (.pdf .txt .docx .html) into the collection
       npm run -s ingest -- --check PATH…  show what reading each file finds and loses; keeps nothing
       --json                              one JSON object a line, for programs`
const REFUSED = 2
const DRAW_EVERY_MS = 500

type Tally = Record<Ingested['outcome'], number>

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help || positionals.length === 0) {
    console.log(USAGE)
    return values.help ? 0 : 1
  }
  const config = readConfig()
  const files = await filesUnder(positionals)
  if (files.length === 0)
    throw new Error(`There is nothing to read in ${positionals.join(', ')}. Reports are .pdf, .txt, .docx or .html files.`)
  const progress = showProgress(process.stdout)
  const tell = (found: Found, ingested: Ingested): void =>
    progress.line(values.json ? JSON.stringify(asJson(found, ingested)) : asText(found, ingested))
  const tally = values.check ? await check(files, tell, values.json === true, progress) : await ingest(files, config, tell, progress)
  progress.end()
  if (!values.check) {
    const library = { corpus: null, loadedAt: null }
    const corpus = await loadLibrary(library, config)
    const { reports, evidence, fingerprint } = corpus
    await readForMeaning(corpus, progress)
    if (!values.json) for (const line of unsettledLines(reports)) console.log(line)
    if (!values.json)
      console.log(
        `${summary(tally)} The collection has ${reports.length} reports, ${evidence.length} paragraphs (${fingerprint}).${await keptLine(config)}`,
      )
  } else if (!values.json) console.log(summary(tally))
  return tally['not a report'] + tally.damaged > 0 ? REFUSED : 0
}

async function ingest(
  files: Found[],
  config: Config,
  tell: (found: Found, ingested: Ingested) => void,
  progress: Progress,
): Promise<Tally> {
  await sweep(config.dataDir)
  const reader = openReportReader()
  const seeds = await readFolder(config.seedsDir, (fault) => console.error(fault.message))
  const ingesting = await startIngesting(config.dataDir, collect(seeds, []), reader.read, config.keepOriginals)
  return each(files, progress, tell, ({ path, source }) => ingestFile(ingesting, path, source)).finally(reader.close)
}

/** Makes the sentences' vectors here and now, so that the first questions find the new reports by meaning as well. */
async function readForMeaning({ reader }: Corpus, progress: Progress): Promise<void> {
  if (!reader) return
  const draw = (): void => {
    const { done, total } = reader.progress()
    progress.at(done, total, 0, 'sentences read for meaning')
  }
  // the process that makes them does not keep this one alive
  const drawing = setInterval(draw, DRAW_EVERY_MS)
  await reader.settled.finally(() => clearInterval(drawing))
  progress.end()
}

async function check(files: Found[], tell: (found: Found, ingested: Ingested) => void, json: boolean, progress: Progress): Promise<Tally> {
  const reader = openReportReader()
  return each(
    files,
    progress,
    (found, ingested) => {
      tell(found, ingested)
      if (ingested.report && !json) for (const line of healthLines(ingested.report)) progress.line(`    ${line}`)
    },
    async ({ path, source }) => reader.read(await readFile(path), source),
  ).finally(reader.close)
}

async function each(
  files: Found[],
  progress: Progress,
  tell: (found: Found, ingested: Ingested) => void,
  one: (found: Found) => Promise<Ingested>,
): Promise<Tally> {
  const tally = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Tally
  let pages = 0
  for (const [done, found] of files.entries()) {
    progress.at(done, files.length, pages, found.source)
    const ingested = await one(found)
    tally[ingested.outcome]++
    if (ingested.outcome !== 'unchanged') pages += ingested.report?.pages ?? 0
    tell(found, ingested)
  }
  return tally
}

const asText = ({ source }: Found, { outcome, detail, report }: Ingested): string => {
  if (outcome === 'same inspection') return `${source}: the same inspection as ${detail}`
  if (outcome === 'not a report' || outcome === 'damaged') return `${source}: ${outcome}: ${detail}`
  return `${source}: ${outcome}${detail ? ` (${detail})` : ''}${report ? `, ${report.id}` : ''}`
}

const asJson = ({ path, source }: Found, { outcome, detail, report }: Ingested) => ({
  path,
  source,
  outcome,
  detail,
  report: report && {
    id: report.id,
    sha256: report.sha256,
    title: report.title,
    authority: report.authority,
    needsPerson: report.councilFound.open,
    health: report.health,
  },
})

function healthLines({
  title,
  authority,
  kind,
  inspected,
  pages,
  judgements,
  recommendations,
  health,
}: NonNullable<Ingested['report']>): string[] {
  const lost = health.numbersLost.length > 0 ? `, numbers not found: ${health.numbersLost.join(', ')}` : ''
  return [
    `${title} (${authority ?? 'authority not known'}, ${kind}, ${inspected ? `${inspected.from} to ${inspected.to}` : 'dates not known'})`,
    `${pages ?? 'no'} pages, ${health.sections} sections, ${health.paragraphs} paragraphs, ${health.items} list items, ${health.sentences} sentences, ${health.tables} tables`,
    `${judgements.length} judgements, ${recommendations.length} recommendations, ${health.numbersFound} numbered paragraphs${lost}, ${health.oddCharacters} odd characters`,
  ]
}

async function keptLine({ dataDir, keepOriginals }: Config): Promise<string> {
  if (!keepOriginals) return ' Their files are not kept (KEEP_ORIGINALS=off).'
  const { files, bytes } = await sizeOfOriginals(dataDir)
  return files === 0 ? '' : ` Files kept: ${files}, ${inMegabytes(bytes)}.`
}

/** At the top of the summary: what no answer about a council can count on until a person has looked. */
function unsettledLines(reports: Report[]): string[] {
  const open = reports.filter(needsPerson)
  if (open.length === 0) return []
  return [
    `Needs a person: the council of ${open.length === 1 ? 'one report' : `${open.length} reports`} is not known. Set it on the page /admin/reports.`,
    ...open.map(({ source, title, councilFound: { open: why, evidence } }) => {
      const named = [...new Set(evidence.map(({ authority }) => authority))].join(', ')
      return `    ${source} (${title}): ${why === 'none' ? 'nothing names one' : why === 'two' ? `names ${named}` : `${named} is not on the list of authorities`}`
    }),
  ]
}

function summary(tally: Tally): string {
  const parts = OUTCOMES.flatMap((outcome) => (tally[outcome] > 0 ? [`${tally[outcome]} ${outcome}`] : []))
  return `${parts.join(', ')}.`
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
