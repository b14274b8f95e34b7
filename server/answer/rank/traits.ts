/** What a sentence is like, whatever is asked: read once, and kept while questions come near it. */

import type { Passage } from '../../../index/model/report.ts'
import type { Unit } from '../../../index/search/corpus.ts'
import { recent } from '../../../index/search/recent.ts'
import { CAUSE, enumerates, givesVerdict, LIMIT } from './aboutness.ts'

/** A sentence opening that means nothing without the sentence before. */
export const ANAPHORIC =
  /^(?:They|Their|This|These|Those|That|It|Its|He|She|His|Her|Such|However|Consequently|As a result|Therefore|But|Despite this|In addition|For example|For instance|Most is|Some of these|A small proportion|In particular|Equally|Also|Both|In these|Where this|When issues)\b/

/** "through these arrangements": the sentence before says which. */
const ANAPHORIC_INSIDE = /\b(?:these|those|such) [a-z]+s\b/

export type Traits = {
  text: string
  /** It means little without the sentence before. */
  leans: boolean
  /** It says how good something is. */
  verdict: boolean
  /** It names several things. */
  enumerates: boolean
  /** It sets a limit. */
  limits: boolean
  /** It names a cause. */
  causes: boolean
}

const traits = (text: string): Traits => ({
  text,
  leans: ANAPHORIC.test(text) || ANAPHORIC_INSIDE.test(text),
  verdict: givesVerdict(text),
  enumerates: enumerates(text),
  limits: LIMIT.test(text),
  causes: CAUSE.test(text),
})

/** Passages whose traits are kept, in each of two generations (500 to 10,000): some megabytes. */
const KEPT = 2_000
const bySentence = recent(KEPT, ({ text, sentences }: Passage): Traits[] =>
  sentences.map(({ start, end }) => traits(text.slice(start, end))),
)

export const traitsOf = ({ placed, at, start, end }: Unit): Traits =>
  bySentence(placed.passage)[at] ?? traits(placed.passage.text.slice(start, end))
