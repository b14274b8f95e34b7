/** The search cluster that the settings name. Without one nothing of it is loaded. */
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Corpus } from '../index/search/corpus.ts'
import type { SearchCluster } from '../index/search/engines/opensearch/open.ts'
import { SearchUnavailable } from '../index/search/unavailable.ts'
import type { SearchSettings } from './config.ts'
import type { Library } from './library.ts'

/** Opened once for a library. @throws Error that names a file of certificates that cannot be read */
export async function clusterOf(library: Library, settings: SearchSettings | null): Promise<SearchCluster | null> {
  if (!settings) return null
  if (library.cluster) return library.cluster
  const { caFile, ...rest } = settings
  const ca = caFile
    ? await readFile(caFile, 'utf8').catch((error: Error) => {
        throw new Error(`SEARCH_CA cannot be read: ${error.message}`)
      })
    : null
  const { openCluster } = await import('../index/search/engines/opensearch/open.ts')
  library.cluster = openCluster({ ...rest, ca })
  return library.cluster
}

/** Between two tries to load from a cluster that does not answer, in milliseconds (1,000 to 10,000). */
const AGAIN_MS = 2_000

/** Loads as often as it takes: a cluster that is away returns without anybody starting this program again. */
export async function untilLoaded(load: () => Promise<Corpus>, say: (line: string) => void): Promise<Corpus> {
  let said = ''
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error
      if (error.message !== said) say(`${error.message} (${error.detail})`)
      said = error.message
      await pause(AGAIN_MS)
    }
  }
}
