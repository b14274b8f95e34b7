/** The five real reports, read once for all tests of a file. */

import { readFolder } from '../../index/library/ingest.ts'
import { makeCorpus } from '../../index/search/corpus.ts'
import { withReader } from '../../server/reader.ts'

export const seeds = new URL('../../seeds', import.meta.url).pathname
export const realCorpus = async () => makeCorpus(await readFolder(seeds))

/** The same with the learned reader beside it. The shipped reports' vectors are shipped too, so nothing is made. */
export const readingCorpus = async () =>
  withReader(
    await realCorpus(),
    'no-such-folder',
    () => undefined,
    (line) => {
      throw new Error(line)
    },
  )
