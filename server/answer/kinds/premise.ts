/** A question that takes for granted a grade that was never given is told so, not answered. */

import { gradeIn } from '../../../index/model/judgements.ts'
import type { Judgement, Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'

/** "When Ofsted rated Staffordshire inadequate, …", "why was Stoke judged outstanding?": said, not asked. */
const ASSERTS =
  /\b(?:why|how come|how)\b.{0,30}\b(?:rate|rated|judge|judged|grade|graded|give|gave|given|award|awarded|get|got|is|was|were|did)\b.{0,60}|\b(?:when|since|after|as|because|given that)\b.{0,40}\b(?:rated|judged|graded|gave|found|called|declared|awarded)\b.{0,60}/i
/** What the grade has to be taken of: everything, not one area. */
const OF_EVERYTHING = /\b(?:rate[ds]?|judged?|grade[ds]?|given|gave|awarded?|get|got|declared|called|found)\b/i

export type FalsePremise = { asserted: string; found: { report: Report; judgement: Judgement }[] }

/** Null where nothing is taken for granted, or where a report in scope bears it out. */
export function falsePremise({ text, reports, events, scope, group }: Question, corpus: Corpus): FalsePremise | null {
  if (events.length > 0 || group || scope.authorities.length !== 1) return null
  const clause = ASSERTS.exec(text)?.[0]
  const grade = clause && OF_EVERYTHING.test(clause) ? gradeIn(clause) : null
  if (!grade) return null
  const judgements = corpus.reports
    .filter(({ id }) => reports.includes(id))
    .flatMap((report) => report.judgements.map((judgement) => ({ report, judgement })))
  if (judgements.length === 0 || judgements.some(({ judgement }) => judgement.point === grade.point)) return null
  return { asserted: grade.grade, found: judgements.filter(({ judgement }) => /^overall effectiveness$/i.test(judgement.area)) }
}
