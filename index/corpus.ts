/** Report[] → Corpus: everything that a question is asked of, in memory, read only. */
import { createHash } from 'node:crypto'
import { isStopWord, type Token, terms, tokens } from './analyzer.ts'
import { miniSearchIndex } from './minisearch-index.ts'
import { type Passage, passagesOf, type Report, type Section } from './report.ts'
import type { IndexDocument, SearchIndex } from './search-index.ts'

/** A passage in its place. `ordinal` is its number in the paragraph index, -1 where it is no evidence. */
export type Placed = { passage: Passage; section: Section; report: Report; ordinal: number }

/** A sentence that may be quoted. */
export type Unit = {
  /** Number in the sentence index. */
  ordinal: number
  placed: Placed
  /** Number of the sentence in its passage. */
  at: number
  start: number
  end: number
  /** Content terms with their places in the passage's text, stop words left out. */
  tokens: Token[]
}

export type Corpus = {
  reports: Report[]
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
}

/** Builds the corpus. Reports keep their order: it is the order of last resort wherever two quotes weigh the same. */
export function makeCorpus(reports: Report[]): Corpus {
  const corpus: Corpus = {
    reports,
    fingerprint: fingerprintOf(reports),
    passages: new Map(),
    evidence: [],
    units: [],
    unitsOf: new Map(),
    paragraphIndex: miniSearchIndex([]),
    sentenceIndex: miniSearchIndex([]),
    vocabulary: new Map(),
  }
  const paragraphs: IndexDocument[] = []
  const sentences: IndexDocument[] = []
  const recurring = recurringSentences(reports)

  reports.forEach((report, reportOrdinal) => {
    for (const section of report.sections) {
      const heading = terms([...section.path, section.heading?.text ?? ''].join(' '))
      for (const passage of passagesOf(section)) {
        const placed: Placed = { passage, section, report, ordinal: -1 }
        corpus.passages.set(passage.id, placed)
        if (!passage.evidence || recurring.has(plainKey(passage.text))) continue
        placed.ordinal = corpus.evidence.push(placed) - 1
        const words = tokens(passage.text)
        for (const { word } of words) corpus.vocabulary.set(word, (corpus.vocabulary.get(word) ?? 0) + 1)
        const content = words.filter(({ word }) => !isStopWord(word))
        paragraphs.push({ terms: content.map(({ term }) => term), heading, report: reportOrdinal })
        const units = passage.sentences.map(({ start, end }, at): Unit => {
          const own = content.filter((token) => token.start >= start && token.end <= end)
          sentences.push({ terms: own.map(({ term }) => term), heading: [], report: reportOrdinal })
          return { ordinal: sentences.length - 1, placed, at, start, end, tokens: own }
        })
        corpus.units.push(...units)
        corpus.unitsOf.set(passage.id, units)
      }
    }
  })
  corpus.paragraphIndex = miniSearchIndex(paragraphs)
  corpus.sentenceIndex = miniSearchIndex(sentences)
  return corpus
}

const plainKey = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** Paragraphs that recur in reports on different authorities are method, not finding. */
const MINIMUM_WORDS = 8
function recurringSentences(reports: Report[]): Set<string> {
  const seen = new Map<string, string | null>()
  const recurring = new Set<string>()
  for (const report of reports)
    for (const { paragraphs } of report.sections)
      for (const { text, evidence, kind } of paragraphs) {
        const key = plainKey(text)
        if (!evidence || kind === 'row' || key.split(' ').length < MINIMUM_WORDS) continue
        const before = seen.get(key)
        if (before !== undefined && before !== report.authority) recurring.add(key)
        else seen.set(key, report.authority)
      }
  return recurring
}

/** What was read, in what order: any change of a source or of the reading changes it. */
function fingerprintOf(reports: Report[]): string {
  const hash = createHash('sha256')
  for (const report of reports) {
    hash.update(`${report.id} ${report.sha256}\n`)
    for (const section of report.sections) for (const { id, text } of passagesOf(section)) hash.update(`${id} ${text}\n`)
  }
  return hash.digest('hex').slice(0, 12)
}
