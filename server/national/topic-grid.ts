/** Topics by council: how many passages mention each, and the first of them. Counted from the index, no wording of our own. */

import type { Report } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import { recentPromises } from '../../index/search/recent.ts'
import { lastDay } from '../answer/days.ts'
import { type Mention, mentionId, mentionQuote, mentionsIn } from '../answer/mentions.ts'
import { understand } from '../answer/understand/understand.ts'
import type { Quote } from '../cite/quote.ts'
import { cutOf } from '../cite/quote.ts'
import { type Choice, type Council, councilsIn, fits } from './councils.ts'

/** Asked in most inspections of the last fifteen years, and worded in ways that the thesaurus knows. */
export const USUAL_TOPICS = ['Return home interviews', 'Caseloads', 'Thresholds', 'Supervision', 'Early help', 'Neglect']
/** Columns of a grid: more do not fit a page. */
const MOST_TOPICS = 8
const LONGEST_TOPIC = 80

/** `first`: where the newest of the council's reports that mention it first does. */
export type GridCell = { count: number; first: { report: string; passage: string; id: string } | null }
export type TopicGrid = {
  topics: string[]
  /** The topics with room for another two. */
  boxes: string[]
  rows: { council: Council; cells: GridCell[] }[]
  reports: number
}

export const readTopics = (query: URLSearchParams): string[] => {
  const asked = [...new Set(query.getAll('topic').map((topic) => topic.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TOPIC)))].filter(
    Boolean,
  )
  return asked.length > 0 ? asked.slice(0, MOST_TOPICS) : USUAL_TOPICS
}

/** A year narrows to the reports of it. A council without a report in scope is left out. */
export async function topicGrid(topics: string[], choice: Choice, corpus: Corpus): Promise<TopicGrid> {
  const isOfYear = ({ years }: Report): boolean => !choice.year || years.includes(Number(choice.year))
  const councils = councilsIn(corpus).filter((council) => fits(council, choice) && council.reports.some(isOfYear))
  const columns = await Promise.all(topics.map((topic) => mentionsByCouncil(topic, corpus)))
  return {
    topics,
    boxes: [...topics, '', ''].slice(0, MOST_TOPICS),
    rows: councils.map((council) => ({
      council,
      cells: columns.map((column) =>
        cellOf(
          (column.get(council.name) ?? []).filter(({ report }) => isOfYear(report)),
          corpus,
        ),
      ),
    })),
    reports: councils.reduce((sum, { reports }) => sum + reports.filter(isOfYear).length, 0),
  }
}

const dayOf = ({ report }: Mention): string => lastDay(report)
function cellOf(mentions: Mention[], corpus: Corpus): GridCell {
  const first = mentions.reduce<Mention | null>((best, one) => (best && dayOf(best) >= dayOf(one) ? best : one), null)
  if (!first) return { count: 0, first }
  const { report, passage } = corpus.units.at(first.sentence)!.placed
  return { count: mentions.length, first: { report: report.id, passage: passage.id, id: mentionId(first, corpus) } }
}

/** The quotes of the cells of one topic, for a table that prints them. */
export function cellQuotes(topic: string, corpus: Corpus): (cell: GridCell) => Quote | null {
  const { concepts } = understand(topic, [], corpus)
  return ({ first }) => {
    const cut = first && cutOf(first.id, corpus)
    const unit = cut && corpus.unitsOf.get(first.passage)?.[cut.sentences?.[0] ?? 0]
    return unit ? mentionQuote({ sentence: unit.ordinal }, concepts, corpus) : null
  }
}

/** Topics whose mentions are kept for a corpus, in each of two generations (8 to 100): the usual ones are on every council's page. */
const KEPT = 32
type ByCouncil = Map<string, Mention[]>
const kept = new WeakMap<Corpus, (topic: string) => Promise<ByCouncil>>()

/** Passages that mention a topic anywhere in the collection, by council, in reading order. */
export function mentionsByCouncil(topic: string, corpus: Corpus): Promise<ByCouncil> {
  const topics = kept.get(corpus) ?? recentPromises(KEPT, (one: string) => byCouncilOf(one, corpus))
  kept.set(corpus, topics)
  return topics(topic)
}

async function byCouncilOf(topic: string, corpus: Corpus): Promise<ByCouncil> {
  const byCouncil: ByCouncil = new Map()
  const everywhere = { ...understand(topic, [], corpus), reports: corpus.reports.map(({ id }) => id) }
  for (const mention of await mentionsIn(everywhere, corpus)) {
    const { authority } = mention.report
    if (!authority) continue
    const own = byCouncil.get(authority)
    if (own) own.push(mention)
    else byCouncil.set(authority, [mention])
  }
  return byCouncil
}
