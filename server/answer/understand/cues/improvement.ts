/** How people ask for what has to improve, and for lists. */
import type { ListAsked } from '../../asks.ts'
import type { Concept } from '../../question.ts'
import { partIn } from './areas.ts'

const MUST = String.raw`(?:needs?|needed|got|must|should|had|has|have|required|ought)`
const BETTER = String.raw`(?:improv(?:e[ds]?|ing|ements?)|get better|better|be done|do|done|work on|take|taken|put right|sort out|fix|address|tackle|strengthen)`

const ASKS_TO_IMPROVE = new RegExp(
  [
    // "what needs to improve?", "which things must they do better?"
    String.raw`\b(?:what|which|areas?|things?|where|list)\b.{0,60}\b${MUST} (?:to )?(?:be )?(?:\w+ ){0,2}?${BETTER}\b`,
    String.raw`\b(?:what|which|where)\b.{0,10}\b(?:must|should|ought|could|does|do|did)\b.{2,50}\b(?:do better|doing better|improve(?: on)?|get better|change|put right|sort out|fix|work on|need to do|have to do|address|tackle|strengthen)\b`,
    String.raw`^(?:and |so )?what (?:has|had|needs|needed) to (?:be )?change`,
    String.raw`\bareas? (?:for|of|needing|that need) (?:improvement|development)\b`,
    String.raw`\brecommend(?:ations?|ed|s)?\b|\bpriorit(?:y|ies) (?:for|and)(?: immediate)? actions?\b|\bpriority actions?\b`,
    String.raw`\bneeds? to (?:get better|improve)\b|\bneeds? improving\b`,
    String.raw`\b(?:asks?|asked|told|tell|required|instruct\w*|urged?) (?:\w+ ){0,4}to (?:be done|do|improve|take|change|fix|address)\b`,
    // "which improvements does the report ask for?", "improvements required of Walsall"
    String.raw`\bimprovements?\b.{0,40}\b(?:needed|required?|asks?|asked|demand\w*|expect\w*|recommend\w*|call\w* for|set|want\w*|should|must|ought)\b`,
    String.raw`\b(?:what|which) (?:\w+ )?actions?\b.{0,60}\b(?:taken|required|needed|within)\b|\bactions? .{0,40}\b(?:required|within)\b`,
    String.raw`\bwithin (?:\w+) (?:weeks|months)\b`,
    String.raw`\bhow (?:can|could|should|must|might) .{2,40}\b(?:improve|get better|do better)\b`,
    String.raw`\b(?:areas?|things?)\b.{0,10}\brequir(?:e|es|ing) improvement\b`,
    String.raw`\b(?:should|must) (?:they|it|the council) (?:now )?(?:do|change|improve)\b`,
    String.raw`\blist of (?:things|areas|points|what)\b.{0,30}\b(?:improve|fix|do better|get better|put right)\b`,
    String.raw`\bpriorit(?:y|ies) and immediate actions?\b`,
  ].join('|'),
  'i',
)
const WHO_ASKS = `(?:ofsted|inspectors?|hmi|reports?|inspections?|(?:the )?council)(?:['’]s)?`
/** In the words of home and school, or of anybody: a list only where inspectors, a report or a council are named beside. */
const FIGURATIVE = String.raw`(?:homework|to-do|to[- ]?do list|(?:job|jobs|shopping|snag|snagging|wish) list|marching orders)`
const ASKS_IN_PICTURES = new RegExp(
  [
    String.raw`\b${WHO_ASKS}\b.{0,40}\b${FIGURATIVE}\b|\b${FIGURATIVE}\b.{0,40}\b${WHO_ASKS}\b`,
    // "what did inspectors tell Luton to work on?", "what was it told to sort out?": of a parent that is no list
    String.raw`\b${WHO_ASKS}\b.{0,40}\b(?:asks?|asked|told|tell|order(?:s|ed)?) (?:\w+ ){0,4}?to (?:work on|put right|sort out|tackle|strengthen|get better at|do better)\b`,
    // "is there anything the council has to improve?"
    String.raw`\b(?:anything|something|a lot|much)\b.{0,12}\b${WHO_ASKS}.{0,30}\b(?:has|have|needs?|must|ought|still) (?:to )?(?:be )?(?:improve[d]?|work on|put right|sort out|fix|address|do better)\b`,
    String.raw`\banything\b.{0,20}\b(?:it|they|to)\b.{0,20}\b(?:has|have|needs?|must) to improve\b`,
  ].join('|'),
  'i',
)
/** "What happened to the recommendations?", "have they been acted on?": not what they are. */
const ASKS_WHAT_BECAME =
  /\bwhat (?:has |have )?(?:happened|became|become)\b|\b(?:was|were|has|have|had|did)\b.{0,60}\b(?:carried out|acted (?:up)?on|followed (?:up|through)|fixed|addressed|actioned|implemented|completed|resolved|sorted|put right)\b/i
