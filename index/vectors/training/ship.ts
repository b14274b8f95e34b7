/** Makes the vectors of the shipped reports: `node run/run.js index/vectors/training/ship.ts`, after each new reader. */
import { readFolder } from '../../library/ingest.ts'
import { makeCorpus } from '../../search/corpus.ts'
import { openReader } from '../encoder.ts'
import { textsIn } from '../sentence-vectors.ts'
import { SHIPPED, writeVectors } from '../vector-files.ts'

const corpus = makeCorpus(await readFolder('seeds'))
const { encode, version } = await openReader()
for (const [report, texts] of corpus.reports.map(textsIn).entries())
  await writeVectors(SHIPPED, corpus.reports[report]!.sha256, version, texts, await encode(texts))
