/** Grades in words: what each row says, how many there are, and that there is none. */
import { type GradePoint, type Judgement, type Report, SCALES } from '../../../../index/model/report.ts'
import { reportDate } from '../../../cite/citation.ts'
import { GRADE_NAMES, gradeName, isOverall } from '../../grades.ts'
import { count, joinWords, reportName } from '../../wording.ts'

export type Found = { report: Report; judgement: Judgement }

/** Of more reports than this a count is given for all together (3 to 6). */
const MOST_COUNTED = 4

const reportsOf = (found: Found[]): Report[] => [...new Set(found.map(({ report }) => report))]
/** The rows that a count is of: councils as wholes where only those are counted, else every judgement beside the overall one. */
export function rowsOf(all: Found[], fitting: Found[]): Found[] {
  return fitting.every(({ judgement }) => isOverall(judgement)) && reportsOf(fitting).length > 1
    ? all.filter(({ judgement }) => isOverall(judgement))
    : all
}

/** "3 of the 7 judgements of the Kent inspection, 9 to 20 May 2022: …": the overall grade is one of them, and named as such. */
export function countOf(fitting: Found[], all: Found[]): string {
  const reports = reportsOf(all)
  if (reports.length > MOST_COUNTED) return `${fitting.length} of ${count(all.length, 'grade')} in ${count(reports.length, 'report')}.`
  const each = reports.map((report) => {
    const [own, rows] = [fitting, all].map((list) => list.filter((one) => one.report === report)) as [Found[], Found[]]
    return `${own.length} of the ${count(rows.length, 'grade')} of the ${reportName(report)}${own.some(({ judgement }) => isOverall(judgement)) ? ', the overall grade among them' : ''}.`
  })
  return each.join(' ')
}

/** Where the best is no better than the worst, neither is. */
export function levelOf(fitting: Found[], all: Found[]): string[] {
  const own = all.filter(({ report, judgement }) => report === fitting[0]?.report && !isOverall(judgement))
  const [first] = own
  return reportsOf(fitting).length === 1 &&
    first &&
    own.length > 1 &&
    own.every(({ judgement }) => judgement.point === first.judgement.point)
    ? [`All ${own.length} judgements have the same grade, so none is better or worse than the others.`]
    : []
}

/** "No grade of the Kent inspection, 9 to 20 May 2022, is Outstanding. The grades are: Good 3." */
export function noneOf(all: Found[], points: GradePoint[]): string {
  const reports = reportsOf(all)
  const names = new Set(points.flatMap((point) => reports.flatMap(({ scale }) => SCALES[scale ?? 'requiresImprovement'][point - 1] ?? [])))
  const [only] = reports
  const of = reports.length === 1 && only ? `the ${reportName(only)}` : `the ${count(reports.length, 'report')} searched`
  return `No grade of ${of} is ${joinWords([...names], 'or')}. The grades are: ${tally(all)}.`
}

/** "Overall effectiveness: Good (Staffordshire, 4 to 8 February 2019)." */
export function summaryOf(found: Found[]): string {
  const lines = found.map(
    ({ report, judgement: { area, part, grade } }) =>
      `${area}${part ? `, ${part.charAt(0).toLowerCase()}${part.slice(1)}` : ''}: ${grade} (${report.authority}, ${reportDate(report)}).`,
  )
  const each = [...new Set(lines)]
  return each.length > MOST_LINES ? tallyOf(found) : each.join(' ')
}

const MOST_LINES = 12
/** "33 grades of 33 councils: Outstanding 5, Good 12, …": the rows say the rest. */
function tallyOf(found: Found[]): string {
  const councils = new Set(found.map(({ report }) => report.authority)).size
  return `${count(found.length, 'grade')} of ${count(councils, 'council')}: ${tally(found)}.`
}

/** In the words that stand before the grades of a scale where both are counted. */
const SCALE_WORDS = { requiresImprovement: 'since 2013', adequate: 'on the scale until 2013' } as const

/** "Good 3, Inadequate 1"; of two scales "since 2013 Good 3; on the scale until 2013 Adequate 2": their third grades are not the same. */
function tally(found: Found[]): string {
  const scales = (['requiresImprovement', 'adequate'] as const).flatMap((name) => {
    const own = found.filter(({ report: { scale } }) => (scale ?? 'requiresImprovement') === name)
    return own.length > 0 ? [{ name, own }] : []
  })
  return scales.length < 2 ? tallyOfScale(found) : scales.map(({ name, own }) => `${SCALE_WORDS[name]} ${tallyOfScale(own)}`).join('; ')
}

const tallyOfScale = (found: Found[]): string =>
  GRADE_NAMES.flatMap((name) => {
    const n = found.filter(({ judgement: one }) => gradeName(one) === name).length
    return n > 0 ? [`${name} ${n}`] : []
  }).join(', ')
