/** Report[] → Corpus: everything that a question is asked of, read only. */
import { createHash } from 'node:crypto'
import { needsPerson, passagesOf, type Report } from '../model/report.ts'
import { aboutOf } from '../model/unread.ts'
import { arrayIndex } from './engines/array.ts'
import { miniSearchIndex } from './engines/minisearch.ts'
import { type Forward, forwardOf } from './forward.ts'
import { type Indexable, type Prepared, preparing } from './prepare.ts'
import type { SentenceReader } from './reader.ts'
import type { SearchIndex } from './search-index.ts'
import type { NumberList } from './shelf/number-file.ts'
import { type Places, placesOf } from './shelf/places.ts'
import type { Row } from './shelf/row.ts'
import type { Shelf } from './shelf/shelf.ts'
import { makeUnit, type Placed, type Unit } from './unit.ts'

export type { Places } from './shelf/places.ts'
export type { Placed, Unit } from './unit.ts'

export type Corpus = {
  reports: Report[]
  /** Those of which nobody knows the council: an answer about grades or the latest of a council must say that there are some. */
  withoutCouncil: Report[]
  /** Changes when a report is added, taken away or read differently: 12 hexadecimal digits. */
  fingerprint: string
  /** Every passage that can be pointed at, by its id. */
  passages: { get(id: string): Placed | undefined }
  /** The same in reading order, report after report. */
  all: Row<Placed>
  /** The number among the evidence of a passage that a report names; -1 where it is no evidence. Reads no passage. */
  ordinalOf(id: string): number
  /** The passages that are evidence, in the order of the paragraph index. */
  evidence: Row<Placed>
  /** The sentences that are evidence, in the order of the sentence index. */
  units: Row<Unit>
  /** The units of one passage, by its id. */
  unitsOf: { get(id: string): Unit[] | undefined }
  /** Where a sentence and a paragraph stand, by number: what is counted over thousands reads no passage. */
  places: Places
  paragraphIndex: SearchIndex
  sentenceIndex: SearchIndex
  /** Every folded word that the reports print, with the number of times: what spelling is corrected against. */
  vocabulary: Map<string, number>
  /** The words of each unit as numbers, by its ordinal. */
  forward: Forward
  /** Null where the learned reader is switched off: then search is BM25 alone. */
  reader: SentenceReader | null
}

/** A corpus of which every passage is in memory. */
export type WholeCorpus = Corpus & {
  passages: Map<string, Placed>
  all: Placed[]
  evidence: Placed[]
  units: Unit[]
  unitsOf: Map<string, Unit[]>
}

/** Builds the corpus. Reports keep their order: it is the order of last resort wherever two quotes weigh the same. */
export function makeCorpus(reports: Report[]): WholeCorpus {
  return toEnd(placing(reports, toEnd(preparing(reports))))
}

/** The same in steps, over what was prepared before: the cheap half. Yields between reports. */
export function* placing(
  reports: Report[],
  prepared: Prepared,
  fingerprint = fingerprintOf(reports),
  elsewhere: Indexes | null = null,
): Generator<void, WholeCorpus> {
  const { evidence } = prepared
  const passages: WholeCorpus['passages'] = new Map()
  const all: Placed[] = []
  const placedEvidence: Placed[] = []
  const units: Unit[] = []
  const unitsOf: WholeCorpus['unitsOf'] = new Map()
  let number = -1
  for (const report of reports) {
    for (const section of report.sections)
      for (const passage of passagesOf(section)) {
        const placed: Placed = { passage, section, report, ordinal: -1 }
        passages.set(passage.id, placed)
        all.push(placed)
        if (evidence[++number] === 0) continue
        placed.ordinal = placedEvidence.push(placed) - 1
        const own = passage.sentences.map(({ start, end }, at) => makeUnit(units.length + at, placed, at, start, end))
        units.push(...own)
        unitsOf.set(passage.id, own)
      }
    yield
  }
  return {
    reports,
    passages,
    ordinalOf: (id) => passages.get(id)?.ordinal ?? -1,
    all,
    evidence: placedEvidence,
    units,
    unitsOf,
    places: placesOf(prepared),
    ...(yield* rest(reports, prepared, fingerprint, elsewhere)),
    forward: forwardOf(prepared.forward),
  }
}

/** What does not depend on where the passages are. */
function* rest(
  reports: Report[],
  { vocabulary, paragraphs, sentences }: Prepared,
  fingerprint: string,
  elsewhere: Indexes | null,
): Generator<void, Pick<Corpus, 'withoutCouncil' | 'fingerprint' | 'paragraphIndex' | 'sentenceIndex' | 'vocabulary' | 'reader'>> {
  const paragraphIndex = elsewhere?.paragraphs ?? indexOf(paragraphs)
  yield
  const sentenceIndex = elsewhere?.sentences ?? indexOf(sentences)
  yield
  return { withoutCouncil: reports.filter(needsPerson), fingerprint, paragraphIndex, sentenceIndex, vocabulary, reader: null }
}

/** Indexes that are not made of what was prepared: those of a search cluster. */
export type Indexes = { paragraphs: SearchIndex; sentences: SearchIndex }

/** The corpus of reports whose passages are on a shelf. */
export function* shelved(
  prepared: Prepared,
  { shelf, places, words }: Shelved,
  fingerprint: string,
  elsewhere: Indexes | null = null,
): Generator<void, Corpus> {
  return {
    ...shelf,
    places,
    ...(yield* rest(shelf.reports, prepared, fingerprint, elsewhere)),
    forward: forwardOf(prepared.forward, words),
  }
}
export type Shelved = { shelf: Shelf; places: Places; words: NumberList }

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

/** What was read, in what order: any change of a source or of the reading changes it. */
export function fingerprintOf(reports: Report[]): string {
  const whole = createHash('sha256')
  for (const report of reports) whole.update(`${report.id} ${report.sha256} ${report.authority} ${aboutOf(report).words}\n`)
  return whole.digest('hex').slice(0, 12)
}
