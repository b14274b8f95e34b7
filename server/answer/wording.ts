/** Every wording of a summary or a non-answer, in one place. */

import { predecessorsOf, successorsOf } from '../../index/library/reorganisations.ts'
import type { Report, Voice } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import { dayInWords, daysInWords, reportDate } from '../cite/citation.ts'
import type { Quote } from '../cite/quote.ts'
import type { Missing, Question } from './question.ts'

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export const joinWords = (words: string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const KIND_NAMES: Record<Report['kind'], string> = {
  ilacs_inspection: 'inspection',
  single_inspection: 'single inspection',
  safeguarding_inspection: 'safeguarding inspection',
  focused_visit: 'focused visit',
  monitoring_visit: 'monitoring visit',
  committee_report: 'council committee paper',
  other: 'document',
}

/** "Staffordshire focused visit, 9 to 10 December 2025". */
export const reportName = (report: Report): string =>
  `${report.authority ?? 'Unknown council'} ${KIND_NAMES[report.kind]}, ${reportDate(report)}`

/** At most this many councils are named one by one. */
const MOST_COUNCILS = 20
/** At most this many reports are named one by one. */
const MOST_NAMED = 6
export function holdings(reports: Report[]): string {
  const named = reports.slice(0, MOST_NAMED).map(reportName)
  return reports.length > MOST_NAMED ? `${named.join('; ')}; and ${reports.length - MOST_NAMED} more` : named.join('; ')
}

/** The scope in words: "the Staffordshire reports of 2019". */
function scopeWords({ scope, reports, group }: Question, corpus: Corpus): string {
  if (group) return `the ${count(reports.length, 'report')} on ${group.words}`
  if (reports.length === corpus.reports.length) return `the ${count(reports.length, 'report')} in the collection`
  const [only] = reports
  const report = reports.length === 1 ? corpus.reports.find(({ id }) => id === only) : undefined
  if (report) return `the report on the ${reportName(report)}`
  const where = scope.authorities.length > 0 ? ` on ${joinWords(scope.authorities)}` : ''
  const when = scope.years.length > 0 ? ` of ${joinWords(scope.years.map(String))}` : ''
  return `the ${count(reports.length, 'report')}${where}${when}`
}

export const SUMMARY = {
  passages: (quotes: number, quoted: number, searched: number): string =>
    `${count(quotes, 'quote')} from ${count(quoted, 'report')}. ${count(searched, 'report')} searched.`,
  whole: (summary: string, { group }: Question): string => (group ? `${summary} Asked of ${group.words}.` : summary),
}

/** Why passages answer nothing. */
export function whyNothing(question: Question, corpus: Corpus): string {
  const [event] = question.events
  if (event !== undefined) return NOT_FOUND.event(event, question, corpus)
  const unknown = question.concepts.filter(
    ({ forms, light }) => !light && forms.every(({ stems }) => stems.some((stem) => corpus.sentenceIndex.statistics.frequency(stem) === 0)),
  )
  return NOT_FOUND.nothing(
    question,
    corpus,
    unknown.map(({ words }) => words),
  )
}

/** Who is quoted, in what capacity, for "who said that?". */
export function speakersOf(quotes: Quote[]): string {
  const said = new Map<string, number>()
  for (const { speaker, voice, report } of quotes) {
    const by = `${speaker}, ${VOICE_NAMES[voice]}${report.authority ? ` (${report.authority}, ${report.inspected ? daysInWords(report.inspected) : report.title})` : ''}`
    said.set(by, (said.get(by) ?? 0) + 1)
  }
  return [...said].map(([by, n]) => `${count(n, 'quote')}: ${by}.`).join(' ')
}

export const VOICE_NAMES: Record<Voice, string> = {
  finding: 'inspectors’ finding',
  recommendation: 'inspectors’ recommendation',
  judgement: 'printed grade',
  fact: 'fact printed in the report',
  definition: 'definition',
  'self-report': 'the council about itself',
  members: 'elected members',
  'reported finding': 'council paper repeating Ofsted’s finding',
  furniture: 'not evidence',
}

function heldCouncils({ reports }: Corpus): string {
  const held = [...new Set(reports.flatMap((report) => report.authority ?? []))].sort()
  return `It has reports on ${held.length > MOST_COUNCILS ? `${held.length} other councils: see the list of councils` : joinWords(held)}.`
}

/** "It was abolished on 1 April 2019; Dorset took over. The collection has reports on Dorset." Empty where nothing changed. */
export function successionOf(authority: string, { reports }: Corpus): string {
  const [after, before] = [successorsOf(authority), predecessorsOf(authority)]
  const names = (list: { name: string }[]): string[] => [...new Set(list.map(({ name }) => name))]
  const said = [
    after[0] ? `${authority} was abolished on ${dayInWords(after[0].on)}: ${joinWords(names(after))} took over.` : '',
    before[0] ? `Until ${dayInWords(before[0].on)} its area belonged to ${joinWords(names(before))}.` : '',
  ]
  const held = names([...after, ...before]).filter((name) => reports.some((report) => report.authority === name))
  return [...said, held.length > 0 ? `The collection has reports on ${joinWords(held)}.` : ''].filter(Boolean).join(' ')
}

/** "2021 or later", "2013 to 2015". */
const spanWords = ({ from, to }: { from: number; to: number }): string =>
  from === 0 ? `${to} or earlier` : to === Number.POSITIVE_INFINITY ? `${from} or later` : `${from} to ${to}`

export const NOT_FOUND = {
  authority: (authority: string, corpus: Corpus): string => {
    const none = `The collection has no report on ${authority}.`
    const change = successionOf(authority, corpus)
    return `${none}${change ? ` ${change}` : ''} ${heldCouncils(corpus)}`
  },
  beside: (authority: string, corpus: Corpus): string =>
    [`The collection has no report on ${authority}.`, successionOf(authority, corpus)].filter(Boolean).join(' '),
  /** `newest`: of the reports searched. */
  vague: (words: string, newest: Report | undefined): string =>
    `“${words}” is no printed time, so reports of all years were searched${newest ? `; the newest is the ${reportName(newest)}` : ''}. Name a year, as in “since 2020”.`,
  unsettled: (reports: Report[]): string =>
    `Which council ${reports.length === 1 ? 'one report is' : `${reports.length} reports are`} about is not settled, so nothing here counts on ${reports.length === 1 ? 'it' : 'them'}: ${reports
      .slice(0, MOST_NAMED)
      .map(({ title }) => `“${title}”`)
      .join(', ')}${reports.length > MOST_NAMED ? ` and ${reports.length - MOST_NAMED} more` : ''}.`,
  elsewhere: (place: string, where: 'outside' | 'unknown', corpus: Corpus): string =>
    where === 'outside'
      ? `The collection has no report on ${place}: Ofsted inspects councils in England. ${heldCouncils(corpus)}`
      : `The collection has no report on ${place}, and the name stands nowhere in its reports. ${heldCouncils(corpus)}`,
  year: ({ year, range, authority, clock }: Missing, corpus: Corpus): string => {
    const own = authority ? corpus.reports.filter((report) => report.authority === authority) : corpus.reports
    const when = range ? spanWords(range) : `${year}`
    const named = clock?.includes('month') ? clock : clock ? `${when} (${clock})` : when
    return `The collection has no report of ${named}${authority ? ` on ${authority}` : ''}. It has: ${holdings(own)}.`
  },
  event: (year: number, question: Question, corpus: Corpus): string => {
    const own = corpus.reports.filter(
      (report) => question.scope.authorities.length === 0 || question.scope.authorities.includes(report.authority ?? ''),
    )
    return `The collection has no report of ${year}, and the reports that mention ${year} do not say this. It has: ${holdings(own)}.`
  },
  nothing: (question: Question, corpus: Corpus, unknown: string[]): string => {
    const nowhere =
      unknown.length > 0
        ? ` ${joinWords(unknown.map((word) => `“${word}”`))} ${unknown.length === 1 ? 'stands' : 'stand'} nowhere in them.`
        : ''
    return `Nothing in ${scopeWords(question, corpus)} answers this.${nowhere}`
  },
  noGrade: (report: Report): string =>
    `The ${reportName(report)} gives no grade: ${report.kind === 'committee_report' ? 'a committee paper is no inspection' : 'focused and monitoring visits are not graded'}.`,
  noList: (reports: Report[]): string =>
    reports.length === 1 && reports[0]
      ? `The report on the ${reportName(reports[0])} prints no list of what needs to improve.`
      : `None of the ${count(reports.length, 'report')} prints a list of what needs to improve: ${holdings(reports)}.`,
  premise: (asserted: string, authority: string, found: string[]): string =>
    `No report searched gives ${authority} the grade “${asserted}”.${found.length > 0 ? ` The overall grades are: ${found.join('; ')}.` : ''}`,
  nearest: 'No report says this in so many words.',
  noReports: 'No report fits what was picked. Widen the choice of councils, years or reports.',
  noDetail: (question: Question, corpus: Corpus, detail: string): string =>
    `${scopeWords(question, corpus).replace(/^t/, 'T')} ${question.reports.length === 1 ? 'gives' : 'give'} no ${detail} for this.`,
} as const

/** Fixed replies to what is no question about the reports. */
/** Said beside quotes that answer a question about somebody's own case. */
export const OWN_CASE = 'These quotes are about the council’s service as a whole: no report speaks of your own case.'

export const FIXED = {
  greeting: 'Hello. Ask a question about what Ofsted’s reports say, for example “What did Ofsted say about return home interviews?”',
  thanks: 'You are welcome. Ask another question about the reports at any time.',
  instruction: 'This assistant takes no instructions. It only quotes what the reports in the collection say.',
  writing: 'This assistant writes nothing of its own. It only quotes what the reports in the collection say.',
  danger:
    'If a child is in immediate danger, call 999. Otherwise tell the local council’s children’s services about your worry. This assistant only quotes inspection reports and cannot help with it.',
  advice:
    'This assistant gives no advice and no opinion. It only quotes what the reports in the collection say. About a council’s service ask its complaints team, or an independent advocate.',
  choice:
    'This assistant recommends nothing: the reports are on councils’ children’s services and compare no schools, homes or places to live. Ofsted’s reports on single schools and homes are at reports.ofsted.gov.uk.',
  legal:
    'This assistant gives no legal advice: reports say how councils worked, not what the law allows. Ask a solicitor, a law centre or Citizens Advice.',
  person:
    'This assistant looks nobody up: inspection reports name neither children nor families, and give nobody’s address or number. To reach somebody who works for a council ask the council.',
  'own case':
    'No report speaks of your own case: inspectors judge a council’s services, not single workers or families. Ask of the service instead, for example “How good is social work in Stoke-on-Trent?”; with a worry of your own go to the council’s complaints team or an independent advocate.',
  'own life':
    'No report speaks of your own case: inspectors judge a council’s services, not single workers or families. Ask of the service instead, for example “How good is social work in Stoke-on-Trent?”; with a worry of your own go to the council’s complaints team or an independent advocate.',
  prediction:
    'This assistant foretells nothing: reports say what inspectors found, not what will come. Ask what has to improve, or how the council was judged before.',
  offTopic: 'That is not a question about the reports in the collection.',
  unclear:
    'This question leans on one before it, and there is none. Name what it is about, for example “Why was Stoke-on-Trent rated inadequate?”',
  empty: 'There is nothing here to look for. Name a topic, for example “caseloads in Stoke-on-Trent”.',
} as const
