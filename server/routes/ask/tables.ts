/** The grades of a report as one table: its rows follow each other, and the headings that state the same grades come after them. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { byReport, foldOfTable } from '../../../views/answer/order.ts'
import type { ReportCard } from '../../../views/parts/report-card.ts'
import type { Answer } from '../../answer/answer.ts'
import type { Quote } from '../../cite/quote.ts'

/** `restated`: ids of quotes that are headings, and say again what a quoted row says. */
export type Tabled = { answer: Answer; restated: ReadonlySet<string> }

export function tabled(answer: Answer, cards: ReadonlyMap<string, ReportCard>, corpus: Corpus): Tabled {
  const quoted = new Set(answer.quotes.map(({ proof }) => proof.passage))
  const judgements = corpus.reports.filter(({ id }) => answer.coverage.quoted.includes(id)).flatMap((report) => report.judgements)
  const rows = new Set(judgements.map(({ passageId }) => passageId))
  const headings = new Set(judgements.flatMap(({ passageId, statedIn }) => (statedIn && quoted.has(passageId) ? [statedIn] : [])))
  const isRow = ({ proof }: Quote): boolean => rows.has(proof.passage)
  const isHeading = ({ kind, proof }: Quote): boolean => kind === 'heading' && headings.has(proof.passage) && !rows.has(proof.passage)
  const inOrder = new Map(
    byReport(answer.quotes).map((own) => {
      const { open, folded } = foldOfTable(own.filter(isRow), cards.get(own[0]!.report.id))
      return [own[0]!.report.id, [...own.filter((one) => !isRow(one) && !isHeading(one)), ...open, ...folded, ...own.filter(isHeading)]]
    }),
  )
  // each report keeps its places among the others: which come first says how well they answer
  const quotes = answer.quotes.map(({ report }) => inOrder.get(report.id)!.shift()!)
  return { answer: { ...answer, quotes }, restated: new Set(quotes.filter(isHeading).map(({ id }) => id)) }
}
