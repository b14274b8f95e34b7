/** The five real reports, read once for all tests of a file. */

import { readFolder } from '../../index/library/ingest.ts'
import { makeCorpus } from '../../index/search/corpus.ts'

export const seeds = new URL('../../seeds', import.meta.url).pathname
export const realCorpus = async () => makeCorpus(await readFolder(seeds))
