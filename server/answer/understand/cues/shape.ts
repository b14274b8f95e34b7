/** What shape of answer a question asks for, whatever its matter. */
import type { Concept } from '../../question.ts'

/** Asks how things are, and for nothing in particular. */
const BROAD =
  /\b(summari[sz]e|summary|overview|headlines?|main|key|overall|changed?|failing|struggling|performing|doing|any good|what about|how about|tell me about|how (good|well|bad|is|are|was|were|did))\b/i
/** What such questions are put with, besides. */
const BESIDE =
  /^(?:summar\w*|overview|headlines?|main|key|overall|chang\w*|fail\w*|struggl\w*|perform\w*|good|well|bad|findings?|inspections?|inspect\w*|ofsted|reports?|letters?|papers?|visits?|conclusions?|results?|outcomes?|messages?|points?|things?|issues?|services?|child\w*|young people|people|young|councils?|authorit\w*|local|social|care|areas?|improv\w*|progress\w*|say|said|tell|told)$/i
/** One shade beside it ("currently") is no matter; several are a story. */
export const isBroad = (text: string, concepts: Concept[]): boolean =>
  BROAD.test(text) &&
  concepts.every(({ light }) => light) &&
  concepts.filter(({ words }) => !words.split(/[ -]/).every((word) => BESIDE.test(word))).length <= 1

/** "Which partners sit on the Trust?", "who makes up the board?" */
const SEVERAL =
  /^(?:and )?(?:which|what) (?!was\b|is\b|does\b|has\b)\w+s\b|\bwho (?:sits?|belongs?|makes? up|takes? part|is on|are on|is part|are part)\b|\b(?:made up|consists?|comprised?s?) of\b|\b(?:groups|kinds|types|sorts) of\b/i
export const asksForSeveral = (text: string): boolean => SEVERAL.test(text)

export const asksForLimit = (text: string): boolean =>
  /\b(?:at most|maximum|most|highest|no more than|limit|allowed|should|ought)\b/i.test(text)

export const asksForCause = (text: string): boolean =>
  /^(?:and |but |so )?(?:why|how come|what (?:caused|causes|led to))\b|\b(?:reasons?|causes?) (?:for|of|why)\b/i.test(text)

/** "Why was it inadequate?", of a grade. */
export const asksWhy = (text: string): boolean => /\b(why|reasons?|how come)\b/i.test(text)

export const namesOfsted = (text: string): boolean => /\b(ofsted|inspectors?|inspection|inspected)\b/i.test(text)

/** The day of the report, not of the inspection. */
export const asksForPublication = (text: string): boolean => /\b(?:publish\w*|issued|sent|released|dated)\b/i.test(text)
