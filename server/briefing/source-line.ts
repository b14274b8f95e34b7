/** Whose words and of when: the line under each quote, the same in every format. A reader of the body needs no footnote to tell. */
import { reportDate } from '../cite/citation.ts'
import type { CitedQuote } from './briefing.ts'

/** "Staffordshire, 4 to 8 February 2019"; whose words they are where they are not the publisher's own. */
export function sourceLine({ quote, report }: CitedQuote): string {
  const { speaker } = quote
  return [report.authority ?? report.publisher, reportDate(report), speaker !== report.publisher && `words of ${speaker}`]
    .filter(Boolean)
    .join(', ')
}

/** What stands over a table of judgements. */
export const tableLine = (report: CitedQuote['report']): string =>
  `Judgements: ${report.authority ?? report.publisher}, ${reportDate(report)}`
