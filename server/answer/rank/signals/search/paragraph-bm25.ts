import type { Signal } from '../../signal.ts'

/** BM25 of its paragraph, headings counted in part, as a share of the best paragraph's. */
export const paragraphBm25: Signal = {
  name: 'paragraphBm25',
  says: 'its paragraph ranks high',
  of: (candidate) => candidate.paragraphBm25,
}
