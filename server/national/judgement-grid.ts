/** The grades of all councils side by side, each with the row that prints it. Grades of different scales stay apart. */
import type { Judgement, Report, ScaleName } from '../../index/model/report.ts'
import { lastDay } from '../answer/days.ts'
import { GRADE_NAMES, gradeName } from '../answer/grades.ts'
import { type Choice, type Council, fits } from './councils.ts'
import { scaleOf, yearOf } from './grade-panels.ts'

/** The columns, each with the names by which the frameworks print it. */
export const AREAS = [
  ['Overall effectiveness', /^overall effectiveness/i],
  ['Help and protection', /help and protection/i],
  ['Children in care', /(children in care|children looked after|looked after children)(?! are safeguarded)/i],
  ['Care leavers', /care leavers/i],
  ['Leaders', /impact of leaders|^leadership/i],
] as const

export const SORTS = ['council', 'grade', 'newest', 'oldest'] as const
export type Sort = (typeof SORTS)[number]

export type Row = { council: Council; report: Report; cells: Judgement[][] }
export type Table = { scale: ScaleName; rows: Row[] }

/** Parts that judge other bodies than the council. */
const OTHER_BODY = /safeguarding children board/i

const cellsOf = ({ judgements }: Report): Judgement[][] => {
  const own = judgements.filter(({ part }) => !OTHER_BODY.test(part ?? ''))
  return AREAS.map(([, pattern]) => own.filter(({ area }) => pattern.test(area)))
}

const rowOf = (council: Council, report: Report): Row => ({ council, report, cells: cellsOf(report) })

/** A year chooses inspections of that year; without one, the latest graded inspection of each council stands for it. */
function rowsOf(councils: Council[], choice: Choice): Row[] {
  return councils.flatMap((council) => {
    if (choice.region && council.known?.region !== choice.region) return []
    const reports = choice.year
      ? council.reports.filter((report) => yearOf(report) === Number(choice.year) && report.judgements.length > 0)
      : council.latest
        ? [council.latest.report]
        : []
    return reports
      .map((report) => rowOf(council, report))
      .filter(({ cells: [overall = []] }) =>
        choice.year && choice.grade
          ? overall.some((one) => gradeName(one) === choice.grade)
          : fits(council, choice.year ? { ...choice, grade: '' } : choice),
      )
  })
}

const rank = ({ cells: [overall = []] }: Row): number => Math.max(-1, ...overall.map((one) => GRADE_NAMES.indexOf(gradeName(one))))
const byName = (a: Row, b: Row): number => a.council.name.localeCompare(b.council.name)
const ORDERS: Record<Sort, (a: Row, b: Row) => number> = {
  council: byName,
  grade: (a, b) => rank(a) - rank(b) || byName(a, b),
  newest: (a, b) => lastDay(b.report).localeCompare(lastDay(a.report)) || byName(a, b),
  oldest: (a, b) => lastDay(a.report).localeCompare(lastDay(b.report)) || byName(a, b),
}

/** One table for each scale, since the third grade of one is not that of the other. */
const byScale = (rows: Row[]): Table[] =>
  (['requiresImprovement', 'adequate'] as const)
    .map((scale) => ({ scale, rows: rows.filter(({ report }) => scaleOf(report) === scale) }))
    .filter((table) => table.rows.length > 0)

export const judgementTables = (councils: Council[], choice: Choice, sort: Sort): Table[] =>
  byScale(rowsOf(councils, choice).sort(ORDERS[sort]))

/** All graded inspections of one council, the newest first. */
export const councilTables = (council: Council): Table[] =>
  byScale(council.reports.filter(({ judgements }) => judgements.length > 0).map((report) => rowOf(council, report)))
