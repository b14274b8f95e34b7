/** Which reports have pages to show: PDFs that were ingested, and whose file is kept. */
import { hasOriginal } from '../../../index/library/originals/originals.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Config } from '../../config.ts'

export type Kept = Pick<Config, 'dataDir' | 'keepOriginals'>

/** Those of `ids` that do. */
export async function withPages(ids: Iterable<string>, corpus: Corpus, { dataDir, keepOriginals }: Kept): Promise<Set<string>> {
  if (!keepOriginals) return new Set()
  const wanted = new Set(ids)
  const paged = corpus.reports.filter(({ id, pages }) => pages !== null && wanted.has(id))
  const kept = await Promise.all(paged.map(({ sha256 }) => hasOriginal(dataDir, sha256)))
  return new Set(paged.filter((_, i) => kept[i]).map(({ id }) => id))
}
