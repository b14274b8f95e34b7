/** Two councils, or two times: each side quoted, in columns. */
import type { Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Quote } from '../../cite/quote.ts'
import type { Side } from '../answer.ts'
import { reportsIn } from '../days.ts'
import type { Question } from '../question.ts'
import { count, joinWords } from '../wording.ts'
import type { Composed, Kind } from './kind.ts'

type Answered = Composed & { name: string }

/** Quotes of each side. */
const EACH = 4

export const comparison: Kind = {
  name: 'comparison',
  intent: 'comparison',
  async answer(question, corpus, later) {
    if (!isComparison(question)) return null
    const sides = sidesOf(question, corpus)
    if (sides.length < 2) return null
    // all are searched for in one turn; each is then weighed in a turn of its own
    const composed = await Promise.all(
      sides.map(async ({ name, reports }): Promise<Answered> => {
        const { asks } = question
        const own: Question = { ...question, reports, wanted: null, asks: { ...asks, comparison: false, overTime: false, list: null } }
        const made = await later(own)
        const plain = made.kind.intent === 'passages'
        const quotes = plain ? made.composed.quotes.slice(0, EACH) : made.composed.quotes
        return { name, ...made.composed, quotes, ...(plain ? { summary: '' } : {}) }
      }),
    )
    const speaking = composed.filter(({ quotes }) => quotes.length > 0)
    if (speaking.length === 0) return { quotes: [], mentions: [], related: composed.flatMap(({ related = [] }) => related) }
    const silent = composed.filter(({ quotes }) => quotes.length === 0).map(({ name }) => name)
    return {
      quotes: alternate(composed.map(({ quotes }) => quotes)),
      sides: composed.map(({ name, quotes }): Side => ({ name, quotes: quotes.map(({ id }) => id) })),
      mentions: composed.flatMap(({ mentions }) => mentions),
      summary: [
        speaking.map(({ name, quotes, summary }) => summary || `${name}: ${count(quotes.length, 'quote')}.`).join(' '),
        silent.length > 0 ? `No answer was found for ${joinWords(silent)}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      notes: [...new Set(composed.flatMap(({ notes = [] }) => notes))],
    }
  },
}

/** Councils named one by one are set side by side where there is room for a column each (3 to 5); more of them only where that is asked. */
const SIDE_BY_SIDE = 4

/** Councils named together are asked together: a column for each of them is no comparison. */
const isComparison = ({ asks, scope, group }: Question): boolean =>
  (!group && scope.authorities.length > 1 && (asks.comparison || scope.authorities.length <= SIDE_BY_SIDE)) ||
  (asks.comparison && scope.years.length > 1) ||
  (asks.overTime && scope.authorities.length === 1)

type Parts = { name: string; reports: Report[] }[]

/** By council where more than one is named, else by year. */
function sidesOf(question: Question, corpus: Corpus): { name: string; reports: string[] }[] {
  const { scope, reports } = question
  const inScope = reportsIn(reports, corpus)
  const sides =
    scope.authorities.length > 1
      ? scope.authorities.map((name) => ({ name, reports: inScope.filter(({ authority }) => authority === name) }))
      : byYear(question, inScope)
  return sides.map(({ name, reports: own }) => ({ name, reports: own.map(({ id }) => id) })).filter((side) => side.reports.length > 0)
}

/** A report of two years is the one that was asked for; what a council says of itself is no time of its own beside inspections. */
function byYear({ scope, asks }: Question, reports: Report[]): Parts {
  const inspections = reports.filter(({ kind }) => kind !== 'committee_report')
  const compared = asks.overTime && inspections.length > 0 ? inspections : reports
  const yearOf = ({ years }: Report): number | undefined => years.find((year) => scope.years.includes(year)) ?? years[0]
  return [...new Set(compared.map(yearOf))]
    .sort()
    .map((year) => ({ name: String(year), reports: compared.filter((report) => yearOf(report) === year) }))
}

/** First of each, second of each, and so on: every side is seen first. */
function alternate(lists: Quote[][]): Quote[] {
  const longest = Math.max(...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat()
}
