/** Report[] → Corpus: everything that a question is asked of, in memory, read only. */
import { createHash } from 'node:crypto'
import { needsPerson, passagesOf, type Report } from '../model/report.ts'
import { arrayIndex } from './engines/array.ts'
import { miniSearchIndex } from './engines/minisearch.ts'
import { type Forward, forwardOf } from './forward.ts'
import { type Indexable, type Prepared, preparing } from './prepare.ts'
import type { SentenceReader } from './reader.ts'
import type { SearchIndex } from './search-index.ts'
import { makeUnit, type Placed, type Unit } from './unit.ts'

export type { Placed, Unit } from './unit.ts'

export type Corpus = {
  reports: Report[]
  /** Those of which nobody knows the council: an answer about grades or the latest of a council must say that there are some. */
  withoutCouncil: Report[]
  /** Changes when a report is added, taken away or read differently: 12 hexadecimal digits. */
  fingerprint: string
  /** Every passage that can be pointed at, by its id. */
  passages: Map<string, Placed>
  /** The passages that are evidence, in the order of the paragraph index. */
  evidence: Placed[]
  /** The sentences that are evidence, in the order of the sentence index. */
  units: Unit[]
  /** The units of one passage, by its id. */
  unitsOf: Map<string, Unit[]>
  paragraphIndex: SearchIndex
  sentenceIndex: SearchIndex
  /** Every folded word that the reports print, with the number of times: what spelling is corrected against. */
  vocabulary: Map<string, number>
  /** The words of each unit as numbers, by its ordinal. */
  forward: Forward
  /** Null where the learned reader is switched off: then search is BM25 alone. */
  reader: SentenceReader | null
}

/** Builds the corpus. Reports keep their order: it is the order of last resort wherever two quotes weigh the same. */
export function makeCorpus(reports: Report[]): Corpus {
  return toEnd(placing(reports, toEnd(preparing(reports))))
}

/** The same in steps, over what was prepared before: the cheap half. Yields between reports. */
export function* placing(
  reports: Report[],
  { evidence, vocabulary, paragraphs, sentences, forward }: Prepared,
  fingerprint = fingerprintOf(reports),
  elsewhere: Indexes | null = null,
): Generator<void, Corpus> {
  const passages: Corpus['passages'] = new Map()
  const placedEvidence: Placed[] = []
  const units: Unit[] = []
  const unitsOf: Corpus['unitsOf'] = new Map()
  let number = -1
  for (const report of reports) {
    for (const section of report.sections)
      for (const passage of passagesOf(section)) {
        const placed: Placed = { passage, section, report, ordinal: -1 }
        passages.set(passage.id, placed)
        if (evidence[++number] === 0) continue
        placed.ordinal = placedEvidence.push(placed) - 1
        const own = passage.sentences.map(({ start, end }, at) => makeUnit(units.length + at, placed, at, start, end))
        units.push(...own)
        unitsOf.set(passage.id, own)
      }
    yield
  }
  const paragraphIndex = elsewhere?.paragraphs ?? indexOf(paragraphs)
  yield
  const sentenceIndex = elsewhere?.sentences ?? indexOf(sentences)
  const withoutCouncil = reports.filter(needsPerson)
  return {
    reports,
    withoutCouncil,
    fingerprint,
    passages,
    evidence: placedEvidence,
    units,
    unitsOf,
    paragraphIndex,
    sentenceIndex,
    vocabulary,
    forward: forwardOf(forward),
    reader: null,
  }
}

/** Indexes that are not made of what was prepared: those of a search cluster. */
export type Indexes = { paragraphs: SearchIndex; sentences: SearchIndex }

function indexOf(documents: Indexable): SearchIndex {
  if (Array.isArray(documents)) return miniSearchIndex(documents)
  if ('starts' in documents) return arrayIndex(documents)
  throw new Error('These are the counts of a collection that is indexed elsewhere.')
}

/** Does all steps at once. */
export function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const digests = new WeakMap<Report, string>()

/** What was read, in what order: any change of a source or of the reading changes it. */
export function fingerprintOf(reports: Report[]): string {
  const whole = createHash('sha256')
  for (const report of reports) {
    let digest = digests.get(report)
    if (!digest) {
      const hash = createHash('sha256').update(`${report.id} ${report.sha256} ${report.authority}\n`)
      for (const section of report.sections)
        for (const { id, text, evidence } of passagesOf(section)) hash.update(`${id} ${evidence} ${text}\n`)
      digest = hash.digest('hex')
      digests.set(report, digest)
    }
    whole.update(digest)
  }
  return whole.digest('hex').slice(0, 12)
}
