/** The seam behind which the learned reader stands: vectors of sentences, and what is near to a question. */

/** A unit vector in signed bytes. */
export type Vector = Int8Array

export type SentenceReader = {
  /** Changes with the model: answers kept for one are not those of another. */
  version: string
  /** The vector of a question. The same text gives the same bytes. */
  encode(text: string): Promise<Vector>
  /** The sentences (ordinals of units) nearest to a question, best first; of the reports given by ordinal. */
  nearest(query: Vector, limit: number, reports: ReadonlySet<number>): { ordinal: number; similarity: number }[]
  /** Cosine of a question and a sentence, −1 to 1; 0 for a sentence that has no vector yet. */
  similarity(query: Vector, ordinal: number): number
}
