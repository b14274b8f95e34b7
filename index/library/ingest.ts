/** A folder of files → Report[]. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText, UnreadableFile } from '../extract/extract-text.ts'
import { assemble } from '../formats/assemble.ts'
import { yearsOf } from '../formats/facts.ts'
import { formatOf } from '../formats/formats.ts'
import type { CouncilFound, Report, SourceText } from '../model/report.ts'
import { authorityCalled } from './authorities.ts'
import { type CatalogueEntry, mergeFacts, readCatalogue } from './catalogue.ts'
import { councilOf } from './councils/council.ts'
import { refuseEndless, titleFor } from './endless.ts'
import { renamed } from './pack.ts'
import { pathFacts, publishedIn } from './path-facts.ts'
import { openReportReader } from './reading/reports.ts'

const READABLE = /\.(txt|pdf|docx|rtf|x?html?|mht(ml)?)$/i

/** The report that a source holds. `id` is the first part of all its passages' ids. @throws UnreadableFile for what no document prints */
export function readReport(id: string, source: SourceText, entry?: CatalogueEntry): Report {
  const { facts, blocks } = formatOf(source).read(source)
  const assembled = assemble(id, blocks)
  const council = councilOf(source.source, facts, blocks, facts.inspected?.from ?? facts.published ?? publishedIn(source.source))
  // the number is Ofsted's, for its own documents
  const urn = facts.publisher?.startsWith('Ofsted') ? authorityCalled(council.authority ?? '')?.urn : null
  const added = pathFacts(source.source, facts, urn ?? null)
  if (council.provenance) added.provenance.authority = council.provenance
  const merged = mergeFacts({ ...facts, authority: council.authority }, entry, added)
  const years = merged.years.length > 0 ? merged.years : yearsOf(merged.inspected, merged.published)
  const report: Report = {
    ...merged,
    title: titleFor(merged.title),
    years,
    id,
    source: source.source,
    sha256: source.sha256,
    pages: source.pages,
    councilFound: entry?.facts.authority ? inCatalogue(entry.facts.authority, council.found) : council.found,
    ...assembled,
    health: source.recognised ? { ...assembled.health, recognised: true } : assembled.health,
    alsoIn: [],
  }
  refuseEndless(report)
  return report
}

const inCatalogue = (authority: string, { evidence }: CouncilFound): CouncilFound => ({
  confidence: 1,
  open: null,
  evidence: [{ from: 'catalogue', authority, printed: authority }, ...evidence],
})

/**
 * "000_6ec0891c.txt" → "000", "80445_cambridgeshire/… - 18 february 2019.pdf" → "80445-2019-02-18"; other names become
 * words joined by hyphens.
 */
export function idOf(source: string): string {
  const name = source.split('/').at(-1) ?? source
  const urn = /(?:^|\/)(\d{5,7})_[^/]+\//.exec(source)?.[1]
  const day = publishedIn(source)
  if (urn && day) return `${urn}-${day}`
  return /^(\d{3})_/.exec(name)?.[1] ?? (slug(source.replace(/\.\w+$/, '')) || 'report')
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/**
 * Reads every readable file of a folder and the folders in it, in the order of their names.
 * @param onUnreadable is told of each file that cannot be read, and the file is left out; without it the first one ends the reading.
 * @throws Error naming the folder when it is missing or holds no report, and UnreadableFile for a file that cannot be read.
 */
export async function readFolder(folder: string, onUnreadable?: (fault: UnreadableFile) => void): Promise<Report[]> {
  let names: string[]
  try {
    names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => READABLE.test(name))
  } catch {
    throw new Error(`The reports folder ${folder} cannot be read. Set SEEDS_DIR to a folder of reports.`)
  }
  if (names.length === 0)
    throw new Error(`The reports folder ${folder} holds no reports (.pdf, .docx, .html or .txt). Put some there, or set SEEDS_DIR.`)
  const catalogue = await readCatalogue(folder)
  const ids = new Map<string, number>()
  const reports: Report[] = []
  const reader = openReportReader()
  const readOne = async (bytes: Uint8Array, name: string): Promise<(id: string) => Report> => {
    const entry = catalogue.get(name)
    if (!needsLibrary(bytes)) {
      const source = await extractText(bytes, name)
      return (id) => readReport(id, source, entry)
    }
    const { report, detail } = await reader.read(bytes, name, entry)
    if (!report) throw new UnreadableFile(name, detail ?? 'cannot be read.')
    return (id) => renamed(report, id)
  }
  // one after another: a hundred open PDFs would fill the memory
  for (const name of names.sort()) {
    try {
      const read = await readOne(await opened(folder, name), name)
      const times = (ids.get(idOf(name)) ?? 0) + 1
      ids.set(idOf(name), times)
      reports.push(read(times > 1 ? `${idOf(name)}-${times}` : idOf(name)))
    } catch (error) {
      if (error instanceof UnreadableFile && onUnreadable) {
        onUnreadable(error)
        continue
      }
      reader.close()
      throw error
    }
  }
  reader.close()
  return reports
}

/** @throws UnreadableFile */
const opened = (folder: string, name: string): Promise<Buffer> =>
  readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(name, `cannot be opened (${error.code ?? error.message}).`)
  })

/** Text is read here and now; what a library has to open, in a room apart. */
function needsLibrary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return head.includes('%PDF-') || head.startsWith('PK')
}
