/** Grades: from the printed tables, with the printed row as the quote. */

import { gradeIn } from '../../../../index/model/judgements.ts'
import type { GradePoint, Report } from '../../../../index/model/report.ts'
import type { Corpus } from '../../../../index/search/corpus.ts'
import type { Quote } from '../../../cite/quote.ts'
import { quoteOf } from '../../../cite/quote.ts'
import type { GradesAsked } from '../../asks.ts'
import { newestFirst } from '../../days.ts'
import { isOverall, latestGrades } from '../../grades.ts'
import type { Question } from '../../question.ts'
import { type AreaName, isArea, isPart, type PartName } from '../../understand/cues/areas.ts'
import { NOT_FOUND } from '../../wording.ts'
import { openingsOf } from '../headlines.ts'
import { type Composed, type Kind, refusal } from '../kind.ts'
import { quotePassages } from '../passages.ts'
import { countOf, type Found, levelOf, noneOf, rowsOf, summaryOf } from './judgement-words.ts'

/** "Why was it inadequate?": the grade, then the report's own summary of why. */
const MOST_REASONS = 5

/** A grade as what an inspection gave. */
const GRADED_THEN =
  /\b(?:judged?|judge?ments?|graded?|rated|found to be)\b.{0,100}\b(?:outstanding|good|inadequate|adequate|requir\w+ improvement)\b|\b(?:outstanding|good|inadequate|adequate|requir\w+ improvement)\b.{0,60}\b(?:judge?ment|judged|graded|rated|rating|grade|inspect\w*)\b/i

/** Of more councils than this, only the latest grades are shown (3 to 6): the history of thirty is nobody's answer. */
const MOST_WITH_HISTORY = 4

export const judgements: Kind = {
  name: 'judgements',
  intent: 'judgement',
  async answer(question, corpus) {
    const { grades, why } = question.asks
    if (!grades) return null
    // a grade given at a time that no report is of stands in a sentence, not in a table
    if (question.events.length > 0) {
      const composed = await quotePassages({ ...question, wanted: 'grade' }, corpus)
      if (!grades.only || grades.areas.some((area) => area !== 'overall')) return composed.quotes.length > 0 ? composed : null
      // a sentence that mentions the year and calls something good is no grade of that year
      const graded = { ...composed, quotes: composed.quotes.filter(({ text }) => GRADED_THEN.test(text)) }
      if (graded.quotes.length > 0) return graded
      const [year = 0] = question.events
      const authority = question.scope.authorities[0] ?? null
      return {
        ...refusal(NOT_FOUND.year({ authority, year, clock: null, range: null, elsewhere: null }, corpus)),
        related: composed.quotes.slice(0, 2),
      }
    }
    const inScope = newestFirst(question.reports, corpus)
    const reports = asksForLatest(grades, question, inScope) ? latestGrades(inScope).map(({ report }) => report) : inScope
    const all = reports.flatMap((report) => report.judgements.map((one) => ({ report, judgement: one })))
    const [first] = reports
    if (all.length === 0) return first && grades.only ? refusal(NOT_FOUND.noGrade(first)) : null
    const fitting = fittingJudgements(all, grades)
    if (fitting.length === 0)
      return grades.points && grades.only && !grades.ever && !question.asks.sideOnly ? noneFitting(all, grades.points, corpus) : null
    const [newest] = fitting
    const reasons = why && newest ? openingsOf(newest.report, corpus).slice(0, MOST_REASONS) : []
    return {
      quotes: [...reasons, ...fitting.flatMap((found) => quotesOf(found, corpus))],
      mentions: [...new Set(fitting.map(({ report }) => report.id))],
      summary: summaryOf(fitting),
      notes: [...(grades.counts ? [countOf(fitting, rowsOf(all, fitting))] : []), ...(grades.extreme ? levelOf(fitting, all) : [])],
    }
  },
}

/** None has the grade: the rows that say which they have prove it, of a single table all of them. */
function noneFitting(all: Found[], points: GradePoint[], corpus: Corpus): Composed {
  const single = all.every(({ report }) => report === all[0]?.report)
  const rows = single ? all : overall(all, null)
  return {
    quotes: rows.flatMap((found) => quotesOf(found, corpus)),
    mentions: [...new Set(rows.map(({ report }) => report.id))],
    summary: noneOf(all, points),
    notes: [noneOf(all, points)],
  }
}

function asksForLatest({ members, history, latest }: GradesAsked, { scope }: Question, reports: Report[]): boolean {
  if (members || latest) return true
  if (scope.years.length > 0 || history) return false
  return new Set(reports.map(({ authority }) => authority)).size > MOST_WITH_HISTORY
}

