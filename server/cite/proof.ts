/** A quote's proof, cut again: do the files still say it, at that place? */
import type { Corpus } from '../../index/search/corpus.ts'
import { type Quote, sha256 } from './quote.ts'

/** `changed`: the file is not the one that was quoted, whatever it says now. `gone`: nothing of it is left here. */
export type ProofStatus = 'found' | 'changed' | 'gone'

export function checkProof(proof: Quote['proof'], corpus: Corpus): ProofStatus {
  const placed = corpus.passages.get(proof.passage)
  if (!placed) return corpus.reports.some(({ sha256: source }) => source === proof.source) ? 'changed' : 'gone'
  if (placed.report.sha256 !== proof.source) return 'changed'
  return sha256(placed.passage.text.slice(proof.start, proof.end)) === proof.text ? 'found' : 'changed'
}

/** Digits that a link carries: enough that a changed file shows, short enough for a hundred quotes. */
const SHORT = 8

/** The proof in eight digits, of the file's bytes, the place and the words. */
export const shortProof = ({ source, passage, start, end, text }: Quote['proof']): string =>
  sha256(`${source} ${passage} ${start} ${end} ${text}`).slice(0, SHORT)
