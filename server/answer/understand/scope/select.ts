/** What a question names, held against the collection: which reports it is asked of. */
import type { Report } from '../../../../index/model/report.ts'
import { lastDay } from '../../days.ts'
import type { Named } from './scope.ts'

export type Selection = {
  reports: Report[]
  years: number[]
  /** Years that no report in scope is of, but that reports in scope speak of: they have to stand in the quote's passage. */
  events: number[]
  /** A year that neither is. */
  absentYear: number | null
}

/** Holds what is named against the collection. `picked` reports come in already narrowed by what the reader chose. */
export function select(named: Named, picked: Report[], speaksOf: (year: number, reports: Report[]) => boolean): Selection {
  let reports = named.authorities.length > 0 ? picked.filter((report) => named.authorities.includes(report.authority ?? '')) : picked
  const ofAuthority = reports
  const ofKind = reports.filter((report) => named.kinds.includes(report.kind))
  if (ofKind.length > 0) reports = ofKind
  const { range } = named
  if (range) {
    const within = reports.filter(({ years }) => years.some((year) => year >= range.from && year <= range.to))
    const years = [...new Set(within.flatMap((report) => report.years))].sort()
    return { reports: within, years, events: [], absentYear: within.length === 0 ? (named.years[0] ?? null) : null }
  }
  if (named.years.length > 0) {
    const isMonthOf = (report: Report): boolean => {
      const own = named.months.filter((month) => report.years.includes(Number(month.slice(0, 4))))
      const days = [report.inspected?.from, report.inspected?.to, report.published].filter((day) => day !== null && day !== undefined)
      return own.length === 0 || days.length === 0 || own.some((month) => days.some((day) => day.startsWith(month)))
    }
    const ofYear = (list: Report[]): Report[] =>
      list.filter((report) => named.years.some((year) => report.years.includes(year)) && isMonthOf(report))
    const within = ofYear(reports)
    if (within.length > 0) {
      const known = named.years.filter((year) => within.some((report) => report.years.includes(year)))
      const other = named.years.filter((year) => !known.includes(year))
      return { reports: within, years: known, events: other.filter((year) => speaksOf(year, within)), absentYear: null }
    }
    // "the June 2018 focused visit": no report of that time, but another report may speak of it
    // "last year" asks for what was found then, not for what an older report foresaw of it
    const events = named.clock ? [] : named.years.filter((year) => speaksOf(year, ofAuthority))
    if (events.length === 0) return { reports: [], years: [], events: [], absentYear: named.years[0] ?? null }
    return { reports: ofAuthority, years: [], events, absentYear: null }
  }
  if (named.latest && reports.length > 0) {
    // "the latest" is one report of each council that is named, or of the collection
    const councils = named.authorities.length > 0 ? named.authorities : [null]
    reports = councils.flatMap((council) => {
      const own = council ? reports.filter((report) => report.authority === council) : reports
      return [...own].sort((a, b) => lastDay(b).localeCompare(lastDay(a))).slice(0, 1)
    })
  }
  return { reports, years: [], events: [], absentYear: null }
}
