/** The day by which reports are put in order. */
import type { Report } from '../../index/model/report.ts'

/** Whether a day is after another. Where of one only the year is known, the year has to be later. */
export function isAfter(day: string, other: string): boolean {
  const known = Math.min(day.length, other.length)
  return day.slice(0, known) > other.slice(0, known)
}

/** When a report was made, for "latest": the last day known of it, or its year. */
export const lastDay = (report: Report): string => report.inspected?.to ?? report.published ?? `${report.years.at(-1) ?? 0}`
