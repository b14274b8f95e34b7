/** A question that takes for granted a grade that was never given is told so, not answered. */
import { quoteOf } from '../../../cite/quote.ts'
import { isOverall } from '../../grades.ts'
import { NOT_FOUND, reportName } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'

export const falsePremise: Kind = {
  name: 'false premise',
  intent: 'passages',
  /** Null where nothing is taken for granted, or where a report in scope bears it out. */
  answer({ asks: { premise }, reports, events, scope, group }, corpus) {
    if (!premise || events.length > 0 || group || scope.authorities.length !== 1) return null
    const inScope = new Set(reports)
    const judged = corpus.reports
      .filter(({ id }) => inScope.has(id))
      .flatMap((report) => report.judgements.map((judgement) => ({ report, judgement })))
    if (judged.length === 0 || judged.some(({ judgement }) => judgement.point === premise.point)) return null
    const found = judged.filter(({ judgement }) => isOverall(judgement))
    const grades = found.map(({ report, judgement }) => `${judgement.grade} (${reportName(report)})`)
    const related = found.flatMap(({ judgement }) => {
      const placed = corpus.passages.get(judgement.passageId)
      return placed ? [quoteOf({ placed, sentences: null, why: 'The grade that was given' })] : []
    })
    return { ...refusal(NOT_FOUND.premise(premise.grade, scope.authorities.join(' and '), grades)), related }
  },
}
