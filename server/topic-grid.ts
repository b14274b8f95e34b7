/** Topics by council: how many passages mention each, and the first of them. Counted from the index, no wording of our own. */
import type { Corpus } from '../index/corpus.ts'
import type { Report } from '../index/report.ts'
import type { Quote } from './answer/answer.ts'
import { lastDay } from './answer/days.ts'
import { type Mention, mentionQuote, mentionsIn } from './answer/mentions.ts'
import { understand } from './answer/understand.ts'
import { type Choice, type Council, councilsIn, fits } from './councils.ts'

/** Asked in most inspections of the last fifteen years, and worded in ways that the thesaurus knows. */
export const USUAL_TOPICS = ['Return home interviews', 'Caseloads', 'Thresholds', 'Supervision', 'Early help', 'Neglect']
/** Columns of a grid: more do not fit a page. */
export const MOST_TOPICS = 8
const LONGEST_TOPIC = 80

/** `first` is the first mention in the newest of the council's reports that mention it. */
export type GridCell = { count: number; first: Mention | null }
export type TopicGrid = { topics: string[]; rows: { council: Council; cells: GridCell[] }[]; reports: number }

export const readTopics = (query: URLSearchParams): string[] => {
  const asked = [...new Set(query.getAll('topic').map((topic) => topic.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TOPIC)))].filter(
    Boolean,
  )
  return asked.length > 0 ? asked.slice(0, MOST_TOPICS) : USUAL_TOPICS
}

/** A year narrows to the reports of it. A council without a report in scope is left out. */
export function topicGrid(topics: string[], choice: Choice, corpus: Corpus): TopicGrid {
  const isOfYear = ({ years }: Report): boolean => !choice.year || years.includes(Number(choice.year))
  const councils = councilsIn(corpus).filter((council) => fits(council, choice) && council.reports.some(isOfYear))
  const columns = topics.map((topic) => mentionsByCouncil(topic, corpus))
  return {
    topics,
    rows: councils.map((council) => ({
      council,
      cells: columns.map((column) => cellOf((column.get(council.name) ?? []).filter(({ unit }) => isOfYear(unit.placed.report)))),
    })),
    reports: councils.reduce((sum, { reports }) => sum + reports.filter(isOfYear).length, 0),
  }
}

const dayOf = ({ unit }: Mention): string => lastDay(unit.placed.report)
const cellOf = (mentions: Mention[]): GridCell => ({
  count: mentions.length,
  first: mentions.reduce<Mention | null>((best, one) => (best && dayOf(best) >= dayOf(one) ? best : one), null),
})

/** The quotes of the cells of one topic, for a table that prints them. */
export function cellQuotes(topic: string, corpus: Corpus): (cell: GridCell) => Quote | null {
  const question = understand(topic, [], corpus)
  return ({ first }) => first && mentionQuote(first, question, corpus)
}

/** Topics whose mentions are kept for a corpus (16 to 200): the usual ones are on every council's page. */
const KEPT = 64
const kept = new WeakMap<Corpus, Map<string, Map<string, Mention[]>>>()

/** Passages that mention a topic anywhere in the collection, by council, in reading order. */
export function mentionsByCouncil(topic: string, corpus: Corpus): Map<string, Mention[]> {
  const topics = kept.get(corpus) ?? new Map<string, Map<string, Mention[]>>()
  kept.set(corpus, topics)
  const before = topics.get(topic)
  if (before) return before
  const byCouncil = new Map<string, Mention[]>()
  for (const mention of mentionsIn({ ...understand(topic, [], corpus), reports: corpus.reports.map(({ id }) => id) }, corpus)) {
    const { authority } = mention.unit.placed.report
    if (!authority) continue
    const own = byCouncil.get(authority)
    if (own) own.push(mention)
    else byCouncil.set(authority, [mention])
  }
  if (topics.size >= KEPT) topics.clear()
  topics.set(topic, byCouncil)
  return byCouncil
}
