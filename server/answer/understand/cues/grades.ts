/** How people ask for grades: which ones, of what, and whether nothing else is asked. */
import { gradeIn } from '../../../../index/model/judgements.ts'
import type { GradePoint } from '../../../../index/model/report.ts'
import type { GradesAsked } from '../../asks.ts'
import type { Concept, Members } from '../../question.ts'
import { withoutGrade } from '../scope/groups.ts'
import { areasIn, areWordsOfArea, partIn } from './areas.ts'
import { extremeIn } from './extremes.ts'
import { ASPECT, GRADE, pointsSought } from './grade-words.ts'

/** Words for a grade itself. */
const NAMES_GRADES =
  /\b(?:grades?|graded|rated?|ratings?|scored?|scores|judged?|judge?ments?|verdict|overall effectiveness|capacity for improvement|value for money|making a positive contribution)\b/i
/** A grade as what is said of something: "was it inadequate?", "get good for …", "a good rating". */
const SAYS_GRADE = new RegExp(
  [
    String.raw`\b(?:was|were|is|are|been|ever|stay|remain\w*|become|became|hold) (?:outstanding|inadequate|adequate)\b`,
    String.raw`\b(?:which|what)\b.{0,40} (?:outstanding|inadequate|adequate)\b`,
    String.raw`\b(?:which|what|any|how many) (?:\w+ ){0,2}${ASPECT}\b.{0,40} (?:was|were|are|got|is|fell|fall) (?:\w+ ){0,2}${GRADE}`,
    String.raw`\b(?:got?|gets?|getting|receiv\w+|give\w*|gave|award\w*|hold|holds|held) (?:an? )?${GRADE}(?: (?:for|on|in|now|at)\b|[?.!]|$)`,
    String.raw`\b${GRADE} (?:rating|grade|judge?ment|overall)\b`,
    String.raw`\b(?:anything|something) (?:outstanding|inadequate|adequate)\b`,
    String.raw`\bany(?:thing)?\b.{0,40}\b(?:below|above|better than|worse than|less than|short of) ${GRADE}`,
    String.raw`\b(?:give|gave|award|awarded|get|got) \S+ (?:for|on)\b`,
    String.raw`\bbetter overall\b|\boverall (?:rating|grade|judge?ment|result)\b|\bhow (?:good|well) (?:is|was|were|are) \w+ overall\b`,
  ].join('|'),
  'i',
)
/** "How did Stoke do on leadership?", "what did it get for care leavers?": a grade, where a judgement is named. */
const OF_AN_AREA =
  /\bhow (?:did|does|do|has|have) .{2,40} (?:do|done|fare|fared|score|perform) (?:for|on|in|at)\b|\bwhat (?:did|does|has|have) .{2,40} (?:get|got|receive|score|give|gave) (?:\w+ )?(?:for|on|in)\b|\bwhat (?:was|were|is|has|had)\b.{2,40} (?:given|awarded) (?:for|on|in)\b|\bmarks? (?:for|on|in|of)\b|\b(?:ofsted|inspectors) mark(?:ed)?\b.{2,40} (?:for|on|in)\b/i
/** What was given of everything: "what did Ofsted give Kent overall?" */
const GIVEN_OVERALL =
  /\bwhat\b.{0,40}\b(?:give|gave|given|award|awarded|get|got|receive[ds]?|score)\b.{0,40}\boverall\b|\boverall\b.{0,30}\bwhat did .{2,40} (?:get|give|receive)\b|\boverall mark\b/i
/** "Leadership: good or something else?", "top for adoption – what did it actually get?": of a named area, where nothing else is asked. */
const OF_NAMED_AREA = new RegExp(
  [
    String.raw`\b${GRADE},? or (?:something else|not|worse|better|lower|higher|what|${GRADE})\b`,
    String.raw`^(?:and |so |but )?(?:is|are|was|were|isn['’]t|wasn['’]t)\b.{2,80}\b(?:outstanding|inadequate|adequate|requir\w+ improvement)\b`,
    String.raw`\bwhat (?:did|does|has|have)\b.{1,40}\b(?:get|got|receive|score|given)\b[^a-z]*$`,
  ].join('|'),
  'i',
)

export function asksForGrades(text: string, topic = text): boolean {
  if (NAMES_GRADES.test(text) || GIVEN_OVERALL.test(text) || SAYS_GRADE.test(text) || COUNTS.test(topic) || extremeIn(text, topic) !== null)
    return true
  const found = OF_AN_AREA.exec(text)
  // "how do children in care do at school?" asks for no grade
  return found !== null && areasIn(text.slice(found.index + found[0].length)).length > 0
}

/** "Is Stoke outstanding?", "does Somerset hold inadequate now?": a grade, where nothing else is asked for. */
const ASKS_IF_GRADED = new RegExp(
  String.raw`^(?:and |so |but )?(?:is|are|was|were|isn['’]t|wasn['’]t|has|have|had|does|do|did)\b.{2,60}\b(?:${GRADE}|failing)`,
  'i',
)

