/** What a report says of itself: who led it, when it was published, to whom it was sent. The printed line is the quote. */
import type { Report } from '../../../../index/model/report.ts'
import { dayInWords, daysInWords } from '../../../cite/citation.ts'
import { quoteOf } from '../../../cite/quote.ts'
import type { FactName } from '../../asks.ts'
import { newestFirst } from '../../days.ts'
import { count, joinWords, reportName } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'
import { bareName, printed } from './printed.ts'

/** Of more reports than this, the newest are shown (4 to 8). */
const MOST_REPORTS = 6

const NAMES: Record<FactName, string> = {
  lead: 'who led the inspection',
  inspectors: 'who the inspectors were',
  'team size': 'how many inspectors there were',
  inspected: 'when the inspection was',
  published: 'when it was published',
  signed: 'who signed it',
  addressee: 'to whom it is addressed',
  director: 'who the director of children’s services is',
  urn: 'the council’s reference number',
  previous: 'how an earlier inspection ended',
}
/** Where no line prints these, a sentence may still tell. */
const TOLD_IN_PROSE: ReadonlySet<FactName> = new Set<FactName>(['director', 'previous', 'team size'])

export const facts: Kind = {
  name: 'facts',
  intent: 'figure',
  answer({ asks, reports }, corpus) {
    const [first] = asks.facts
    if (!first) return null
    const inScope = newestFirst(reports, corpus)
    const shown = inScope.slice(0, MOST_REPORTS)
    const found = shown.flatMap((report) => asks.facts.map((fact) => ({ report, fact, lines: printed(fact, report, corpus) })))
    const telling = found.filter(({ lines }) => lines.length > 0)
    if (telling.length === 0) return TOLD_IN_PROSE.has(first) ? null : refusal(noLine(first, shown))
    return {
      quotes: telling.flatMap(({ fact, lines }) =>
        lines.map(({ placed, sentences, mark }) =>
          quoteOf({ placed, sentences, marks: mark ? [mark] : [], why: `The line that prints ${NAMES[fact]}` }),
        ),
      ),
      mentions: [...new Set(telling.map(({ report }) => report.id))],
      summary: telling.map(({ report, fact }) => inWords(fact, report)).join(' '),
      notes:
        inScope.length > shown.length
          ? [`Of ${count(inScope.length, 'report')} the newest ${shown.length} are shown: name a council or a year for another.`]
          : [],
    }
  },
}

/** The fact in words, as the catalogue has it: "Lead inspector: Emmy Tomsett (Cornwall inspection, …)." */
function inWords(fact: FactName, report: Report): string {
  const value = knownOf(fact, report)
  return value ? `${value} (${reportName(report)}).` : `Printed in the ${reportName(report)}.`
}

function knownOf(fact: FactName, { leadInspector, inspectors, inspected, published, urn }: Report): string | null {
  switch (fact) {
    case 'lead':
      return leadInspector ? `Lead inspector: ${bareName(leadInspector)}` : null
    case 'inspectors':
      return inspectors.length > 0
        ? `Inspectors: ${joinWords([...new Set([...(leadInspector ? [leadInspector] : []), ...inspectors].map(bareName))])}`
        : null
    case 'inspected':
      return inspected ? `Inspected: ${daysInWords(inspected)}` : null
    case 'published':
      return published ? `Published: ${dayInWords(published)}` : null
    case 'urn':
      return urn ? `Reference number: ${urn}` : null
    default:
      return null
  }
}

/** Nothing prints it: what the catalogue, or the list of authorities, knows is said, but is no quote. */
function noLine(fact: FactName, reports: Report[]): string {
  const known = reports.flatMap((report) => knownOf(fact, report) ?? [])
  const which =
    reports.length === 1 && reports[0]
      ? `The report on the ${reportName(reports[0])} does`
      : `The ${count(reports.length, 'report')} searched do`
  const elsewhere = known.length > 0 ? ` The catalogue has it, not from the report’s text: ${joinWords([...new Set(known)])}.` : ''
  return `${which} not print ${NAMES[fact]}.${elsewhere}`
}
