/** What a report says of itself: who led it, when it was published, to whom it was sent. The printed line is the quote. */
import type { Report } from '../../../../index/model/report.ts'
import { dayInWords, daysInWords } from '../../../cite/citation.ts'
import { quoteOf } from '../../../cite/quote.ts'
import type { FactName } from '../../asks.ts'
import { newestFirst } from '../../days.ts'
import { count, joinWords, reportName } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'
import { bareName, modelFacts, printed } from './printed.ts'

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
  framework: 'under which framework it was made',
  previous: 'how an earlier inspection ended',
}
/** Where no line prints these, a sentence may still tell. */
const TOLD_IN_PROSE: ReadonlySet<FactName> = new Set<FactName>(['previous'])
/** Where none tells, what comes nearest is shown beside the no. */
const MOST_NEAR = 2

export const facts: Kind = {
  name: 'facts',
  intent: 'figure',
  async answer(question, corpus, later) {
    const { asks, reports } = question
    const [first] = asks.facts
    if (!first) return null
    const inScope = newestFirst(reports, corpus)
    const shown = inScope.slice(0, MOST_REPORTS)
    const found = shown.flatMap((report) => asks.facts.map((fact) => ({ report, fact, lines: printed(fact, report, corpus) })))
    const telling = found.filter(({ lines }) => lines.length > 0)
    if (telling.length === 0) {
      if (TOLD_IN_PROSE.has(first)) return null
      const { composed } = await later({ ...question, wanted: null })
      return { ...refusal(noLine(first, shown)), related: [...composed.quotes, ...(composed.related ?? [])].slice(0, MOST_NEAR) }
    }
    return {
      quotes: telling.flatMap(({ fact, lines }) =>
        lines.map(({ placed, sentences, mark }) =>
          quoteOf({ placed, sentences, marks: mark ? [mark] : [], why: `The line that prints ${NAMES[fact]}` }),
        ),
      ),
      mentions: [...new Set(telling.map(({ report }) => report.id))],
      summary: telling.map(({ report, fact }) => inWords(fact, report)).join(' '),
      notes: [
        ...(inScope.length > shown.length
          ? [`Of ${count(inScope.length, 'report')} the newest ${shown.length} are shown: name a council or a year for another.`]
          : []),
        ...unprinted(
          first,
          shown.filter((report) => telling.every((one) => one.report !== report)),
        ),
        ...(NAMED.has(first) && telling.every(({ lines }) => !lines.some(({ placed }) => PERSON.test(placed.passage.text)))
          ? [`No line prints ${NAMES[first]} by name.`]
          : []),
      ],
    }
  },
}

/** The fact in words, as the catalogue has it: "Lead inspector: Emmy Tomsett (Cornwall inspection, …)." */
function inWords(fact: FactName, report: Report): string {
  const value = knownOf(fact, report)
  return value ? `${value} (${reportName(report)}).` : `Printed in the ${reportName(report)}.`
}

function knownOf(fact: FactName, report: Report): string | null {
  const { leadInspector, inspectors, inspected, published, urn, framework } = report
  switch (fact) {
    case 'lead':
      return leadInspector ? `Lead inspector: ${bareName(leadInspector)}` : null
    case 'inspectors':
      return inspectors.length > 0
        ? `Inspectors: ${joinWords([...new Set([...(leadInspector ? [leadInspector] : []), ...inspectors].map(bareName))])}`
        : null
    // "seven of Her Majesty’s Inspectors and two additional inspectors" is told by its line alone
    case 'team size':
      return inspectors.length > 0 && modelFacts('team size', report).length === 0 ? `${count(inspectors.length, 'inspector')} named` : null
    case 'framework':
      return framework ? `Framework: ${framework}` : FORMS[report.kind] ? `by its form it is ${FORMS[report.kind]}` : null
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

/** Whose answer is a name: "Bernie Brown", beside offices and councils whose words have capitals too. */
const NAMED: ReadonlySet<FactName> = new Set<FactName>(['director'])
const PERSON =
  /(?<!\p{Lu}\p{Ll}+[ ’'])\b(?!Director|Children|Services|Her |His |Corporate|Executive|Interim|Chief|Ofsted|Council|The |Dear)\p{Lu}\p{Ll}+ (?!Director|Children|Services|Council|Majesty)\p{Lu}[\p{L}’'-]+\b/u

const FORMS: Partial<Record<Report['kind'], string>> = {
  ilacs_inspection: 'an inspection of local authority children’s services (ILACS)',
  single_inspection: 'a single inspection',
  safeguarding_inspection: 'an inspection of safeguarding and looked after children’s services',
}

/** Of reports that do not print it, while others do. */
const unprinted = (fact: FactName, reports: Report[]): string[] =>
  reports.length === 0 || reports.length > MOST_REPORTS / 2 ? [] : [noLine(fact, reports)]

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
