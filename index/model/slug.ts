/** Ids of ingested reports: words that a reader can guess, the same whatever else the collection holds. */
import type { Facts, ReportKind } from './report.ts'

const SHORT: Record<ReportKind, string> = {
  ilacs_inspection: 'ilacs',
  focused_visit: 'focused-visit',
  monitoring_visit: 'monitoring-visit',
  single_inspection: 'single-inspection',
  safeguarding_inspection: 'safeguarding',
  committee_report: 'committee',
  other: 'report',
}
/** Longest name taken from a file, in characters (20 to 80): ids stand in addresses and citations. */
const LONGEST_NAME = 40

/**
 * "blackpool-2012-07-safeguarding": authority, month of the first day on site (else of publication), kind. A report of
 * no known authority is called after its file. Two reports of one name are told apart by `collection.ts`.
 */
export function slugOf({ authority, inspected, published, years, kind, source }: Facts & { source: string }): string {
  const when = (inspected?.from ?? published ?? (years[0] ? String(years[0]) : '')).slice(0, 7)
  const name = authority ?? source.replace(/^.*\//, '').replace(/\.\w+$/, '')
  return [hyphened(name).slice(0, LONGEST_NAME).replace(/-$/, '') || 'report', when, SHORT[kind]].filter(Boolean).join('-')
}

/** Words in lower case, joined by hyphens. */
export const hyphened = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
