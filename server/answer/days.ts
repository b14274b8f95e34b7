/** The day by which reports are put in order, and reports in that order. */
import type { Report } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'

/** Whether a day is after another. Where of one only the year is known, the year has to be later. */
export function isAfter(day: string, other: string): boolean {
  const known = Math.min(day.length, other.length)
  return day.slice(0, known) > other.slice(0, known)
}

/** When a report was made, for "latest": the last day known of it, or its year. */
export const lastDay = (report: Report): string => report.inspected?.to ?? report.published ?? `${report.years.at(-1) ?? 0}`

/** Reports by their ids, in the order of the collection. */
export function reportsIn(ids: Iterable<string>, { reports }: Pick<Corpus, 'reports'>): Report[] {
  const wanted = new Set(ids)
  return reports.filter(({ id }) => wanted.has(id))
}

/** The same, the newest first. */
export const newestFirst = (ids: Iterable<string>, corpus: Pick<Corpus, 'reports'>): Report[] =>
  reportsIn(ids, corpus).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
