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

import { ownTurn } from '../../work/turn.ts'
import { inAll, lowerBound, type Run, within } from '../ascending.ts'
import type { IndexTables } from '../index-tables.ts'
import { BM25, type Documents, HEADING_BOOST, type SearchIndex, type SearchQuery } from '../search-index.ts'
import { topK } from '../top-k.ts'

/** Postings read before others have their turn (20,000 to 200,000). */
const SLICE = 100_000

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

  /** Searches share the arrays above, so one is made after another. */
  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(search: () => Promise<T>): Promise<T> => {
    const found = last.then(search)
    last = found.catch(() => {})
    return found
  }

  /** Leaves the documents found in `touched` with their whole scores, and returns how many they are. */
  async function scoreAll({ terms, reports }: SearchQuery): Promise<number> {
    const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
    const runs = runsIn(tables, reports)
    let count = 0
    let read = 0
    for (const [term, weight] of weights) {
      const number = numberOf.get(term)
      if (number === undefined) continue
      const end = tables.starts[number + 1]!
      let at = tables.starts[number]!
      for (const run of runs) {
        const from = lowerBound(tables.documents, run.start, at, end)
        at = run.end >= documentCount ? end : lowerBound(tables.documents, run.end, from, end)
        count = addTerm(number, weight, from, at, count)
        read += at - from
        if (at === end) break
      }
      if (read > SLICE) {
        await ownTurn()
        read = 0
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
      const found: Documents[] = []
      let read = SLICE
      for (const terms of groups) {
        if (read >= SLICE) {
          await ownTurn()
          read = 0
        }
        const lists = terms.map(holdersOf).sort((a, b) => a.length - b.length)
        const [rarest = NO_HOLDERS, ...others] = lists
        found.push(inAll([runs ? within(rarest, runs) : rarest, ...others]))
        read += rarest.length * lists.length
      }
      return found
    },
    search: (query) =>
      alone(async () => {
        await ownTurn()
        const count = await scoreAll(query)
        const best = topK(touched, count, scores, query.limit)
        for (let i = 0; i < count; i++) {
          const document = touched[i]!
          scores[document] = 0
          matches[document] = 0
        }
        return best
      }),
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
