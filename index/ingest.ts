/** A folder of files → Report[]. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assemble } from './assemble.ts'
import { type CatalogueEntry, mergeFacts, readCatalogue } from './catalogue.ts'
import { extractText } from './extract-text.ts'
import { yearsOf } from './facts.ts'
import { formatOf } from './formats.ts'
import { pathFacts } from './path-facts.ts'
import type { Report, SourceText } from './report.ts'

const READABLE = /\.txt$/i

/** The report that a source holds. `id` is the first part of all its passages' ids. */
export function readReport(id: string, source: SourceText, entry?: CatalogueEntry): Report {
  const { facts, blocks } = formatOf(source).read(source)
  const added = pathFacts(source.source, facts)
  const merged = mergeFacts(facts, entry, added)
  const years = merged.years.length > 0 ? merged.years : yearsOf(merged.inspected, merged.published)
  return {
    ...merged,
    years,
    id,
    source: source.source,
    sha256: source.sha256,
    pages: source.pages,
    ...assemble(id, source, blocks),
    alsoIn: [],
  }
}

/** "000_6ec0891c.txt" → "000"; other names become words joined by hyphens. */
export function idOf(source: string): string {
  const name = source.split('/').at(-1) ?? source
  return (
    /^(\d{3})_/.exec(name)?.[1] ??
    (name
      .replace(/\.\w+$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') ||
      'report')
  )
}

/**
 * Reads every readable file of a folder, in the order of their names.
 * @throws Error naming the folder when it is missing or holds no report, and UnreadableFile for a file that cannot be read.
 */
export async function readFolder(folder: string): Promise<Report[]> {
  let names: string[]
  try {
    names = (await readdir(folder)).filter((name) => READABLE.test(name)).sort()
  } catch {
    throw new Error(`The reports folder ${folder} cannot be read. Set SEEDS_DIR to a folder of reports.`)
  }
  if (names.length === 0) throw new Error(`The reports folder ${folder} holds no reports (.txt). Put some there, or set SEEDS_DIR.`)
  const catalogue = await readCatalogue(folder)
  return Promise.all(
    names.map(async (name) => readReport(idOf(name), await extractText(await readFile(join(folder, name)), name), catalogue.get(name))),
  )
}
