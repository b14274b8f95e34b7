/** How people ask for grades: which ones, of what, and whether nothing else is asked. */
import { gradeIn } from '../../../../index/model/judgements.ts'
import type { GradePoint } from '../../../../index/model/report.ts'
import type { GradesAsked } from '../../asks.ts'
import type { Concept, Members } from '../../question.ts'
import { withoutGrade } from '../scope/groups.ts'
import { areasIn, partIn } from './areas.ts'

const GRADES_ASKED =
  /\b(?:give|gave|award|awarded) \S+ (?:for|on)\b|\b(grades?|graded|rated?|ratings?|scored?|judged?|judgements?|judgments?|ofsted score|verdict|overall effectiveness|capacity for improvement|value for money|making a positive contribution|how (good|well) (is|was|were|are) \w+ (overall|judged|rated)|(was|were|is|are|been|ever|rated|judged|which .{0,40}|what .{0,40}) (outstanding|inadequate|adequate))\b|\b(good|outstanding|inadequate|adequate|requires improvement) (rating|grade|judgement)\b|\bbetter overall\b|\boverall (rating|grade|judgement|result)\b|\bget good\b|\b(which|what) (areas|services|councils|ones|parts|bits|aspects|sections|things)\b.{0,40} (was|were|are|got|is) (good|outstanding|inadequate|adequate)/i

/** "How did Stoke do on leadership?" */
const HOW_DID = /\bhow (?:did|does|do|has|have) .{2,40} (?:do|done|fare|fared|score|perform) (?:for|on|in|at)\b/i

function asksForGrades(text: string): boolean {
  if (GRADES_ASKED.test(text)) return true
  const found = HOW_DID.exec(text)
  // "how do children in care do at school?" asks for no grade
  return found !== null && areasIn(text.slice(found.index + found[0].length)).length > 0
}

/** "Is Stoke outstanding?", "was Staffordshire a good council?": a grade, where nothing else is asked for. */
const ASKS_IF_GRADED =
  /^(?:and |so |but )?(?:is|are|was|were|isn['’]t|wasn['’]t|has|have|had)\b.{2,60}\b(?:outstanding|good|inadequate|adequate|requir(?:es?|ing) improvement|failing)\b/i

const ASKS_WHICH =
  /\b(which|what) (areas?|services?|judgements?|parts?|bits?|sections?|things?|aspects?|ones?|were|was|are|councils?)\b.{0,60}\b(outstanding|good|adequate|inadequate|requires? improvement)\b|\bever\b.{0,30}\b(outstanding|good|adequate|inadequate)\b|\b(anything|any \w+) (outstanding|inadequate|adequate|good)\b/i
const OF_COUNCILS = /\b(which|what|who) (councils?|authorit(y|ies)|areas? was|county|city|one)\b/i

/** Words of the question that ask for grades and name no area. */
const GRADE_WORDS =
  /^(grade|grade[ds]|rat(e|ed|ing|ings)|judg\w*|overall|effectiveness|ofsted|result|score|verdict|services?|children|better|best|worse|worst|good|outstanding|inadequate|adequate|improvement|requires?|ever|history|area|areas|leader\w*|impact|work|practice|chang\w*|over|time|years?|since|focus\w*|visit\w*)$/i
const isPlain = (concepts: Concept[]): boolean => concepts.every(({ words }) => words.split(' ').every((word) => GRADE_WORDS.test(word)))

const HISTORY = /\b(ever|histor(y|ies)|changed?|over time|previous(ly)?|used to|all (the )?(grades|judgements|inspections))\b/i
const WERE = /\b(were|was|been)\b/i

type Read = { concepts: Concept[]; phrases: string[][]; wanted: unknown; group: Members | null }

export function gradesIn(text: string, { concepts, phrases, wanted, group }: Read): GradesAsked | null {
  const graded = (group?.group.grades.length ?? 0) > 0
  const members = graded && concepts.every(({ light }) => light) && phrases.length === 0 && wanted === null
  // the grade that says which councils are asked is not what is asked of them
  const asked = group ? withoutGrade(text) : text
  const only = isPlain(concepts)
  if (!members && !asksForGrades(asked) && !(only && ASKS_IF_GRADED.test(text))) return null
  const which = ASKS_WHICH.test(asked)
  const point = which ? gradeIn(asked)?.point : undefined
  return {
    areas: areasIn(asked),
    part: partIn(asked),
    points: point ? [point] : null,
    of: OF_COUNCILS.test(asked) ? 'councils' : 'judgements',
    history: HISTORY.test(text) || (which && WERE.test(text)),
    only,
    members,
  }
}

const MEANING =
  /\bwhat (does|do|did|is meant by|is the meaning of)\b.{0,80}\b(mean|meant|stand for|signify)\b|\bmeaning of\b|\bdefinition of\b|\bdefine[ds]?\b/i

/** What a grade means, or grades mean. */
export function meaningIn(text: string): { point: GradePoint | null } | null {
  if (!MEANING.test(text)) return null
  const grade = gradeIn(text)
  return grade || /\bgrades?\b/i.test(text) || asksForGrades(text) ? { point: grade?.point ?? null } : null
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
