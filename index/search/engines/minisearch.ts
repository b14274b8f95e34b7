/** The default engine: MiniSearch, for collections of up to some fifteen thousand paragraphs. */
import MiniSearch from 'minisearch'
import { inAll } from '../ascending.ts'
import { BM25, HEADING_BOOST, type IndexDocument, type SearchIndex } from '../search-index.ts'

type Stored = { id: number; text: string; heading: string }

/** Builds the index. Terms hold no spaces, so a space joins and splits them. */
export function miniSearchIndex(documents: IndexDocument[]): SearchIndex {
  const engine = new MiniSearch<Stored>({
    fields: ['text', 'heading'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost: { heading: HEADING_BOOST }, bm25: BM25, combineWith: 'OR' },
  })
  engine.addAll(documents.map((document, id) => ({ id, text: document.terms.join(' '), heading: document.heading.join(' ') })))
  const holders = new Map<string, number[]>()
  documents.forEach((document, number) => {
    for (const term of new Set(document.terms)) holders.get(term)?.push(number) ?? holders.set(term, [number])
  })

  return {
    statistics: { documents: documents.length, frequency: (term) => holders.get(term)?.length ?? 0 },
    async holders(groups, reports) {
      const isIn = (document: number): boolean => reports?.has(documents[document]?.report ?? -1) ?? true
      return groups.map((terms) => inAll(terms.map((term) => holders.get(term) ?? [])).filter(isIn))
    },
    async search({ terms, reports, limit }) {
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
      const results = engine.search([...weights.keys()].join(' '), {
        boostTerm: (term) => weights.get(term) ?? 1,
        // 0 leaves a document out before it is scored
        ...(reports && { boostDocument: (id: number) => (reports.has(documents[id]?.report ?? -1) ? 1 : 0) }),
      })
      return results
        .map(({ id, score }) => ({ document: id as number, score }))
        .sort((a, b) => b.score - a.score || a.document - b.document)
        .slice(0, limit)
    },
  }
}
