/** The expensive half of making a corpus: every word of every report is read once. What comes out can be kept in a file. */

import { passagesOf, type Report } from '../model/report.ts'
import { terms, tokens } from '../text/analyzer.ts'
import type { Columns } from './columns.ts'
import { collectForward, type ForwardTables } from './forward.ts'
import { collectTables, type IndexTables } from './index-tables.ts'
import type { IndexDocument } from './search-index.ts'
import { bySentence, isContent } from './unit.ts'

/** Documents for the engine of small collections, tables for the engine of large ones. */
export type Indexable = IndexDocument[] | IndexTables

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

/** Yields between reports, so that a server can answer meanwhile; returns when all are read. */
export function* preparing(reports: Report[], mostForMiniSearch = MOST_FOR_MINISEARCH): Generator<void, Prepared> {
  const passageCount = passageCountOf(reports)
  const collect = passageCount > mostForMiniSearch ? collectTables : collectDocuments
  const paragraphs = collect()
  const sentences = collect()
  const forward = collectForward()
  const vocabulary = new Map<string, number>()
  const evidence = new Uint16Array(passageCount)
  let number = -1
  for (const [ordinal, report] of reports.entries()) {
    for (const section of report.sections) {
      const heading = terms([...section.path, section.heading?.text ?? ''].join(' '))
      for (const passage of passagesOf(section)) {
        number++
        if (!passage.evidence) continue
        evidence[number] = 1
        const words = tokens(passage.text)
        for (const { word } of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
        const content = words.filter(isContent)
        paragraphs.add({ terms: content.map(({ term }) => term), heading, report: ordinal })
        for (const own of bySentence(passage, content)) {
          sentences.add({ terms: own.map(({ term }) => term), heading: NO_HEADING, report: ordinal })
          forward.add(own)
        }
      }
    }
    yield
  }
  return { evidence, vocabulary, paragraphs: paragraphs.finish(), sentences: sentences.finish(), forward: forward.finish() }
}

const NO_HEADING: string[] = []

function collectDocuments(): { add(document: IndexDocument): void; finish(): Indexable } {
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
    paragraphs: unprefixed<IndexTables>('paragraphs.', columns),
    sentences: unprefixed<IndexTables>('sentences.', columns),
    forward: unprefixed<ForwardTables>('forward.', columns),
  }
}

const prefixed = (prefix: string, tables: IndexTables | ForwardTables): Columns =>
  Object.fromEntries(Object.entries(tables).map(([name, column]) => [prefix + name, column]))
const unprefixed = <Tables>(prefix: string, columns: Columns): Tables =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), column]] : [])),
  ) as Tables