function fittingJudgements(all: Found[], grades: GradesAsked): Found[] {
  const { members, points, of, extreme, table, areas, part, only, ever } = grades
  if (members) return overall(all, null)
  if (extreme) return extremesOf(all, grades)
  if (points) {
    // a council is what its overall effectiveness is
    const ofArea = all.filter(({ judgement: { area } }) => areas.some((name) => isArea(name, area)))
    const ofWhole = ofArea.length > 0 ? ofArea : overall(all, null)
    const several = new Set(all.map(({ report }) => report.authority)).size > 1
    const found = (of === 'councils' && several ? ofWhole : all).filter(({ judgement }) => points.includes(judgement.point))
    // "ever inadequate?" asks of the council first, and of its parts then
    return ever ? [...overall(found, null), ...found.filter(({ judgement }) => !isOverall(judgement))] : found
  }
  if (table && only) return part ? all.filter(({ judgement: { part: own } }) => own === null || isPart(part, own)) : all
  // "care leavers" names a judgement of its own where there is one; the part "looked after" is no area
  const named = areas.filter((name) => !(part && name === 'care' && areas.length > 1))
  // in a report without parts, "children in care" is the area that "overall" was asked of before
  const specific = areas.length > 1 ? areas.filter((name) => name !== 'overall') : areas
  const fits = ({ judgement: { area, part: own } }: Found): boolean =>
    (own === null ? specific : named).some((name) => isArea(name, area)) && (own === null || part === null || isPart(part, own))
  const byArea = all.filter(fits)
  if (byArea.length > 0) return mostNamed(byArea, named, part)
  if (named.length > 0 && !part) return only ? overall(all, part) : []
  return only || part ? overall(all, part) : []
}

/** The best, or worst, of the councils as wholes; of one council, of the parts that its newest report judges. */
function extremesOf(all: Found[], { extreme, areas }: GradesAsked): Found[] {
  const newest = all.filter(({ report }) => all.find((one) => one.report.authority === report.authority)?.report === report)
  const several = new Set(all.map(({ report }) => report.authority)).size > 1
  const named = newest.filter(({ judgement: { area } }) => areas.some((name) => name !== 'overall' && isArea(name, area)))
  const candidates = named.length > 0 ? named : several ? overall(newest, null) : newest.filter(({ judgement }) => !isOverall(judgement))
  const points = candidates.map(({ judgement }) => judgement.point)
  const sought = [...(extreme === 'worst' ? [] : [Math.min(...points)]), ...(extreme === 'best' ? [] : [Math.max(...points)])]
  return candidates.filter(({ judgement }) => sought.includes(judgement.point))
}

/** Where an area and a part, or several areas, are asked for at once: the rows that most of it fits. */
function mostNamed(found: Found[], areas: AreaName[], part: PartName | null): Found[] {
  const score = ({ judgement: { area, part: own } }: Found): number =>
    areas.filter((name) => isArea(name, area)).length + Number(own !== null && part !== null && isPart(part, own))
  const best = Math.max(...found.map(score))
  return found.filter((one) => score(one) === best)
}

const overall = (all: Found[], part: PartName | null): Found[] =>
  all.filter(({ judgement }) => isOverall(judgement) && (judgement.part === null || part === null || isPart(part, judgement.part)))

/** The printed row; before it, where the row is scrambled, the heading that says the same in order. */
function quotesOf({ report, judgement: { area, grade, passageId, statedIn, verbatim } }: Found, corpus: Corpus): Quote[] {
  const row = corpus.passages.get(passageId)
  const stated = statedIn ? corpus.passages.get(statedIn) : undefined
  const mark = (text: string): [number, number][] => {
    const found = gradeIn(text)
    return found ? [[found.at, found.at + found.text.length]] : []
  }
  const inOrder = verbatim.toLowerCase().replace(/\s+/g, ' ').startsWith(area.toLowerCase())
  const scale = report.scale === 'adequate' ? 'Graded on the scale in use until 2013 (Outstanding, Good, Adequate, Inadequate).' : null
  const quotes = row
    ? [quoteOf({ placed: row, sentences: null, marks: mark(verbatim), why: `The printed grade: ${grade}`, caution: scale })]
    : []
  if (!stated || !gradeIn(stated.passage.text) || !stated.passage.text.toLowerCase().startsWith(area.slice(0, 12).toLowerCase()))
    return quotes
  const heading = quoteOf({
    placed: stated,
    sentences: null,
    marks: mark(stated.passage.text),
    why: 'The heading that states the grade',
    caution: scale,
  })
  return inOrder ? [...quotes, heading] : [heading, ...quotes]
}
