/**
 * The engine of large collections: MiniSearch's formula over typed arrays, with the scope before scoring and a heap for
 * the best. It ranks exactly as `minisearch-index.ts` does, which is its oracle in the contract suite: the sums are made
 * in the same order, so that scores tie where MiniSearch's do.
 *
 * The formula, for each distinct term of the query and each document that holds it in its text or heading:
 *   weight × boost × idf × (d + tf × (k + 1) / (tf + k × (1 − b + b × length / average length)))
 *   idf = ln(1 + (documents − holders + 0.5) / (holders + 0.5)), holders counted in that field
 * summed over fields, then terms, then multiplied by the number of query terms that the document holds. A field's length
 * is its number of distinct terms, 1 where it is empty (MiniSearch splits '' into one empty term).
 *
 * Loops over documents count: an iterator over a typed array makes an object for each of a hundred thousand.
 */
import { inAll, lowerBound, type Run, within } from '../ascending.ts'
import type { IndexTables } from '../index-tables.ts'
import { BM25, HEADING_BOOST, type SearchIndex, type SearchQuery } from '../search-index.ts'
import { topK } from '../top-k.ts'

export function arrayIndex(tables: IndexTables): SearchIndex {
  const numberOf = new Map(tables.terms.map((term, number) => [term, number]))
  const documentCount = tables.textLengths.length
  const textNorms = normsOf(tables.textLengths)
  const headingNorms = normsOf(tables.headingLengths)
  // most words stand once in their text: that part of the formula is worked out beforehand
  const once = textNorms.map((norm) => BM25.d + (1 * (BM25.k + 1)) / (1 + norm))
  // between two searches all scores and matches are 0: a search leaves them so
  const scores = new Float64Array(documentCount)
  const matches = new Uint16Array(documentCount)
  const touched = new Uint32Array(documentCount)
  const idf = (holders: number): number => Math.log(1 + (documentCount - holders + 0.5) / (holders + 0.5))

  /** Adds one term's share to the scores of its documents from posting `from` up to `to`; returns how many are touched now. */
  function addTerm(number: number, weight: number, from: number, to: number, count: number): number {
    const { documents, textCounts, headingCounts } = tables
    const { k, d } = BM25
    const textIdf = idf(tables.textHolders[number]!)
    const headingIdf = idf(tables.headingHolders[number]!)
    const headingWeight = weight * HEADING_BOOST
    const inHeadings = tables.headingHolders[number]! > 0
    for (let at = from; at < to; at++) {
      const document = documents[at]!
      const inText = textCounts[at]!
      let score = 0
      if (inText === 1) score = weight * (textIdf * once[document]!)
      else if (inText > 0) score = weight * (textIdf * (d + (inText * (k + 1)) / (inText + textNorms[document]!)))
      if (inHeadings) {
        const inHeading = headingCounts[at]!
        if (inHeading > 0) score += headingWeight * (headingIdf * (d + (inHeading * (k + 1)) / (inHeading + headingNorms[document]!)))
      }
      const before = matches[document]!
      if (before === 0) touched[count++] = document
      matches[document] = before + 1
      scores[document] = scores[document]! + score
    }
    return count
  }

  /** Leaves the documents found in `touched` with their whole scores, and returns how many they are. */
  function scoreAll({ terms, reports }: SearchQuery): number {
    const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
    const runs = runsIn(tables, reports)
    let count = 0
    for (const [term, weight] of weights) {
      const number = numberOf.get(term)
      if (number === undefined) continue
      const last = tables.starts[number + 1]!
      let at = tables.starts[number]!
      for (const { start, end } of runs) {
        const from = lowerBound(tables.documents, start, at, last)
        at = end >= documentCount ? last : lowerBound(tables.documents, end, from, last)
        count = addTerm(number, weight, from, at, count)
        if (at === last) break
      }
    }
    for (let i = 0; i < count; i++) {
      const document = touched[i]!
      scores[document] = scores[document]! * matches[document]!
    }
    return count
  }

  function holdersOf(term: string): Uint32Array {
    const number = numberOf.get(term)
    if (number === undefined) return NO_HOLDERS
    const from = tables.starts[number]!
    const to = tables.starts[number + 1]!
    const all = tables.documents.subarray(from, to)
    return tables.textHolders[number] === to - from ? all : all.filter((_, i) => tables.textCounts[from + i]! > 0)
  }

  return {
    statistics: {
      documents: documentCount,
      frequency(term) {
        const number = numberOf.get(term)
        return number === undefined ? 0 : tables.textHolders[number]!
      },
    },
    async holders(groups, reports) {
      const runs = reports && runsIn(tables, reports)
      return groups.map((terms) => {
        const [rarest, ...others] = terms.map(holdersOf).sort((a, b) => a.length - b.length)
        return inAll([rarest && runs ? within(rarest, runs) : (rarest ?? NO_HOLDERS), ...others])
      })
    },
    async search(query) {
      const count = scoreAll(query)
      const best = topK(touched, count, scores, query.limit)
      for (let i = 0; i < count; i++) {
        const document = touched[i]!
        scores[document] = 0
        matches[document] = 0
      }
      return best
    },
  }
}

const NO_HOLDERS = new Uint32Array(0)

/** The length part of the formula's denominator, by document. The average is made as MiniSearch makes it, one document at a time. */
function normsOf(lengths: Uint16Array): Float64Array {
  let average = 0
  lengths.forEach((length, count) => {
    average = (average * count + length) / (count + 1)
  })
  const { k, b } = BM25
  return Float64Array.from(lengths, (length) => k * (1 - b + (b * length) / average))
}

/** The documents in scope, as stretches that do not touch: one for the whole collection. */
function runsIn({ runStarts, runReports, textLengths }: IndexTables, reports: SearchQuery['reports']): Run[] {
  if (!reports) return [{ start: 0, end: textLengths.length }]
  const runs: Run[] = []
  runReports.forEach((report, i) => {
    if (!reports.has(report)) return
    const start = runStarts[i]!
    const end = runStarts[i + 1]!
    const before = runs.at(-1)
    if (before?.end === start) before.end = end
    else runs.push({ start, end })
  })
  return runs
}
