import type { Signal } from '../../signal.ts'

/** BM25 (Robertson and Zaragoza, 2009) of the sentence, as a share of the best sentence's. */
export const bm25: Signal = { name: 'bm25', says: 'ranks high among sentences', of: (candidate) => candidate.bm25 }
