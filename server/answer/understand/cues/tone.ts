/** Which side of a thing is asked for: what is good, or what is bad. */
import type { ToneSide } from '../../asks.ts'
import type { Concept } from '../../question.ts'

const WHAT = String.raw`(?:anything|something|what|what['’]s|what (?:is|was|are|were))`

const ASKS_FOR_PRAISE = new RegExp(
  [
    String.raw`\b(?:strengths?|strong points?|positives?|prais\w+|achievements?|successes|good (?:things|points|news|practice)|best (?:things?|bits?|at|about)|good at|impress\w*|commend\w*|applaud\w*|admir\w*|excel(?:s|led)?(?: at)?)\b`,
    String.raw`\b(?:do|does|did|doing|going|goes|went|works?|worked|working) (?:really |particularly |especially |very |so )?well\b`,
    String.raw`\b${WHAT} (?:\w+ )?(?:good|positive|impressive|strong)\b`,
    String.raw`\b(?:inspectors?|ofsted|they)\b.{0,12}\b(?:like[ds]?|love[ds]?|pleased|happy)\b`,
    String.raw`\b(?:get|gets|got|getting) (?:\w+ )?right\b`,
  ].join('|'),
  'i',
)
const ASKS_FOR_FAULTS = new RegExp(
  [
    String.raw`\b(?:weaknesses|weak (?:points?|spots?)|problems?|negatives?|criticisms?|critici[sz]\w+|faults?|failings?|failures|shortcomings|bad (?:things|points|news)|worst (?:things?|bits?|about)|bad at|getting worse)\b`,
    String.raw`\b(?:go|goes|going|gone|went|get|gets|got|getting) wrong\b|\b(?:do|does|did|doing) (?:badly|poorly)\b`,
    String.raw`\b${WHAT} (?:\w+ )?(?:bad|wrong|worrying|negative|weak|poor)\b`,
    // "concerns about a child" are what is spoken of, not how
    String.raw`\b(?:any|what|which|main|key|biggest|serious|their|have|had|raise\w*|express\w*|inspectors['’]?s?|ofsted['’]?s?|as|list) (?:\w+ )?concerns\b|\bconcern(?:ed|ing)\b|\bworr(?:y|ied|ies|ying)\b`,
    String.raw`\b(?:fall|falls|fell|falling) short\b|\b(?:let|lets|letting) \w+ down\b|\bstruggl\w+\b|\bunhappy\b|\bdisappoint\w*\b|\bnot (?:good|working|going|done) (?:\w+ )?(?:enough|well)\b`,
  ].join('|'),
  'i',
)

/** Words that only say which side is asked for, and of nobody in particular. */
const SAYS_SIDE =
  /^(?:strengths?|strong|weak\w*|prais\w*|problems?|positiv\w*|negativ\w*|good|better|best|bad|badly|worse|worst|well|poor\w*|work(?:s|ed|ing)?|do|does|did|doing|done|go|goes|going|gone|went|critici\w*|fail\w*|faults?|concern\w*|worr\w*|wrong|right|main|big(?:ger|gest)?|key|points?|things?|parts?|areas?|services?|child\w*|councils?|achiev\w*|success\w*|impress\w*|proud|pleased|happy|unhappy|disappoint\w*|like[ds]?|love[ds]?|admir\w*|commend\w*|applaud\w*|excel\w*|practice|news|spots?|shortcomings?|get|gets|got|getting|says?|said|found|inspectors?|fall\w*|fell|short|let|lets|down|struggl\w*|enough|serious)$/i

export const sideIn = (text: string): ToneSide | null =>
  ASKS_FOR_FAULTS.test(text) ? 'concern' : ASKS_FOR_PRAISE.test(text) ? 'praise' : null

/** True where nothing that the reports speak of is named beside a side: "what were they pleased about?", and not what councillors were. */
export const namesNothing = (concepts: Concept[]): boolean =>
  concepts.every((concept) => concept.light || concept.unknown || saysSide(concept))

const saysSide = ({ words }: Concept): boolean => words.split(' ').every((word) => SAYS_SIDE.test(word))

/** True where nothing but the side is asked for. One shade beside it ("currently") is none of the matter; several are a story. */
export function isSideOnly(concepts: Concept[]): boolean {
  const others = concepts.filter((concept) => !saysSide(concept))
  return others.length <= 1 && others.every(({ light, unknown }) => light && !unknown)
}
