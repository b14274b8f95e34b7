/** Grades: from the printed tables, with the printed row as the quote. */

import { gradeIn } from '../../../index/model/judgements.ts'
import type { Judgement, Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { reportDate } from '../../cite/citation.ts'
import type { Quote } from '../../cite/quote.ts'
import { quoteOf } from '../../cite/quote.ts'
import { lastDay } from '../days.ts'
import { GRADE_NAMES, gradeName, latestGrades } from '../grades.ts'
import type { Question } from '../question.ts'
import { withoutGrade } from '../understand/groups.ts'
import { ASKS_IF_GRADED, asksForGrades, judgementAreasIn, partIn } from '../understand/judgement-areas.ts'
import { count, NOT_FOUND } from '../wording.ts'
import { openingsOf } from './headlines.ts'
import type { Composed, Intent } from './kind.ts'
import { quotePassages } from './passages.ts'

/** Words of the question that ask for grades and name no area. */
const GRADE_WORDS =
  /^(grade|grade[ds]|rat(e|ed|ing|ings)|judg\w*|overall|effectiveness|ofsted|result|score|verdict|services?|children|better|best|worse|worst|good|outstanding|inadequate|adequate|improvement|requires?|ever|history|area|areas|staffordshires?|leader\w*|impact|work|practice|chang\w*|over|time|years?|since)$/i
const ASKS_WHICH =
  /\b(which|what) (areas?|services?|judgements?|parts?|bits?|sections?|things?|aspects?|ones?|were|was|are|councils?)\b.{0,60}\b(outstanding|good|adequate|inadequate|requires? improvement)\b|\bever\b.{0,30}\b(outstanding|good|adequate|inadequate)\b|\b(anything|any \w+) (outstanding|inadequate|adequate|good)\b/i
const MEANING =
  /\bwhat (does|do|did|is meant by|is the meaning of)\b.{0,80}\b(mean|meant|stand for|signify)\b|\bmeaning of\b|\bdefinition of\b|\bdefine[ds]?\b/i

/** "Why was it inadequate?": the grade, then the report's own summary of why. */
const ASKS_WHY = /\b(why|reasons?|how come)\b/i
const MOST_REASONS = 5

/** Of more councils than this, only the latest grades are shown (3 to 6): the history of thirty is nobody's answer. */
const MOST_WITH_HISTORY = 4
const HISTORY = /\b(ever|histor(y|ies)|changed?|over time|previous(ly)?|used to|all (the )?(grades|judgements|inspections))\b/i
const WERE = /\b(were|was|been)\b/i

type Found = { report: Report; judgement: Judgement }

/** The question without the words that only say which councils are asked. */
const askedOf = ({ text, group }: Question): string => (group ? withoutGrade(text) : text)

/** "All inadequate councils": who they are is all that is asked. */
const namesOnlyGrades = ({ group, concepts, phrases, wanted }: Question): boolean =>
  group !== null && group.group.grades.length > 0 && concepts.every(({ light }) => light) && phrases.length === 0 && wanted === null

function asksForLatest(question: Question, reports: Report[]): boolean {
  const { text, scope } = question
  if (namesOnlyGrades(question)) return true
  if (scope.years.length > 0 || HISTORY.test(text) || (ASKS_WHICH.test(text) && WERE.test(text))) return false
  return new Set(reports.map(({ authority }) => authority)).size > MOST_WITH_HISTORY
}

export const judgement: Intent = {
  name: 'judgement',
  matches: (question) =>
    asksForGrades(askedOf(question)) ||
    namesOnlyGrades(question) ||
    (ASKS_IF_GRADED.test(question.text) && isPlain(question)) ||
    (MEANING.test(question.text) && (gradeIn(question.text) !== null || /\bgrades?\b/i.test(question.text))),

  async compose(question: Question, corpus: Corpus): Promise<Composed | null> {
    if (MEANING.test(question.text)) return meaning(question, corpus)
    // a grade given at a time that no report is of stands in a sentence, not in a table
    if (question.events.length > 0) {
      const composed = await quotePassages({ ...question, wanted: 'grade' }, corpus)
      return composed.quotes.length > 0 ? composed : null
    }
    const inScope = corpus.reports.filter(({ id }) => question.reports.includes(id)).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
    const reports = asksForLatest(question, inScope) ? latestGrades(inScope).map(({ report }) => report) : inScope
    const all = reports.flatMap((report) => report.judgements.map((one) => ({ report, judgement: one })))
    const [first] = reports
    if (all.length === 0) return first && isPlain(question) ? { quotes: [], mentions: [], reason: NOT_FOUND.noGrade(first) } : null
    const fitting = fittingJudgements(all, question)
    if (fitting.length === 0) return null
    const [newest] = fitting
    const reasons = ASKS_WHY.test(question.text) && newest ? openingsOf(newest.report, corpus).slice(0, MOST_REASONS) : []
    return {
      quotes: [...reasons, ...fitting.flatMap((found) => quotesOf(found, corpus))],
      mentions: [...new Set(fitting.map(({ report }) => report.id))],
      summary: summaryOf(fitting),
    }
  },
}

/** True where nothing but a grade is asked for. */
const isPlain = ({ concepts }: Question): boolean =>
  concepts.every(({ words }) => words.split(' ').every((word) => GRADE_WORDS.test(word) || /^(focus|visit)/.test(word)))

export function fittingJudgements(all: Found[], question: Question): Found[] {
  const asked = askedOf(question)
  if (namesOnlyGrades(question)) return overall(all, null)
  if (ASKS_WHICH.test(asked)) {
    const grade = gradeIn(asked)
    // a council is what its overall effectiveness is
    const areasAsked = judgementAreasIn(asked)
    const ofArea = all.filter(({ judgement: { area } }) => areasAsked.some((pattern) => pattern.test(area)))
    const ofWhole = ofArea.length > 0 ? ofArea : overall(all, null)
    const ofCouncils = /\b(which|what|who) (councils?|authorit(y|ies)|areas? was|county|city|one)\b/i.test(asked) ? ofWhole : all
    return ofCouncils.filter((found) => found.judgement.point === grade?.point)
  }
  const areas = judgementAreasIn(asked)
  const part = partIn(asked)
  const inPart = ({ judgement: { part: own } }: Found): boolean => own === null || part === null || part.test(own)
  // "care leavers" names a judgement of its own where there is one; the part "looked after" is no area
  const named = areas.filter((area) => !(part && area.source.includes('looked after') && areas.length > 1))
  // in a report without parts, "children in care" is the area that "overall" was asked of before
  const specific = areas.length > 1 ? areas.filter((area) => !area.test('Overall effectiveness')) : areas
  const fits = (found: Found): boolean =>
    (found.judgement.part === null ? specific : named).some((area) => area.test(found.judgement.area)) && inPart(found)
  const byArea = all.filter(fits)
  if (byArea.length > 0) return mostNamed(byArea, named, part)
  if (named.length > 0 && !part) return isPlain(question) ? overall(all, part) : []
  return isPlain(question) || part ? overall(all, part) : []
}

/** Where an area and a part, or several areas, are asked for at once: the rows that most of it fits. */
function mostNamed(found: Found[], areas: RegExp[], part: RegExp | null): Found[] {
  const score = ({ judgement: { area, part: own } }: Found): number =>
    areas.filter((pattern) => pattern.test(area)).length + Number(own !== null && (part?.test(own) ?? false))
  const best = Math.max(...found.map(score))
  return found.filter((one) => score(one) === best)
}

const overall = (all: Found[], part: RegExp | null): Found[] =>
  all.filter(
    ({ judgement: { area, part: own } }) => /^overall effectiveness$/i.test(area) && (own === null || part === null || part.test(own)),
  )

/** The printed row; before it, where the row is scrambled, the heading that says the same in order. */
function quotesOf({ report, judgement: { area, grade, passageId, statedIn, verbatim } }: Found, corpus: Corpus): Quote[] {
  const row = corpus.passages.get(passageId)
  const stated = statedIn ? corpus.passages.get(statedIn) : undefined
  const mark = (text: string): [number, number][] => {
    const found = gradeIn(text)
    return found ? [[found.at, found.at + found.text.length]] : []
  }
  const inOrder = verbatim.toLowerCase().replace(/\s+/g, ' ').startsWith(area.toLowerCase())
  const scale = report.scale === 'adequate' ? 'Graded on the scale in use until 2013 (Outstanding, Good, Adequate, Inadequate).' : null
  const quotes = row
    ? [quoteOf({ placed: row, sentences: null, marks: mark(verbatim), why: `The printed grade: ${grade}`, caution: scale })]
    : []
  if (!stated || !gradeIn(stated.passage.text) || !stated.passage.text.toLowerCase().startsWith(area.slice(0, 12).toLowerCase()))
    return quotes
  const heading = quoteOf({
    placed: stated,
    sentences: null,
    marks: mark(stated.passage.text),
    why: 'The heading that states the grade',
    caution: scale,
  })
  return inOrder ? [...quotes, heading] : [heading, ...quotes]
}

/** "Overall effectiveness: Good (Staffordshire, 4 to 8 February 2019)." */
function summaryOf(found: Found[]): string {
  const lines = found.map(
    ({ report, judgement: { area, part, grade } }) =>
      `${area}${part ? `, ${part.charAt(0).toLowerCase()}${part.slice(1)}` : ''}: ${grade} (${report.authority}, ${reportDate(report)}).`,
  )
  const each = [...new Set(lines)]
  return each.length > MOST_LINES ? tallyOf(found) : each.join(' ')
}

const MOST_LINES = 12
/** "33 grades of 33 councils: Outstanding 5, Good 12, …": the rows say the rest. */
function tallyOf(found: Found[]): string {
  const councils = new Set(found.map(({ report }) => report.authority)).size
  const grades = GRADE_NAMES.flatMap((name) => {
    const n = found.filter(({ judgement: one }) => gradeName(one) === name).length
    return n > 0 ? [`${name} ${n}`] : []
  })
  return `${count(found.length, 'grade')} of ${count(councils, 'council')}: ${grades.join(', ')}.`
}

/** What a grade means, as the reports define it: the one use of definitions. */
function meaning(question: Question, corpus: Corpus): Composed | null {
  const grade = gradeIn(question.text)
  const quotes: Quote[] = []
  for (const placed of corpus.passages.values()) {
    if (!question.reports.includes(placed.report.id) || placed.passage.speaker.voice !== 'definition') continue
    if (!grade || new RegExp(`^${grade.text}\\b`, 'i').test(placed.passage.text))
      quotes.push(quoteOf({ placed, sentences: null, why: 'The report’s own definition' }))
  }
  return quotes.length > 0 ? { quotes, mentions: [...new Set(quotes.map(({ report }) => report.id))] } : null
}
