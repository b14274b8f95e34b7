/** Which side of a thing is asked for: what is good, or what is bad. */
import type { ToneSide } from '../../asks.ts'
import type { Concept } from '../../question.ts'

const ASKS_FOR_PRAISE =
  /\b(?:strengths?|strong points?|positives?|prais\w+|achievements?|successes|good (?:things|points|news|practice)|best (?:things?|bits?|at|about)|(?:do|does|did|doing|going|goes|went|works?|working) (?:really |particularly |especially |very |so )?well|good at|(?:anything|something|what|what['’]s|what (?:is|was)) (?:good|positive|impressive)|impress\w*)\b/i
const ASKS_FOR_FAULTS =
  /\b(?:weaknesses|weak (?:points?|spots?)|problems?|negatives?|criticisms?|critici[sz]\w+|faults?|failings?|failures|shortcomings|bad (?:things|points|news)|worst (?:things?|bits?|about)|(?:go|goes|going|gone|went) wrong|(?:do|does|did|doing) (?:badly|poorly)|bad at|(?:anything|something|what|what['’]s|what (?:is|was)) (?:bad|wrong|worrying)|getting worse|concerns)\b/i

/** Words that only say which tone is asked for, and of nobody in particular. */
const SAYS_TONE =
  /^(?:strengths?|strong|weak\w*|prais\w*|problems?|positiv\w*|negativ\w*|good|better|best|bad|badly|worse|worst|well|poorly|work\w*|do|does|did|doing|done|go|goes|going|gone|went|critici\w*|fail\w*|faults?|concerns?|worr\w*|wrong|main|big\w*|key|points?|things?|parts?|areas?|services?|child\w*|councils?|achiev\w*|success\w*|impress\w*|proud|practice|news|spots?|shortcomings?|getting|says?|said|found)$/i

export const sideIn = (text: string): ToneSide | null =>
  ASKS_FOR_FAULTS.test(text) ? 'concern' : ASKS_FOR_PRAISE.test(text) ? 'praise' : null

/** True where nothing but the side is asked for. */
export const isSideOnly = (concepts: Concept[]): boolean =>
  concepts.every(({ light, words }) => light || words.split(' ').every((word) => SAYS_TONE.test(word)))
