/** What ranking has to know of a whole collection, without its postings: kept by whoever asks an engine on another machine. */
import type { IndexDocument, Statistics } from './search-index.ts'

export type TermTables = {
  terms: string[]
  /** Number of documents that hold the term in that field, by the term's place in `terms`. */
  textHolders: Uint32Array
  headingHolders: Uint32Array
  /** Documents; distinct terms of all texts together; of all headings. An empty field counts one. */
  totals: Uint32Array
}

export type Terms = Statistics & {
  headingFrequency(term: string): number
  /** Distinct terms of a field on average. */
  averages: { text: number; heading: number }
}

export function collectTerms(): { add(document: IndexDocument): void; finish(): TermTables } {
  const holders = new Map<string, [text: number, heading: number]>()
  const totals = new Uint32Array(3)
  const count = (terms: string[], field: 0 | 1): void => {
    const distinct = new Set(terms)
    for (const term of distinct) {
      const known = holders.get(term)
      if (known) known[field]++
      else holders.set(term, field === 0 ? [1, 0] : [0, 1])
    }
    totals[field + 1]! += Math.max(1, distinct.size)
  }
  return {
    add({ terms, heading }) {
      totals[0]!++
      count(terms, 0)
      count(heading, 1)
    },
    finish: () => ({
      terms: [...holders.keys()],
      textHolders: Uint32Array.from(holders.values(), ([text]) => text),
      headingHolders: Uint32Array.from(holders.values(), ([, heading]) => heading),
      totals,
    }),
  }
}

export function termsOf({ terms, textHolders, headingHolders, totals }: TermTables): Terms {
  const numberOf = new Map(terms.map((term, number) => [term, number]))
  const [documents, texts, headings] = totals as unknown as [number, number, number]
  const look = (counts: Uint32Array) => (term: string) => counts[numberOf.get(term) ?? -1] ?? 0
  return {
    documents,
    frequency: look(textHolders),
    headingFrequency: look(headingHolders),
    averages: { text: texts / documents || 1, heading: headings / documents || 1 },
  }
}
