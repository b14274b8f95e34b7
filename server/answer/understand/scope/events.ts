/** Years, groups and events held against the collection. */
import type { Report } from '../../../../index/model/report.ts'
import type { Corpus } from '../../../../index/search/corpus.ts'
import { terms } from '../../../../index/text/analyzer.ts'
import type { Concept, Members } from '../../question.ts'
import { holding, idf } from '../concepts.ts'
import { membersOf } from './groups.ts'
import type { Named } from './scope.ts'
import { type Selection, select } from './select.ts'
import { MONTHS } from './years.ts'

/** Years first, then the councils that were in the group in that time, then the latest report of each where that is asked for. */
export function selectGroup(named: Named, reports: Report[], corpus: Corpus): { selection: Selection; members: Members | null } {
  const speaks = (year: number, among: Report[]): boolean => speaksOf(year, among, corpus)
  if (!named.group) return { selection: select(named, reports, speaks), members: null }
  const selection = select({ ...named, latest: false }, reports, speaks)
  const members = membersOf(named.group, selection.reports, named.years.length > 0)
  if (!named.latest) return { selection: { ...selection, reports: members.reports }, members }
  return { selection: select({ ...named, authorities: members.councils, years: [], range: null }, members.reports, speaks), members }
}

/** A year that a report speaks of but is not of: it has to stand in the passage that answers. */
export function eventConcept(year: number, named: Named, corpus: Corpus): Concept {
  const stem = String(year)
  const month = named.months.find((one) => one.startsWith(stem))
  const name = month ? capital(MONTHS[Number(month.slice(5)) - 1] ?? '') : undefined
  // "June 2018" is not any event of 2018
  const dated = name ? [...terms(name), stem] : [stem]
  return {
    words: name ? `${name} ${stem}` : stem,
    forms: [dated, ...named.events].map((stems) => ({ stems, words: stems, exact: false, asked: true, worth: 1 })),
    also: [],
    counted: false,
    unknown: false,
    weight: idf(corpus.sentenceIndex.statistics.documents, holding([stem], corpus)),
    light: false,
    required: true,
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** True where a report's evidence names the year. */
function speaksOf(year: number, reports: Report[], corpus: Corpus): boolean {
  const speaking = speakingOf(corpus).get(year)
  return speaking !== undefined && reports.some((report) => speaking.has(report))
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2099
const speakingBy = new WeakMap<Corpus['places'], Map<number, Set<Report>>>()

/** The reports whose evidence names each year: all sentences are read once for all years, when the first is asked for. */
function speakingOf(corpus: Corpus): Map<number, Set<Report>> {
  const { forward, places, reports } = corpus
  const known = speakingBy.get(places)
  if (known) return known
  const yearOf = new Map<number, number>()
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const stem = forward.stemNumber(String(year))
    if (stem !== -1) yearOf.set(stem, year)
  }
  const speaking = new Map([...yearOf.values()].map((year) => [year, new Set<Report>()]))
  forward.eachHolding(new Set(yearOf.keys()), (ordinal, stem) => {
    speaking.get(yearOf.get(stem)!)?.add(reports[places.reportOf[places.paragraphOf[ordinal]!]!]!)
  })
  speakingBy.set(places, speaking)
  return speaking
}
