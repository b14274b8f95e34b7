/**
 * The seam behind which a search engine stands. It is asynchronous because an engine may be another process.
 *
 * To add an engine: write `engines/<engine>.ts` with a function that builds it from `IndexDocument[]`, choose it in
 * `index/search/corpus.ts`, and run it through the contract suite in `test/index/search/search-index.test.ts`. Every engine ranks by
 * the same formula (BM25+ as MiniSearch has it), so that answers do not depend on the engine.
 */

/** Documents are numbered from 0 in the order given. `terms` are analysed, stop words already gone. */
export type IndexDocument = {
  terms: string[]
  /** Terms of the headings that it stands under: they count less than its own. */
  heading: string[]
  /** Ordinal of the report that it stands in: what scopes are made of. */
  report: number
}

export type SearchQuery = {
  /** Weighted terms; a document needs one of them. Weights are above 0; 1 is a plain word of the question. */
  terms: { term: string; weight: number }[]
  /** Ordinals of the reports to search; null for all. Applied before scoring. */
  reports: ReadonlySet<number> | null
  /** At most so many hits. */
  limit: number
}

/** `document` is the number of a document; scores compare within one search only. */
export type Hit = { document: number; score: number }

/** Numbers of documents, ascending. */
export type Documents = ArrayLike<number> & Iterable<number>

/** A snapshot of one collection, held by whoever asks: reading a question looks words up by the dozen, and none of that may be a call. */
export type Statistics = {
  readonly documents: number
  /** Number of documents that hold the term in their own text. */
  frequency(term: string): number
}

/** An engine may be far away, so each call is one trip, and what is asked in the same turn may travel together. */
export type SearchIndex = {
  /** Best first; equal scores in the order of the documents. */
  search(query: SearchQuery): Promise<Hit[]>
  /** For each group of terms the documents in scope that hold all of them in their own text; none for an empty group. */
  holders(groups: readonly (readonly string[])[], reports: SearchQuery['reports']): Promise<Documents[]>
  readonly statistics: Statistics
}

/** What a match in a heading counts beside one in the text (0 to 1). 0.5 was best of 0, 0.25, 0.5 and 1 on the gold questions. */
export const HEADING_BOOST = 0.5
/** BM25+ as MiniSearch parameterises it: k saturates term frequency, b weighs length, d is the least a match is worth. */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const
