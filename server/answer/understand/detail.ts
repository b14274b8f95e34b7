/** What kind of detail a question asks for, and whether a text holds one. */
import { authorityWords } from '../../../index/library/authorities.ts'
import { commonness } from '../../../index/text/english.ts'
import type { Wanted } from '../question.ts'

const ASKS: [RegExp, Wanted][] = [
  [
    /\bhow (much|many pounds)\b.*\b(money|spend|spent|cost|costs|pay|paid|budget|funding|pounds|fund)\b|\b(what|which) (is|was|were|are) the (cost|price|budget figure|salary|spend|fee)s?\b|\bcost of\b|\bwhat (will|would|did|does|do)\b.{0,80}\bcost\b|\bhow expensive\b|\b(salary|salaries)\b/i,
    'money',
  ],
  [
    /\bwhat (percentage|proportion|share|per ?cent|fraction|rate)\b|\bhow (large|big|high|low) (a |is the |was the )?(percentage|proportion|share|rate)\b|\b(percentage|proportion) of\b|\bwhat rate\b/i,
    'share',
  ],
  [/\bhow long\b|\bhow many (days|weeks|months|years)\b/i, 'duration'],
  [
    /\bhow many\b|\bhow (large|big|high|low) (was|is|were|are)\b|\bwhat (is|was|were|are) the (number|total|average|target|population|highest|lowest|size|figure)\b|\bnumber of\b|\baverage (caseload|number)\b|\bwhat number\b|\bwhat was .{3,40}\b(target|average)\b|\b(highest|maximum|lowest|minimum|average) (caseload|number|figure)\b|\bhow old\b/i,
    'number',
  ],
  [/\bexpected to (rise|fall|grow|increase)|\b(rise|fall|grow|increase) to\b|^population of\b/i, 'number'],
  [
    /\b(on )?(which|what) (day|days|date|dates|month|year)\b|\bwhen (was|were|did|is|does|will)\b|\bdates? of\b|\bwhat (is|are|was|were) the dates?\b/i,
    'date',
  ],
  [
    /^who (were|was|is|are|led|wrote|signed|carried|inspected|did|reported)\b|\bwho (were|was|is|are) (the|its|their)\b|\bname of (the )?\b|\bwhich inspectors?\b|\bnames? the inspectors?\b/i,
    'person',
  ],
]

const OPENING = /^(?:and|but|so|then|ok|also)\b[, ]*/i

export const wantedBy = (question: string): Wanted | null =>
  ASKS.find(([pattern]) => pattern.test(question.replace(OPENING, '')))?.[1] ?? null

const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|only one|no'
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** Years and section numbers are no quantities. */
const HOLDS: Record<Wanted, RegExp> = {
  number: new RegExp(
    `(?<![\\w.,-])(?<!\\b(?:aged?|Year|phase|Grade|section|paragraph|stage) )(?!(?:19|20)\\d\\d(?![\\d,]))\\d[\\d,]*(?:\\.\\d+)?(?![\\w%-]|\\.\\d|-?year| per ?cent)|\\b(?:${NUMBER_WORDS})\\b`,
    'gi',
  ),
  share: /\d+(?:\.\d+)?\s?%|\b\d+(?:\.\d+)? per ?cent\b|\b(?:half|a third|two thirds|a quarter|three quarters)\b/gi,
  money: /£\s?\d[\d,.]*(?:\s?(?:million|billion|m|bn|k))?|\b\d[\d,.]* (?:pounds|million|billion)\b/gi,
  date: new RegExp(`(?:\\d{1,2}(?:st|nd|rd|th)?(?: (?:and|to) \\d{1,2})? )?\\b(?:${MONTH})\\b(?: \\d{4})?|\\b(?:19|20)\\d\\d\\b`, 'g'),
  person: /\b[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z’'-]+\b/g,
  grade: /\b(?:outstanding|good|inadequate|adequate|requires? improvements?(?: to be good)?)\b/gi,
  duration: new RegExp(
    `\\b(?:\\d+|${NUMBER_WORDS}|one|a|several)(?:[ -](?:to|and|or)[ -]\\d+)? ?-?(?:working )?(?:day|week|month|year|hour)s?\\b`,
    'gi',
  ),
}

/** A name stands beside an office; two capitals alone may be a place, a programme or a board. */
const OFFICE = /\b(?:HMI|Inspectors?|Mr|Mrs|Ms|Dr|Cllr|Councillor|Director|Chair|Minister|review)\b/
/** One of the two words of a name is no word of English: "Neil Penswick", not "Working Together". */
const isName = (text: string): boolean =>
  text.split(' ').some((word) => commonness(word.toLowerCase()) === null && !authorityWords.has(word.toLowerCase()))

/** Where a text holds a detail of that kind: `[start, end)` of each. */
export function detailsIn(text: string, wanted: Wanted): [number, number][] {
  if (wanted === 'person' && !OFFICE.test(text)) return []
  return [...text.matchAll(HOLDS[wanted])]
    .filter((match) => wanted !== 'person' || isName(match[0]))
    .map((match) => [match.index, match.index + match[0].length])
}
