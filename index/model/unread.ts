/** Reports of which only the facts are in memory. */
import { createHash } from 'node:crypto'
import { passagesOf, type Report, type Section } from './report.ts'

export type ReportFacts = Omit<Report, 'sections'>

/** A report whose sections are read when somebody asks for them, and not kept with it. A copy by `...` reads them. */
export const unread = (facts: ReportFacts, read: () => Section[]): Report =>
  Object.defineProperty({ ...facts }, 'sections', { get: read, enumerable: true, configurable: true }) as Report

export const isUnread = (report: Report): boolean => Object.getOwnPropertyDescriptor(report, 'sections')?.get !== undefined

export function factsOf(report: Report): ReportFacts {
  const { sections: _, ...own } = Object.getOwnPropertyDescriptors(report)
  return Object.defineProperties({}, own) as ReportFacts
}

/** The same report with other facts and the same sections, which stay unread. */
export function changed(report: Report, facts: Partial<ReportFacts>): Report {
  const made = isUnread(report) ? unread({ ...factsOf(report), ...facts }, () => report.sections) : { ...report, ...facts }
  const known = abouts.get(report)
  if (known && made.id === report.id) abouts.set(made, known)
  return made
}

/** What has to be known of the sections of every report: the digest of their words, and how much they hold, with headings and without. */
export type About = { words: string; passages: number; paragraphs: number }
const abouts = new WeakMap<Report, About>()

export function aboutOf(report: Report): About {
  const known = abouts.get(report)
  if (known) return known
  const hash = createHash('sha256')
  let [passages, paragraphs] = [0, 0]
  for (const section of report.sections) {
    paragraphs += section.paragraphs.length
    for (const { id, text, evidence } of passagesOf(section)) {
      hash.update(`${id.slice(report.id.length)} ${evidence} ${text}\n`)
      passages++
    }
  }
  const about = { words: hash.digest('hex'), passages, paragraphs }
  abouts.set(report, about)
  return about
}

/** @param whole the same report, read. */
export function unreadOf(whole: Report, read: () => Section[]): Report {
  const report = unread(factsOf(whole), read)
  abouts.set(report, aboutOf(whole))
  return report
}
