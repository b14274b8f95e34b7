/** What a careful reader should know of an answer as a whole. */
import type { Corpus } from '../../index/corpus.ts'
import type { Report } from '../../index/report.ts'
import type { Quote } from './answer.ts'
import { lastDay } from './days.ts'
import type { IntentName, Question } from './question.ts'
import { joinWords, reportName } from './wording.ts'

export function notesOn(quotes: Quote[], mentions: string[], intent: IntentName, question: Question, corpus: Corpus): string[] {
  if (quotes.length === 0) return []
  const quoted = corpus.reports.filter(({ id }) => quotes.some(({ report }) => report.id === id))
  return [
    ...ofGroup(question),
    ...later(quoted, mentions, question, corpus),
    ...scales(quoted, quotes, intent),
    ...secondHand(quotes),
    ...leftOut(question),
  ]
}

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
function later(quoted: Report[], mentions: string[], { scope, group }: Question, corpus: Corpus): string[] {
  // one line for each of thirty councils would bury the others
  if (group || new Set(quoted.map(({ authority }) => authority)).size > MOST_LATER) return []
  return [...new Set(quoted.map(({ authority }) => authority))].flatMap((authority) => {
    const newest =
      quoted
        .filter((report) => report.authority === authority)
        .map(lastDay)
        .sort()
        .at(-1) ?? ''
    const newer = corpus.reports.filter(
      (report) => report.authority === authority && report.kind !== 'committee_report' && lastDay(report) > newest,
    )
    if (newer.length === 0) return []
    const speaking = newer.filter(({ id }) => mentions.includes(id))
    const name = joinWords((speaking.length > 0 ? speaking : newer).map(reportName))
    if (speaking.length > 0)
      return [speaking.length > 1 ? `Later reports speak of this too: ${name}.` : `A later report speaks of this too: ${name}.`]
    return scope.years.length > 0 || scope.reports.length > 0
      ? [newer.length > 1 ? `There are later reports on ${authority}: ${name}.` : `There is a later report on ${authority}: ${name}.`]
      : [
          newer.length > 1
            ? `The later reports on ${authority} (${name}) say nothing found on this.`
            : `Nothing on this was found in the later report on ${authority}: ${name}.`,
        ]
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