/** "How many were good?", "how many of the judgements got inadequate?": nothing but judgements is counted. */
const COUNTS = new RegExp(
  String.raw`\bhow many (?:of (?:the|its|their|these|those|them)? ?)?(?:(?:\w+ )?${ASPECT} )?(?:(?:was|were|is|are|got|get|had|have) (?:\w+ ){0,2})${GRADE}|\b(?:how many|number of) ${GRADE} (?:${ASPECT}|grades|ratings)\b`,
  'i',
)
const COUNTS_COUNCILS = /\b(?:how many|number of) (?:of the )?(?:\w+ ){0,3}?(?:councils|authorities|boroughs)\b/i
/** A grade that tells which are sought. */
const SEEKS = new RegExp(
  String.raw`\b(?:which|what|any|how many|list|name|show) (?:(?:\w+ )?(?:of the )?${ASPECT}|were|was|are|is)\b.{0,60}\b${GRADE}|\bever\b.{0,30}\b${GRADE}|\b(?:anything|any \w+)\b.{0,30} ${GRADE}|\b(?:everything|all|whatever|anything) (?:that |which )?(?:was|were|is|are|got) (?:\w+ ){0,2}${GRADE}`,
  'i',
)
const OF_COUNCILS =
  /\b(?:which|what|who|list|name|many)\b.{0,24}\b(?:councils?|authorit(?:y|ies)|boroughs?|areas? (?:was|were|is|are)|county|city|ones?)\b|\b(?:councils?|authorit(?:y|ies))\b/i

/** All rows of a table: "the judgements for Leeds", "every grade". */
const ALL_ROWS =
  /\b(?:judge?ments|grades|ratings|scores|marks)\b|\b(?:all|every|each|full|whole)\b.{0,20}\b(?:judge?ment|grade|rating|table)\b/i

/** Words of the question that ask for grades and name no area. */
const GRADE_WORDS =
  /^(?:grade[ds]?|rat(?:e|ed|ing|ings)|judg\w*|overall|effectiveness|ofsted|results?|scor(?:e|es|ed)|verdict|services?|child|children|better|best|worse|worst|good|outstanding|inadequate|adequate|improvements?|requir\w*|ever|history|areas?|leader\w*|impact|work|practice|chang\w*|over|time|years?|since|focus\w*|visit\w*|hold|held|moment|below|above|under|lowest|highest|poorest|strongest|weakest|top|two|three|four|five|six|fell|fall|fallen|else|table|whole|full|least|perform\w*|rank\w*|council\w*|authorit\w*|lot|stand\w*|present|previous\w*|before|long|been|stay\w*|remain\w*|failing|received?|awarded?|achieved?|give[ns]?|gave|gets?|got|marks?|actual\w*|something|report\w*|inspect\w*)$/i
const YEAR = /^(?:19|20)\d\d$/
const isPlain = (concepts: Concept[]): boolean =>
  concepts.every(({ words }) => words.split(/[ -]/).every((word) => GRADE_WORDS.test(word) || YEAR.test(word)))
/** Grades, areas and nothing else. */
const isPlainOrArea = (concepts: Concept[]): boolean =>
  concepts.every(
    ({ words, light }) =>
      light || areWordsOfArea(words) || words.split(/[ ,-]+/).every((word) => GRADE_WORDS.test(word) || areWordsOfArea(word)),
  )

const HISTORY =
  /\b(?:ever|histor(?:y|ies)|changed?|over time|previous(?:ly)?|used to|all (?:the )?(?:grades|judgements|inspections)|each inspection|every inspection|over the years)\b/i
/** What holds today. */
const NOW =
  /\b(?:still|now|currently|nowadays|today|(?:at|its|the|their) present|present (?:grade|rating|mark|judge?ment)|at the moment|these days)\b/i
const WERE = /\b(?:were|was|been)\b/i

type Read = { concepts: Concept[]; phrases: string[][]; wanted: unknown; group: Members | null; latest: boolean; topic: string }

/** @param known that grades are asked for is known by other means. */
export function gradesIn(text: string, { concepts, phrases, wanted, group, latest, topic }: Read, known = false): GradesAsked | null {
  const graded = (group?.group.grades.length ?? 0) > 0
  const members = graded && concepts.every(({ light }) => light) && phrases.length === 0 && (wanted === null || COUNTS_COUNCILS.test(text))
  // the grade that says which councils are asked is not what is asked of them
  const asked = group ? withoutGrade(text) : text
  const only = isPlain(concepts)
  const ofArea = () => areasIn(asked).length > 0 && isPlainOrArea(concepts) && OF_NAMED_AREA.test(text)
  if (!known && !members && !asksForGrades(asked, group ? asked : topic) && !(only && ASKS_IF_GRADED.test(text)) && !ofArea()) return null
  const extreme = extremeIn(asked, group ? asked : topic)
  const counts = COUNTS.test(topic)
  const which = extreme === null && (counts || SEEKS.test(asked))
  const areas = areasIn(asked)
  return {
    areas,
    part: partIn(asked),
    points: which ? pointsSought(asked) : null,
    extreme,
    counts,
    table: areas.length === 0 && ALL_ROWS.test(asked),
    of: OF_COUNCILS.test(asked) ? 'councils' : 'judgements',
    latest: latest || (NOW.test(text) && !HISTORY.test(text)),
    ever: HISTORY.test(text),
    history: HISTORY.test(text) || (which && WERE.test(text)),
    only,
    members,
  }
}

/** "When Ofsted rated Staffordshire inadequate, …", "why was Stoke judged outstanding?": said, not asked. */
const ASSERTS =
  /\b(?:why|how come|how)\b.{0,30}\b(?:rate|rated|judge|judged|grade|graded|give|gave|given|award|awarded|get|got|is|was|were|did)\b.{0,60}|\b(?:when|since|after|as|because|given that)\b.{0,40}\b(?:rated|judged|graded|gave|found|called|declared|awarded)\b.{0,60}/i
/** What the grade has to be taken of: everything, not one area. */
const OF_EVERYTHING = /\b(?:rate[ds]?|judged?|grade[ds]?|given|gave|awarded?|get|got|declared|called|found)\b/i

/** The grade that a question takes for granted. */
export function premiseIn(text: string): { grade: string; point: GradePoint } | null {
  const clause = ASSERTS.exec(text)?.[0]
  const found = clause && OF_EVERYTHING.test(clause) ? gradeIn(clause) : null
  return found ? { grade: found.grade, point: found.point } : null
}
