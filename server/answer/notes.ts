/** What a careful reader should know of an answer as a whole. */

import type { Report } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { isAfter, lastDay } from './days.ts'
import type { Composed } from './kinds/kind.ts'
import type { IntentName, Question } from './question.ts'
import { joinWords, NOT_FOUND, reportName } from './wording.ts'

export function notesOn(composed: Composed, intent: IntentName, question: Question, corpus: Corpus): string[] {
  const { quotes } = composed
  if (quotes.length === 0) return []
  const quoted = corpus.reports.filter(({ id }) => quotes.some(({ report }) => report.id === id))
  return [
    ...(composed.notes ?? []),
    ...absent(question, corpus),
    ...ofGroup(question),
    ...later(quoted, composed, question, corpus),
    ...scales(quoted, quotes, intent),
    ...secondHand(quotes),
    ...leftOut(question),
  ]
}

/** Councils that were named beside those answered of. */
export const absent = ({ absent: councils }: Question, corpus: Corpus): string[] => councils.map((name) => NOT_FOUND.beside(name, corpus))

/** Of more councils than this, later reports are not named one by one (3 to 6). */
const MOST_LATER = 4

/** Which councils were asked together, and why their older reports were not. */
function ofGroup({ group }: Question): string[] {
  if (!group) return []
  const { words, councils, group: asked } = group
  if (asked.grades.length === 0) return [`This was asked of ${words}.`]
  const many = councils.length > 1
  return [
    `This was asked of ${words}: of the inspection${many ? 's' : ''} that gave ${many ? 'these grades' : 'the grade'}, and of what came after.`,
  ]
}

/** A newer report on the same council than the newest that is quoted. */
function later(quoted: Report[], composed: Composed, { reports, group }: Question, corpus: Corpus): string[] {
  const { mentions, answering = mentions, near } = composed
  // one line for each of thirty councils would bury the others
  if (group || composed.timeless || new Set(quoted.map(({ authority }) => authority)).size > MOST_LATER) return []
  return [...new Set(quoted.map(({ authority }) => authority))].flatMap((authority) => {
    const newest =
      quoted
        .filter((report) => report.authority === authority)
        .map(lastDay)
        .sort()
        .at(-1) ?? ''
    const newer = corpus.reports.filter(
      (report) => report.authority === authority && report.kind !== 'committee_report' && isAfter(lastDay(report), newest),
    )
    if (newer.length === 0) return []
    const several = newer.length > 1
    const named = (reports: Report[]): string => joinWords(reports.map(reportName))
    const speaking = newer.filter(({ id }) => answering.includes(id))
    if (speaking.length > 0)
      return [`${speaking.length > 1 ? 'Later reports speak' : 'A later report speaks'} of this too: ${named(speaking)}.`]
    // what was not searched, or comes near without an answer, is neither called silent nor said to speak of it
    return !near || newer.some(({ id }) => !reports.includes(id) || near.includes(id) || mentions.includes(id))
      ? [`${several ? 'There are later reports' : 'There is a later report'} on ${authority}: ${named(newer)}.`]
      : [`Nothing on this was found in the later ${several ? 'reports' : 'report'} on ${authority}: ${named(newer)}.`]
  })
}

/** Adequate and Requires improvement are not the same grade. */
function scales(quoted: Report[], quotes: Quote[], intent: IntentName): string[] {
  if (quotes.every(({ voice }) => voice !== 'judgement')) return []
  const used = new Set(quoted.flatMap(({ scale }) => (scale ? [scale] : [])))
  return used.size > 1 && (intent === 'judgement' || intent === 'comparison')
    ? [
        'Grades of different years stand on different scales: the third grade was “Adequate” until 2013 and is “Requires improvement to be good” since.',
      ]
    : []
}

function secondHand(quotes: Quote[]): string[] {
  const own = quotes.filter(({ voice }) => voice === 'members' || voice === 'self-report' || voice === 'reported finding').length
  if (own === 0) return []
  return [
    own === quotes.length
      ? 'These are the words of a council’s own paper, not of Ofsted.'
      : 'Some of these are the words of a council’s own paper, not of Ofsted: each says so.',
  ]
}

function leftOut({ excluded }: Question): string[] {
  return excluded.length > 0 ? ['Sentences with the words that you excluded are left out.'] : []
}
