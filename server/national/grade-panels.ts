/** Overall grades as marks over years, for pictures. Each scale has a panel of its own: their third grades are not the same. */
import { type GradePoint, type Report, SCALES, type ScaleName } from '../../index/model/report.ts'
import { lastDay } from '../answer/days.ts'
import { type GradeName, gradeName, overallOf } from '../answer/grades.ts'
import { reportDate } from '../cite/citation.ts'
import type { Council } from './councils.ts'

/** One printed overall grade. `at`: the day as a share of the panel's years, from 0 to 1. */
export type Mark = {
  council: string
  report: string
  passage: string
  point: GradePoint
  grade: string
  name: GradeName
  part: string | null
  year: number
  at: number
  date: string
}
/** `lanes`: the grades, best first. `from` and `to`: the first and the last year. Marks in the order of their days. */
export type Panel = { scale: ScaleName; lanes: readonly string[]; from: number; to: number; marks: Mark[] }

/** The year in which the third grade got its other name. */
const CHANGED = 2013
const DAYS = 365.25

export const yearOf = (report: Report): number => Number(lastDay(report).slice(0, 4))
export const scaleOf = ({ scale }: Pick<Report, 'scale'>): ScaleName => scale ?? 'requiresImprovement'

/** Where only the year is known, its middle. */
function dayOfYear(report: Report): number {
  const day = lastDay(report)
  return day.length < 10 ? DAYS / 2 : (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000
}

/**
 * The older scale first; without those that no inspection is on.
 * @param all every council of the collection: their years are those of every panel, so that panels compare.
 */
export function gradePanels(councils: Council[], all: Council[]): Panel[] {
  const years = all.flatMap(({ reports }) =>
    reports.filter((one) => overallOf(one).length > 0).map((one) => [scaleOf(one), yearOf(one)] as const),
  )
  return (['adequate', 'requiresImprovement'] as const).flatMap((scale) => {
    const own = years.flatMap(([of, year]) => (of === scale ? year : []))
    const from = Math.min(CHANGED, ...own)
    const to = scale === 'adequate' ? Math.max(CHANGED, ...own) : Math.max(CHANGED, ...years.map(([, year]) => year))
    const marks = councils
      .flatMap(({ name, reports }) => reports.filter((one) => scaleOf(one) === scale).flatMap((report) => marksOf(name, report)))
      .map((mark) => ({ ...mark, at: (mark.at - from) / (to - from + 1) }))
      .sort((a, b) => a.at - b.at)
    return marks.length > 0 ? [{ scale, lanes: SCALES[scale], from, to, marks }] : []
  })
}

/** `at` still in years. */
const marksOf = (council: string, report: Report): Mark[] =>
  overallOf(report).map((judgement) => ({
    council,
    report: report.id,
    passage: judgement.passageId,
    point: judgement.point,
    grade: judgement.grade,
    name: gradeName(judgement),
    part: judgement.part,
    year: yearOf(report),
    at: yearOf(report) + Math.min(dayOfYear(report) / DAYS, 1),
    date: reportDate(report),
  }))
