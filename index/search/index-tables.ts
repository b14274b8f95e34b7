/** The tables of the array engine: collected one document at a time, kept as one binary file. */
import { type Numbers, numbers } from './numbers.ts'
import type { IndexDocument } from './search-index.ts'

/** Postings of term `t` stand at `[starts[t], starts[t + 1])`, documents ascending. */
export type IndexTables = {
  terms: string[]
  starts: Uint32Array
  documents: Uint32Array
  /** Occurrences in the text and in the heading, 0 where it has none. */
  textCounts: Uint16Array
  headingCounts: Uint16Array
  /** Number of documents that hold the term in that field. */
  textHolders: Uint32Array
  headingHolders: Uint32Array
  /** Distinct terms of each document's field, 1 where it is empty. */
  textLengths: Uint16Array
  headingLengths: Uint16Array
  /** Documents `[runStarts[i], runStarts[i + 1])` stand in report `runReports[i]`. */
  runStarts: Uint32Array
  runReports: Uint32Array
}

/** Counts and lengths are kept in 16 bits: a field that exceeds them scores as if it stopped there. */
const MOST = 0xffff

export function tablesOf(documents: Iterable<IndexDocument>): IndexTables {
  const collector = collectTables()
  for (const document of documents) collector.add(document)
  return collector.finish()
}

/** Takes documents one at a time, so that a large collection never stands in memory twice. */
export function collectTables(): { add(document: IndexDocument): void; finish(): IndexTables } {
  const numberOf = new Map<string, number>()
  const postings = { terms: numbers(), documents: numbers(), text: numbers(), heading: numbers() }
  const [textLengths, headingLengths, runStarts, runReports] = [numbers(), numbers(), numbers(), numbers()]
  let lastHeading: string[] | null = null
  let inHeading: Counts = new Map()

  const tally = (terms: string[]): Counts => {
    const counts: Counts = new Map()
    for (const term of terms) {
      let number = numberOf.get(term)
      if (number === undefined) {
        number = numberOf.size
        numberOf.set(term, number)
      }
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    return counts
  }
  const post = (term: number, text: number, heading: number): void => {
    postings.terms.push(term)
    postings.documents.push(textLengths.size() - 1)
    postings.text.push(Math.min(MOST, text))
    postings.heading.push(Math.min(MOST, heading))
  }

  return {
    add({ terms, heading, report }) {
      if (report !== runReports.last()) {
        runStarts.push(textLengths.size())
        runReports.push(report)
      }
      const inText = tally(terms)
      // the paragraphs of one section share their heading
      if (heading !== lastHeading) inHeading = tally(heading)
      lastHeading = heading
      textLengths.push(Math.min(MOST, Math.max(1, inText.size)))
      headingLengths.push(Math.min(MOST, Math.max(1, inHeading.size)))
      for (const [term, count] of inText) post(term, count, inHeading.get(term) ?? 0)
      for (const [term, count] of inHeading) if (!inText.has(term)) post(term, 0, count)
    },
    finish() {
      runStarts.push(textLengths.size())
      return {
        terms: [...numberOf.keys()],
        ...sortedByTerm(postings, numberOf.size),
        textLengths: Uint16Array.from(textLengths.all()),
        headingLengths: Uint16Array.from(headingLengths.all()),
        runStarts: runStarts.all().slice(),
        runReports: runReports.all().slice(),
      }
    },
  }
}

type Counts = Map<number, number>
type Postings = Record<'terms' | 'documents' | 'text' | 'heading', Numbers>

/** A counting sort: it keeps the documents of each term in ascending order. */
function sortedByTerm({ terms, documents, text, heading }: Postings, termCount: number) {
  const starts = new Uint32Array(termCount + 1)
  for (const term of terms.all()) starts[term + 1]!++
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const size = terms.size()
  const sorted = {
    starts,
    documents: new Uint32Array(size),
    textCounts: new Uint16Array(size),
    headingCounts: new Uint16Array(size),
    textHolders: new Uint32Array(termCount),
    headingHolders: new Uint32Array(termCount),
  }
  const next = starts.slice()
  const [documentAt, textAt, headingAt] = [documents.all(), text.all(), heading.all()]
  terms.all().forEach((term, i) => {
    const place = next[term]!++
    sorted.documents[place] = documentAt[i]!
    sorted.textCounts[place] = textAt[i]!
    sorted.headingCounts[place] = headingAt[i]!
    if (textAt[i]! > 0) sorted.textHolders[term]!++
    if (headingAt[i]! > 0) sorted.headingHolders[term]!++
  })
  return sorted
}
