/** What a careful reader should know of an answer as a whole. */

import { endedOn, predecessorsOf } from '../../index/library/reorganisations.ts'
import type { Report } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { isAfter, lastDay, newestFirst } from './days.ts'
import type { Composed } from './kinds/kind.ts'
import type { IntentName, Question } from './question.ts'
import { joinWords, NOT_FOUND, reportName, successionOf } from './wording.ts'

export function notesOn(composed: Composed, intent: IntentName, question: Question, corpus: Corpus): string[] {
  const { quotes } = composed
  if (quotes.length === 0) return []
  const quoted = corpus.reports.filter(({ id }) => quotes.some(({ report }) => report.id === id))
  return [
    ...(composed.notes ?? []),
    ...asides(question, corpus),
    ...ofGroup(question),
    ...later(quoted, composed, question, corpus),
    ...scales(quoted, quotes, intent),
    ...secondHand(quotes),
    ...leftOut(question),
  ]
}

/** What the question names that the collection cannot tell, or not in full: said whether it is answered or not. */
export function asides(question: Question, corpus: Corpus): string[] {
  const { absent, vague, reports, scope, group, missing } = question
  const [newest] = vague.length > 0 ? newestFirst(reports, corpus) : []
  const named = group || missing ? [] : scope.authorities
  return [
    ...absent.map((name) => NOT_FOUND.beside(name, corpus)),
    ...vague.map((words) => NOT_FOUND.vague(words, newest)),
    ...(named.length > MOST_LATER ? [] : named.flatMap((name) => reorganised(name, corpus))),
    ...(countsCouncils(question) && corpus.withoutCouncil.length > 0 ? [NOT_FOUND.unsettled(corpus.withoutCouncil)] : []),
  ]
}

/** A council that is no more, or whose area another was responsible for, with the reports of the others. */
function reorganised(name: string, corpus: Corpus): string[] {
  const held = (others: { name: string }[]): boolean =>
    others.some((other) => corpus.reports.some(({ authority }) => authority === other.name))
  return endedOn(name) !== null || held(predecessorsOf(name)) ? [successionOf(name, corpus)] : []
}

/** Grades, the latest, groups of councils and what the collection holds: a report that nobody knows the council of may change the answer. */
const countsCouncils = ({ asks, latest, group, missing }: Question): boolean =>
  asks.grades !== null ||
  asks.premise !== null ||
  asks.collection !== null ||
  latest ||
  group !== null ||
  (missing?.authority ?? null) !== null

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
