/** The councils of the collection, each with its reports, and the choice among them by region, grade and year. */
import { type Authority, authorityCalled } from '../../index/library/authorities.ts'
import type { Judgement, Report } from '../../index/model/report.ts'
import { hyphened } from '../../index/model/slug.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import { lastDay } from '../answer/days.ts'
import { GRADE_NAMES, type GradeName, gradeName, latestGrades } from '../answer/grades.ts'

export type Council = {
  name: string
  slug: string
  known: Authority | null
  /** Newest first. */
  reports: Report[]
  /** The newest inspection with an overall grade; null where there is none. */
  latest: { report: Report; overall: Judgement[] } | null
}

const made = new WeakMap<Corpus, Council[]>()

/** In alphabetical order. */
export function councilsIn(corpus: Corpus): Council[] {
  const known = made.get(corpus)
  if (known) return known
  const latest = new Map(latestGrades(corpus.reports).map((one) => [one.authority, one]))
  const reports = new Map<string, Report[]>()
  for (const report of corpus.reports)
    if (report.authority) reports.set(report.authority, [...(reports.get(report.authority) ?? []), report])
  const councils = [...reports]
    .map(([name, own]): Council => {
      const newest = latest.get(name)
      return {
        name,
        slug: hyphened(name),
        known: authorityCalled(name),
        reports: own.sort((a, b) => lastDay(b).localeCompare(lastDay(a))),
        latest: newest ? { report: newest.report, overall: newest.overall } : null,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
  made.set(corpus, councils)
  return councils
}

/** Empty strings do not narrow. */
export type Choice = { region: string; grade: GradeName | ''; year: string }

export function readChoice(query: URLSearchParams): Choice {
  const text = (name: string): string => (query.get(name) ?? '').trim().slice(0, 60)
  const year = text('year')
  return { region: text('region'), grade: GRADE_NAMES.find((name) => name === text('grade')) ?? '', year: /^\d{4}$/.test(year) ? year : '' }
}

/** Whether a council is in the region and its latest overall grade is the one chosen. */
export const fits = ({ known, latest }: Council, { region, grade }: Choice): boolean =>
  (!region || known?.region === region) && (!grade || latest?.overall.some((one) => gradeName(one) === grade) === true)

/** What there is to choose from. */
export type Choices = { regions: string[]; grades: GradeName[]; years: string[] }

export function choicesOf(councils: Council[]): Choices {
  const overall = councils.flatMap(({ latest }) => latest?.overall ?? [])
  return {
    regions: [...new Set(councils.flatMap(({ known }) => known?.region ?? []))].sort(),
    grades: GRADE_NAMES.filter((name) => overall.some((one) => gradeName(one) === name)),
    years: [...new Set(councils.flatMap(({ reports }) => reports.flatMap(({ years }) => years)))].sort((a, b) => b - a).map(String),
  }
}

/** The choice as query parameters, without what does not narrow. */
export const choiceFields = (choice: Choice): [string, string][] => Object.entries(choice).filter(([, value]) => value !== '')
