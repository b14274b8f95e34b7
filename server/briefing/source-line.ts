/** Whose words and of when: the line under each quote, the same in every format. A reader of the body needs no footnote to tell. */
import { reportDate } from '../cite/citation.ts'
import { type CitedQuote, type ShownQuote, sourcesOf } from './briefing.ts'

/** "Staffordshire, 4 to 8 February 2019"; whose words they are where they are not the publisher's own. */
export function sourceLine({ quote, report }: CitedQuote): string {
  const { speaker } = quote
  return [
    report.authority ?? report.publisher,
    reportDate(report),
    speaker !== report.publisher && `words of ${speaker}`,
    report.health.recognised && 'recognised from a picture of the page',
  ]
    .filter(Boolean)
    .join(', ')
}

/** The same for words that several reports print: "Leeds, 4 February 2019; Kent, 6 March 2019". */
export const sourceLines = (shown: ShownQuote): string => sourcesOf(shown).map(sourceLine).join('; ')

/** What stands over a table of judgements. */
export const tableLine = (report: CitedQuote['report']): string =>
  `Judgements: ${report.authority ?? report.publisher}, ${reportDate(report)}`
