/** The expensive half of making a corpus: every word of every report is read once. What comes out can be kept in a file. */

import { passagesOf, type Report } from '../model/report.ts'
import { aboutOf } from '../model/unread.ts'
import { type Token, terms, tokens } from '../text/analyzer.ts'
import type { Columns } from './columns.ts'
import { collectForward, type ForwardTables } from './forward.ts'
import { collectTables, type IndexTables } from './index-tables.ts'
import { type Numbers, numbers } from './numbers.ts'
import type { IndexDocument } from './search-index.ts'
import type { PlaceTables } from './shelf/places.ts'
import type { ShelfTables, ShelfWriter } from './shelf/write.ts'
import { collectTerms, type TermTables } from './term-tables.ts'
import { bySentence, isContent } from './unit.ts'

/** Documents for the engine of small collections, tables for the engine of large ones, counts where the documents are elsewhere. */
export type Indexable = IndexDocument[] | IndexTables | TermTables

export type Prepared = PlaceTables & {
  /** Every folded word that is printed, with its number of times. */
  vocabulary: Map<string, number>
  paragraphs: Indexable
  sentences: Indexable
  forward: ForwardTables
  /** Null where the passages stay in memory. */
  shelf: ShelfTables | null
}

/**
 * Passages up to which MiniSearch is the engine (500 to 15,000). With paragraphs alone its p95 passes 50 ms at 15,000 to
 * 24,000; with the sentences beside them, four times as many, and the synonyms that a question brings, it did so at
 * 5,800 (typed arrays: 0.05 of it), and building took 4 s of every start. The shipped five have 400.
 */
export const MOST_FOR_MINISEARCH = 2_000

/** Everything of a collection that can be pointed at. */
export const passageCountOf = (reports: Report[]): number => reports.reduce((sum, report) => sum + aboutOf(report).passages, 0)

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

/**
 * Yields between reports, so that a server can answer meanwhile; returns when all are read.
 * @param shelf takes passages and words where they do not stay in memory.
 */
export function* preparing(
  reports: Report[],
  mostForMiniSearch = MOST_FOR_MINISEARCH,
  elsewhere = false,
  shelf: ShelfWriter | null = null,
): Generator<void, Prepared> {
  const collect = elsewhere ? collectTerms : collectorFor(passageCountOf(reports), mostForMiniSearch)
  const paragraphs = collect()
  const sentences = collect()
  const forward = collectForward(shelf?.words)
  const vocabulary = new Map<string, number>()
  const places = collectPlaces()
  for (const [ordinal, given] of reports.entries()) {
    // read once, whoever reads it here
    const report = { ...given }
    places.add(report)
    shelf?.add(report)
    for (const documents of documentsOf(report, ordinal)) {
      if (!documents) continue
      for (const { word } of documents.words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
      paragraphs.add(documents.paragraph)
      for (const one of documents.sentences) sentences.add(one)
      for (const own of documents.bySentence) forward.add(own)
    }
    yield
  }
  return {
    ...places.finish(),
    vocabulary,
    paragraphs: paragraphs.finish(),
    sentences: sentences.finish(),
    forward: forward.finish(),
    shelf: shelf?.finish() ?? null,
  }
}

function collectPlaces(): { add(report: Report): void; finish(): PlaceTables } {
  const [evidence, passagesFrom, sentencesFrom, leads, definitions] = Array.from({ length: 5 }, numbers) as [
    Numbers,
    Numbers,
    Numbers,
    Numbers,
    Numbers,
  ]
  let sentences = 0
  return {
    add({ sections }) {
      passagesFrom.push(evidence.size())
      for (const section of sections) {
        const passages = passagesOf(section)
        for (const [at, passage] of passages.entries()) {
          if (passage.speaker.voice === 'definition') definitions.push(evidence.size())
          evidence.push(passage.evidence ? 1 : 0)
          if (!passage.evidence) continue
          if (passage.kind === 'text' && passages[at + 1]?.kind === 'item') leads.push(sentencesFrom.size())
          sentencesFrom.push(sentences)
          sentences += passage.sentences.length
        }
      }
    },
    finish() {
      passagesFrom.push(evidence.size())
      sentencesFrom.push(sentences)
      const [passages, firsts, lists, defining] = [passagesFrom, sentencesFrom, leads, definitions].map((all) => all.all().slice())
      return {
        evidence: Uint16Array.from(evidence.all()),
        passagesFrom: passages!,
        sentencesFrom: firsts!,
        leads: lists!,
        definitions: defining!,
      }
    },
  }
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
export function columnsOf({ vocabulary, paragraphs, sentences, forward, shelf, ...places }: Prepared): Columns | null {
  if (Array.isArray(paragraphs) || Array.isArray(sentences)) return null
  return {
    ...places,
    words: [...vocabulary.keys()],
    wordCounts: Uint32Array.from(vocabulary.values()),
    ...prefixed('paragraphs.', paragraphs),
    ...prefixed('sentences.', sentences),
    ...prefixed('forward.', forward),
    ...(shelf && prefixed('shelf.', shelf)),
  }
}

/** @param columns as `columnsOf` made them, in the same version of the program. */
export function preparedFrom(columns: Columns): Prepared {
  const counts = columns.wordCounts as Uint32Array
  return {
    evidence: columns.evidence as Uint16Array,
    ...(Object.fromEntries(PLACES.map((name) => [name, columns[name]])) as Omit<PlaceTables, 'evidence'>),
    vocabulary: new Map((columns.words as string[]).map((word, i) => [word, counts[i]!])),
    paragraphs: unprefixed<IndexTables | TermTables>('paragraphs.', columns),
    sentences: unprefixed<IndexTables | TermTables>('sentences.', columns),
    forward: unprefixed<ForwardTables>('forward.', columns),
    shelf: 'shelf.passageAt' in columns ? unprefixed<ShelfTables>('shelf.', columns) : null,
  }
}

const PLACES = ['passagesFrom', 'sentencesFrom', 'leads', 'definitions'] as const

const prefixed = (prefix: string, tables: IndexTables | TermTables | ForwardTables | ShelfTables): Columns =>
  Object.fromEntries(Object.entries(tables).map(([name, column]) => [prefix + name, column]))
const unprefixed = <Tables>(prefix: string, columns: Columns): Tables =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), column]] : [])),
  ) as Tables
