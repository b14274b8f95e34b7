/** Where everything stands, as numbers: which paragraph a sentence is in, which report a paragraph is in. */
import type { Prepared } from '../prepare.ts'

/** What of it is kept in a file. Passages are numbered in reading order, report after report. */
export type PlaceTables = {
  /** For each passage, whether it is evidence. */
  evidence: Uint16Array
  /** The first passage of each report, and one more. */
  passagesFrom: Uint32Array
  /** The first sentence of each paragraph, and one more: both are numbered among the evidence alone. */
  sentencesFrom: Uint32Array
  /** Paragraphs that a list hangs on. */
  leads: Uint32Array
  /** Passages that define a term. */
  definitions: Uint32Array
}

export type Places = PlaceTables & {
  /** The paragraph of a sentence. */
  paragraphOf: Uint32Array
  /** The report of a paragraph, by its place in the corpus. */
  reportOf: Uint32Array
  /** The passage of a paragraph, and the paragraph of a passage: -1 for one that is no evidence. */
  passageOf: Uint32Array
  ordinalOf: Int32Array
}

export function placesOf({ evidence, passagesFrom, sentencesFrom, leads, definitions }: Prepared): Places {
  const paragraphs = sentencesFrom.length - 1
  const paragraphOf = new Uint32Array(sentencesFrom[paragraphs]!)
  for (let paragraph = 0; paragraph < paragraphs; paragraph++)
    paragraphOf.fill(paragraph, sentencesFrom[paragraph], sentencesFrom[paragraph + 1])
  const [reportOf, passageOf] = [new Uint32Array(paragraphs), new Uint32Array(paragraphs)]
  const ordinalOf = new Int32Array(evidence.length).fill(-1)
  let ordinal = 0
  for (let report = 0; report < passagesFrom.length - 1; report++)
    for (let passage = passagesFrom[report]!; passage < passagesFrom[report + 1]!; passage++) {
      if (evidence[passage] === 0) continue
      reportOf[ordinal] = report
      passageOf[ordinal] = passage
      ordinalOf[passage] = ordinal++
    }
  return { evidence, passagesFrom, sentencesFrom, leads, definitions, paragraphOf, reportOf, passageOf, ordinalOf }
}

/** In which of the stretches that begin at `starts` (ascending, one more than there are) a number lies. */
export function stretchOf(starts: Uint32Array, number: number): number {
  let low = 0
  let high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= number) low = middle
    else high = middle - 1
  }
  return low
}
