/** What a sentence is like, whatever is asked: read once, and kept while questions come near it. */

import type { Passage } from '../../../index/model/report.ts'
import type { Unit } from '../../../index/search/corpus.ts'
import { recent } from '../../../index/search/recent.ts'

/** A sentence opening that means nothing without the sentence before. */
export const ANAPHORIC =
  /^(?:They|Their|This|These|Those|That|It|Its|He|She|His|Her|Such|However|Consequently|As a result|Therefore|But|Despite this|In addition|For example|For instance|Most is|Some of these|A small proportion|In particular|Equally|Also|Both|In these|Where this|When issues)\b/
/** "through these arrangements": the sentence before says which. */
const ANAPHORIC_INSIDE = /\b(?:these|those|such) [a-z]+s\b/

/** Words by which inspectors praise, and by which they find fault. A sentence with none only says that a thing exists. */
const PRAISE =
  /\b(?:outstanding|good|well|strong\w*|strengths?|effective(?:ly)?|excellent|impressive|robust\w*|thorough\w*|timely|prompt\w*|positive\w*|improv(?:ed|ing)|benefit\w*|successful\w*|appropriate\w*|comprehensive|valued?|better|skilled|sensitive\w*|clear(?:ly)?|creative\w*|persistent\w*|child-centred|well-\w+)\b/i
const CONCERN =
  /\b(?:inadequate\w*|poor\w*|weak\w*|limited|lack\w*|ineffective\w*|insufficient\w*|inconsisten\w+|variable|varies|delay\w*|drift|too|rarely|not|no|never|few|absent|missing|fail\w*|difficult\w*|slow\w*|serious\w*|concern(?:s|ed|ing)?|deficits?|need(?:s|ed)? to|unable|without|risk of|backlog\w*|gaps?|shortfalls?|remains? (?:a )?\w+)\b/i
/** Words that set a limit, and words by which a cause is named. */
const LIMIT = /\b(?:no more than|no higher than|no fewer than|at most|maximum|up to|should)\b/i
const CAUSE =
  /\b(?:because|due to|owing to|as a result of|results? from|resulting from|caused by|as a consequence of|stems? from|impacted by|affected by|led to)\b/i

export type Traits = {
  text: string
  /** It means little without the sentence before. */
  leans: boolean
  praise: boolean
  concern: boolean
  /** It names three things or more. */
  enumerates: boolean
  limits: boolean
  causes: boolean
  /** It ends with a colon: its list says what it says. */
  leadsIn: boolean
}

const traits = (text: string): Traits => ({
  text,
  leans: ANAPHORIC.test(text) || ANAPHORIC_INSIDE.test(text),
  praise: PRAISE.test(text),
  concern: CONCERN.test(text),
  enumerates: (text.match(/,/g)?.length ?? 0) >= 2 && /\b(?:includes?|including|consists?|comprises?|such as|are|of|from|in) \w/.test(text),
  limits: LIMIT.test(text),
  causes: CAUSE.test(text),
  leadsIn: text.endsWith(':'),
})

/** Passages whose traits are kept, in each of two generations (500 to 10,000): some megabytes. */
const KEPT = 2_000
const bySentence = recent(KEPT, ({ text, sentences }: Passage): Traits[] =>
  sentences.map(({ start, end }) => traits(text.slice(start, end))),
)

export const traitsOf = ({ placed, at, start, end }: Unit): Traits =>
  bySentence(placed.passage)[at] ?? traits(placed.passage.text.slice(start, end))
