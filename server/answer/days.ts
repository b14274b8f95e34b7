/** The day by which reports are put in order. */
import type { Report } from '../../index/report.ts'

/** When a report was made, for "latest": the last day known of it. */
export const lastDay = (report: Report): string => report.inspected?.to ?? report.published ?? `${report.years.at(-1) ?? 0}`
