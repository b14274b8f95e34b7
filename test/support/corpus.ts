/** The five real reports, read once for all tests of a file. */
import { makeCorpus } from '../../index/corpus.ts'
import { readFolder } from '../../index/ingest.ts'

export const seeds = new URL('../../seeds', import.meta.url).pathname
export const realCorpus = async () => makeCorpus(await readFolder(seeds))
