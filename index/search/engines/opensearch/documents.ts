/**
 * Documents as the cluster keeps them. Terms come from our own analyzer and are split at spaces there. A term's frequency carries
 * the length of its field beside its count: Lucene's own norms know lengths in 256 steps only, and ranking has to be exact.
 */
import { BM25, type IndexDocument } from '../../search-index.ts'
import type { Terms } from '../../term-tables.ts'

/** A frequency is distinct terms of the field × this + occurrences in it. */
const BASE = 256
/** A field with more distinct terms scores as if it had so many: Lucene sums up a field's frequencies in 31 bits. */
const MOST_DISTINCT = 2_000
/** Longer ones are no words, and Lucene takes none beyond 32,766 bytes. */
const LONGEST_TERM = 500

export const isSendable = (term: string): boolean => term.length > 0 && term.length <= LONGEST_TERM

export type Stored = { text: string; heading: string; report: number; n: number }

export const storedOf = ({ terms, heading, report }: IndexDocument, n: number): Stored => ({
  text: counted(terms),
  heading: counted(heading),
  report,
  n,
})

function counted(terms: string[]): string {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const length = Math.min(MOST_DISTINCT, Math.max(1, counts.size)) * BASE
  return [...counts]
    .filter(([term]) => isSendable(term))
    .map(([term, count]) => `${term}|${length + Math.min(BASE - 1, count)}`)
    .join(' ')
}

/** BM25+ without its idf, which comes with the query as its boost: it is the collection's, not the shard's. */
const similarity = (average: number) => ({
  type: 'scripted',
  script: {
    lang: 'painless',
    source: `double l = Math.floor(doc.freq / ${BASE}.0);
      double t = doc.freq - ${BASE}.0 * l;
      return query.boost * (${BM25.d} + t * ${BM25.k + 1} / (t + ${BM25.k} * (${1 - BM25.b} + ${BM25.b} * l / ${average.toFixed(12)})));`.replace(
      /\s+/g,
      ' ',
    ),
  },
})

const field = (name: string) => ({ type: 'text', analyzer: 'counted', index_options: 'freqs', norms: false, similarity: name })

/** What an index is made with. `shards`: primaries; each has one copy on another node where there is one. */
export const indexOf = ({ averages }: Pick<Terms, 'averages'>, shards: number, about: object) => ({
  settings: {
    number_of_shards: shards,
    auto_expand_replicas: '0-1',
    refresh_interval: -1,
    'unassigned.node_left.delayed_timeout': '10s',
    similarity: { text: similarity(averages.text), heading: similarity(averages.heading) },
    analysis: {
      tokenizer: { spaces: { type: 'whitespace', max_token_length: 4 * LONGEST_TERM } },
      filter: { counted: { type: 'delimited_term_freq', delimiter: '|' } },
      analyzer: { counted: { type: 'custom', tokenizer: 'spaces', filter: ['counted'] } },
    },
  },
  mappings: {
    dynamic: 'strict',
    _source: { enabled: false },
    _meta: about,
    properties: { text: field('text'), heading: field('heading'), report: { type: 'integer' }, n: { type: 'integer' } },
  },
})
