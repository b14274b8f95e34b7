/** Overall grades: what they are called, and the latest of each council. */
import type { Judgement, Report } from '../../index/model/report.ts'
import { lastDay } from './days.ts'

/** Every grade of both scales, best first. "Adequate" (until 2013) and "Requires improvement" (since) are not the same. */
export const GRADE_NAMES = ['Outstanding', 'Good', 'Adequate', 'Requires improvement', 'Inadequate'] as const
export type GradeName = (typeof GRADE_NAMES)[number]

/** A printed grade by its short name: tables print "Requires improvement" with and without "to be good". */
export const gradeName = ({ grade }: Pick<Judgement, 'grade'>): GradeName =>
  GRADE_NAMES.find((name) => grade.toLowerCase().startsWith(name.toLowerCase())) ?? 'Inadequate'

export const isOverall = ({ area }: Pick<Judgement, 'area'>): boolean => /^overall effectiveness$/i.test(area)

/** Two where a report has two parts, none where it grades nothing as a whole. */
export const overallOf = ({ judgements }: Pick<Report, 'judgements'>): Judgement[] => judgements.filter(isOverall)

export type Latest = { authority: string; report: Report; overall: Judgement[] }

/** The newest inspection with an overall grade, of each council, councils in alphabetical order. */
export function latestGrades(reports: Report[]): Latest[] {
  const latest = new Map<string, Latest>()
  for (const report of reports) {
    const overall = overallOf(report)
    if (!report.authority || overall.length === 0) continue
    const before = latest.get(report.authority)
    if (!before || lastDay(report) > lastDay(before.report)) latest.set(report.authority, { authority: report.authority, report, overall })
  }
  return [...latest.values()].sort((a, b) => a.authority.localeCompare(b.authority))
}
