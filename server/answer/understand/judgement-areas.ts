/** How people ask for grades, and by what names. */

const GRADES_ASKED =
  /\b(?:give|gave|award|awarded) \S+ (?:for|on)\b|\b(grades?|graded|rated?|ratings?|scored?|judged?|judgements?|judgments?|ofsted score|verdict|overall effectiveness|capacity for improvement|value for money|making a positive contribution|how (good|well) (is|was|were|are) \w+ (overall|judged|rated)|(was|were|is|are|been|ever|rated|judged|which .{0,40}|what .{0,40}) (outstanding|inadequate|adequate))\b|\b(good|outstanding|inadequate|adequate|requires improvement) (rating|grade|judgement)\b|\bbetter overall\b|\boverall (rating|grade|judgement|result)\b|\bget good\b|\b(which|what) (areas|services|councils|ones|parts|bits|aspects|sections|things)\b.{0,40} (was|were|are|got|is) (good|outstanding|inadequate|adequate)/i

/** "How did Stoke do on leadership?" */
const HOW_DID = /\bhow (?:did|does|do|has|have) .{2,40} (?:do|done|fare|fared|score|perform) (?:for|on|in|at)\b/i

export function asksForGrades(text: string): boolean {
  if (GRADES_ASKED.test(text)) return true
  const found = HOW_DID.exec(text)
  // "how do children in care do at school?" asks for no grade
  return found !== null && judgementAreasIn(text.slice(found.index + found[0].length)).length > 0
}

/** "Is Stoke outstanding?", "was Staffordshire a good council?": a grade, where nothing else is asked for. */
export const ASKS_IF_GRADED =
  /^(?:and |so |but )?(?:is|are|was|were|isn['’]t|wasn['’]t|has|have|had)\b.{2,60}\b(?:outstanding|good|inadequate|adequate|requir(?:es?|ing) improvement|failing)\b/i

/** Everyday names of judgement areas; each gives words that stand in the area's printed name. */
const AREAS: [RegExp, RegExp][] = [
  [/\boverall\b|\boverall effectiveness\b/i, /^overall effectiveness/i],
  [
    /\b(leaders?|leadership)\b(?! and management)|\bimpact of leaders\b/i,
    /impact of leaders|^leadership and management|^leadership, management/i,
  ],
  [/\bleadership and management\b|\bmanagement\b(?! oversight)/i, /^leadership and management|^leadership, management|impact of leaders/i],
  [/\b(help and protection|need help|protection of children|children in need|child protection|early help)\b/i, /help and protection/i],
  [/\bcare leavers?\b|\bleaving care\b/i, /care leavers/i],
  [/\b(children in care|looked[- ]after children|in care|looked after)\b/i, /(children in care|children looked after)/i],
  [/\bcapacity (for|to) improve(ment)?\b/i, /^capacity for improvement/i],
  [/\bvalue[- ]for[- ]money\b/i, /^value for money/i],
  [/\bquality of provision\b/i, /^quality of provision/i],
  [/\bpositive contribution\b/i, /positive contribution/i],
  [/\b(being healthy|health)\b/i, /^being healthy/i],
  [/\bstay(ing)? safe\b/i, /^staying safe/i],
  [/\benjoy(ing)? and achiev(e|ing)\b/i, /^enjoying and achieving/i],
  [/\beconomic well-?being\b/i, /^economic well-?being/i],
  [/\b(user engagement|engagement of (service )?users|engaging (service )?users)\b/i, /^user engagement/i],
  [/\bpartnerships?( working)?\b/i, /^partnerships/i],
  [/\b(equality|diversity)\b/i, /^equality and diversity/i],
  [/\bambition\b|\bprioriti[sz]ation\b/i, /^ambition and prioriti/i],
  [/\b(evaluation|performance management|quality assurance|workforce development)\b/i, /^evaluation,/i],
  [/\b(service responsiveness|responsiveness|complaints)\b/i, /^service responsiveness/i],
  [/\b(direct work|assessments?)\b/i, /^assessment and direct work/i],
  [/\b(case planning|planning, review|case review|recording)\b/i, /^case planning/i],
  [/\bfeel safe\b/i, /feel safe/i],
  [/\b(are|being|kept) safe\b/i, /people are safe/i],
  [/\bsafeguarded\b/i, /safeguarded/i],
  [/\badoption\b/i, /adoption/i],
  [/\b(local )?safeguarding (children )?board\b|\blscb\b/i, /safeguarding (children )?board/i],
]

/** The parts of two-part reports. */
const PARTS: [RegExp, RegExp][] = [
  [/\bsafeguarding( services| provision)?\b(?! (children )?board)/i, /^safeguarding services/i],
  [/\b(looked[- ]after|lac\b|children in care)/i, /looked after/i],
]

/** Patterns of the printed area names that the question asks for. */
export const judgementAreasIn = (question: string): RegExp[] => AREAS.flatMap(([asked, printed]) => (asked.test(question) ? [printed] : []))

export const partIn = (question: string): RegExp | null => PARTS.find(([asked]) => asked.test(question))?.[1] ?? null
