/** How people ask for what has to improve, and for lists. */
import type { ListAsked } from '../../asks.ts'
import type { Concept } from '../../question.ts'
import { partIn } from './areas.ts'

const ASKS_TO_IMPROVE =
  /\b(what|which|areas?|things?|where|list|recommendations?|actions?|priorit(y|ies))\b.{0,60}\b(needs?|need(ed)? to|got to|must|should|had to|has to|have to|required to|for) (be )?(improve(d|ments?)?|improvement|(be )?done|taken|do|better)\b|\bareas? (for|of|needing) (improvement|development)\b|\brecommend(ations?|ed|s)?\b|\bneeds? to (get better|improve)\b|\b(asked?|told|required) (\w+ ){0,4}to (be done|do|improve|take)\b|\bactions? .{0,60}\b(taken|within|required)\b|\bimprovements? (needed|required|asked)\b|\b(put right|sort out|fix|work on)\b|\bwithin (\w+) (weeks|months)\b|\bhow (?:can|could|should|must|might) .{2,40}\b(?:improve|get better|do better)\b|\b(?:areas?|things?)\b.{0,10}\brequir(?:e|es|ing) improvement\b|\b(?:should|must) (?:they|it|the council) (?:now )?(?:do|change|improve)\b/i
/** "What happened to the recommendations?", "have they been acted on?": not what they are. */
const ASKS_WHAT_BECAME =
  /\bwhat (?:has |have )?(?:happened|became|become)\b|\b(?:was|were|has|have|had|did)\b.{0,60}\b(?:carried out|acted (?:up)?on|followed (?:up|through)|fixed|addressed|actioned|implemented|completed|resolved|sorted|put right)\b/i
const ASKS_FOR_LIST = /\b(list|which|what)\b/i
/** Words by which a list of improvements is asked for: they say nothing about its items. */
const LIST_WORDS =
  /^(improv\w*|areas? (for )?improv\w*|area|areas|recommend\w*|action|actions|priority|priorities|development|do|done|set|ask\w*|need|needs|need\w* to improve|take\w*|better|get|require\w*|give|given|within|month|months|three|six|fix\w*|want\w*|sort\w*|right|work\w*|put|tackle|address|\d+|weeks?|immediately|come|came|out|service|services|children|child|must|follow\w*|identif\w*|local|full|safeguarding|safeguard|looked after children|looked after|child look|look after|children look after|list|inspect\w*|focus\w*|visit\w*|two|four|twelve|partner\w*|action plan|after|improvement plan|plan)$/i
const DEADLINE = /\b(within|in|by) (\w+) (days?|weeks?|months?)\b|\bimmediate(ly)?\b/i
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** The deadline as reports print it: "in 3 months" is "within three months". */
const deadlineIn = (text: string): string | null =>
  DEADLINE.exec(text)?.[0]
    .toLowerCase()
    .replace(/^(?:in|by) /, 'within ')
    .replace(/\b\d{1,2}\b/, (digits) => NUMBERS[Number(digits)] ?? digits) ?? null

export function listIn(text: string, concepts: Concept[]): ListAsked | null {
  const improvement = ASKS_TO_IMPROVE.test(text)
  if ((!improvement && !ASKS_FOR_LIST.test(text)) || ASKS_WHAT_BECAME.test(text)) return null
  const topics = concepts.flatMap(({ words, also }, i) => {
    const asks = LIST_WORDS.test(words) || words.split(' ').every((word) => LIST_WORDS.test(word))
    return asks || also.some((form) => /improve|recommend/i.test(form)) ? [] : [i]
  })
  return { improvement, deadline: deadlineIn(text), part: partIn(text), topics }
}
