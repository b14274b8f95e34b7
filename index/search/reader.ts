/** The seam behind which the learned reader stands: vectors of sentences, and what is near to a question. */

/** A unit vector in signed bytes. */
export type Vector = Int8Array

export type SentenceReader = {
  /** Changes with the model: answers kept for one are not those of another. */
  version: string
  /** The vector of a question. The same text gives the same bytes. */
  encode(text: string): Promise<Vector>
  /** True where all sentences of these reports (by their places in the corpus) have vectors. */
  covers(reports: readonly number[]): boolean
  /** The sentences (ordinals of units) of those reports that are nearest to a question, best first. */
  nearest(query: Vector, limit: number, reports: readonly number[]): { ordinal: number; similarity: number }[]
  /** Cosine of a question and a sentence, −1 to 1; null for a sentence that has no vector yet. */
  similarity(query: Vector, ordinal: number): number | null
  /** Cosines of a question and any texts. Each text is read anew: 3 ms for a few words. */
  likeness(query: Vector, texts: string[]): Promise<number[]>
  /** Sentences with vectors, of all. */
  progress(): { done: number; total: number }
  /** Settles once no vector is left to make, or making has failed. */
  settled: Promise<void>
  /** Ends what is made in the background; what is made stays. */
  stop(): void
}