/** "What did they have to put right?" asks what was to be done, not what was. */
const IS_TO_BE_DONE = /\b(?:ha(?:ve|s|d)|needs?|needed|ought) to (?:be )?(?:put right|fix(?:ed)?|address(?:ed)?|sort(?:ed)?)\b/i
/** "What does early help do?" asks for no list, whatever list hangs under a line that speaks of early help. */
const ASKS_FOR_LIST = /\b(?:list|which)\b|\bwhat (?!(?:is|was|does|did|do|has|had|have|would|will|can|could|about)\b)/i
/** Words by which a list of improvements is asked for: they say nothing about its items. */
const LIST_WORDS =
  /^(improv\w*|areas? (for )?improv\w*|area|areas|recommend\w*|action|actions|priority|priorities|development|do|doing|done|set|ask\w*|need|needs|need\w* to improve|take\w*|better|get|require\w*|give|given|within|month|months|three|six|fix\w*|want\w*|sort\w*|right|work\w*|put|tackle|address|\d+|weeks?|immediately|come|came|out|service|services|children|child|must|follow\w*|identif\w*|local|full|safeguarding|safeguard|looked after children|looked after|child look|look after|children look after|list|inspect\w*|focus\w*|visit\w*|two|four|twelve|partner\w*|action plan|urge\w*|instruct\w*|tell|told|demand\w*|call\w*|strengthen\w*|chang\w*|urgent\w*|after|improvement plan|plan|first|next|soon\w*|now|most|make|made|homework|to-do|job|jobs|order\w*|immediate|immediate actions?|anything|still|now|council|lot|much|things?|points?)$/i
const DEADLINE = /\b(within|in|by) (\w+) (days?|weeks?|months?)\b|\bimmediate(ly)?\b/i
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** The deadline as reports print it: "in 3 months" is "within three months". */
const deadlineIn = (text: string): string | null =>
  DEADLINE.exec(text)?.[0]
    .toLowerCase()
    .replace(/^(?:in|by) /, 'within ')
    .replace(/\b\d{1,2}\b/, (digits) => NUMBERS[Number(digits)] ?? digits) ?? null

const PRIORITY = /\bpriorit(?:y|ies)(?: (?:for|and))?(?: immediate)? actions?\b/i
const NOW = /\b(?:still|now|currently|nowadays|today|at present|at the moment|these days|as things stand)\b/i

/** @param topic the question with every council as "the council", and without where and when. */
export function listIn(text: string, concepts: Concept[], topic = text): ListAsked | null {
  const improvement = ASKS_TO_IMPROVE.test(text) || ASKS_IN_PICTURES.test(topic)
  if ((!improvement && !ASKS_FOR_LIST.test(text)) || (ASKS_WHAT_BECAME.test(text) && !IS_TO_BE_DONE.test(text))) return null
  return detailsOf(text, concepts, improvement)
}

/** Of a question that is known to ask for what has to improve. */
export const improvementsIn = (text: string, concepts: Concept[]): ListAsked => detailsOf(text, concepts, true)

function detailsOf(text: string, concepts: Concept[], improvement: boolean): ListAsked {
  const topics = concepts.flatMap(({ words, also }, i) => {
    const asks = LIST_WORDS.test(words) || words.split(' ').every((word) => LIST_WORDS.test(word))
    return asks || also.some((form) => /improve|recommend/i.test(form)) ? [] : [i]
  })
  const priority = improvement && PRIORITY.test(text)
  return { improvement, deadline: deadlineIn(text.replace(PRIORITY, '')), part: partIn(text), priority, now: NOW.test(text), topics }
}
