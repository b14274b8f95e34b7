/** The expensive half of making a corpus: every word of every report is read once. What comes out can be kept in a file. */

import { passagesOf, type Report } from '../model/report.ts'
import { type Token, terms, tokens } from '../text/analyzer.ts'
import type { Columns } from './columns.ts'
import { collectForward, type ForwardTables } from './forward.ts'
import { collectTables, type IndexTables } from './index-tables.ts'
import type { IndexDocument } from './search-index.ts'
import { collectTerms, type TermTables } from './term-tables.ts'
import { bySentence, isContent } from './unit.ts'

/** Documents for the engine of small collections, tables for the engine of large ones, counts where the documents are elsewhere. */
export type Indexable = IndexDocument[] | IndexTables | TermTables

export type Prepared = {
  /** For each passage in reading order, whether it is evidence. */
  evidence: Uint16Array
  /** Every folded word that is printed, with its number of times. */
  vocabulary: Map<string, number>
  paragraphs: Indexable
  sentences: Indexable
  forward: ForwardTables
}

/**
 * Passages up to which MiniSearch is the engine (500 to 15,000). With paragraphs alone its p95 passes 50 ms at 15,000 to
 * 24,000; with the sentences beside them, four times as many, and the synonyms that a question brings, it did so at
 * 5,800 (typed arrays: 0.05 of it), and building took 4 s of every start. The shipped five have 400.
 */
export const MOST_FOR_MINISEARCH = 2_000

/** Everything of a collection that can be pointed at. */
export const passageCountOf = (reports: Report[]): number =>
  reports.reduce((sum, { sections }) => sections.reduce((all, section) => all + passagesOf(section).length, sum), 0)

/** The documents of each passage of a report in reading order; null for one that is no evidence. */
export function* documentsOf(report: Report, ordinal: number): Generator<PassageDocuments | null> {
  for (const section of report.sections) {
    const heading = terms([...section.path, section.heading?.text ?? ''].join(' '))
    for (const passage of passagesOf(section)) {
      if (!passage.evidence) {
        yield null
        continue
      }
      const words = tokens(passage.text)
      const content = words.filter(isContent)
      const bySentences = bySentence(passage, content)
      yield {
        words,
        bySentence: bySentences,
        paragraph: { terms: content.map(({ term }) => term), heading, report: ordinal },
        sentences: bySentences.map((own) => ({ terms: own.map(({ term }) => term), heading: NO_HEADING, report: ordinal })),
      }
    }
  }
}
type PassageDocuments = { words: Token[]; bySentence: Token[][]; paragraph: IndexDocument; sentences: IndexDocument[] }

type Collecting = { add(document: IndexDocument): void; finish(): Indexable }
/** How documents are collected for an engine of this process, by the size of the collection. */
const collectorFor = (passages: number, mostForMiniSearch: number): (() => Collecting) =>
  passages > mostForMiniSearch ? collectTables : collectDocuments

/** Yields between reports, so that a server can answer meanwhile; returns when all are read. */
export function* preparing(reports: Report[], mostForMiniSearch = MOST_FOR_MINISEARCH, elsewhere = false): Generator<void, Prepared> {
  const passageCount = passageCountOf(reports)
  const collect = elsewhere ? collectTerms : collectorFor(passageCount, mostForMiniSearch)
  const paragraphs = collect()
  const sentences = collect()
  const forward = collectForward()
  const vocabulary = new Map<string, number>()
  const evidence = new Uint16Array(passageCount)
  let number = -1
  for (const [ordinal, report] of reports.entries()) {
    for (const documents of documentsOf(report, ordinal)) {
      number++
      if (!documents) continue
      evidence[number] = 1
      for (const { word } of documents.words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
      paragraphs.add(documents.paragraph)
      for (const one of documents.sentences) sentences.add(one)
      for (const own of documents.bySentence) forward.add(own)
    }
    yield
  }
  return { evidence, vocabulary, paragraphs: paragraphs.finish(), sentences: sentences.finish(), forward: forward.finish() }
}

const NO_HEADING: string[] = []

function collectDocuments(): Collecting {
  const documents: IndexDocument[] = []
  return {
    add(document) {
      documents.push(document)
    },
    finish: () => documents,
  }
}

/** The columns that keep it; null where the collection is small enough to be prepared anew each time. */
export function columnsOf({ evidence, vocabulary, paragraphs, sentences, forward }: Prepared): Columns | null {
  if (Array.isArray(paragraphs) || Array.isArray(sentences)) return null
  return {
    evidence,
    words: [...vocabulary.keys()],
    wordCounts: Uint32Array.from(vocabulary.values()),
    ...prefixed('paragraphs.', paragraphs),
    ...prefixed('sentences.', sentences),
    ...prefixed('forward.', forward),
  }
}

/** @param columns as `columnsOf` made them, in the same version of the program. */
export function preparedFrom(columns: Columns): Prepared {
  const counts = columns.wordCounts as Uint32Array
  return {
    evidence: columns.evidence as Uint16Array,
    vocabulary: new Map((columns.words as string[]).map((word, i) => [word, counts[i]!])),
    paragraphs: unprefixed<IndexTables | TermTables>('paragraphs.', columns),
    sentences: unprefixed<IndexTables | TermTables>('sentences.', columns),
    forward: unprefixed<ForwardTables>('forward.', columns),
  }
}

const prefixed = (prefix: string, tables: IndexTables | TermTables | ForwardTables): Columns =>
  Object.fromEntries(Object.entries(tables).map(([name, column]) => [prefix + name, column]))
const unprefixed = <Tables>(prefix: string, columns: Columns): Tables =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), column]] : [])),
  ) as Tables
