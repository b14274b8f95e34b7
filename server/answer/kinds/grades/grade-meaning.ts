/** What a grade means, as the reports define it: the one use of definitions. */
import { gradeIn } from '../../../../index/model/judgements.ts'
import type { Report } from '../../../../index/model/report.ts'
import type { Corpus, Placed } from '../../../../index/search/corpus.ts'
import { stretchOf } from '../../../../index/search/shelf/places.ts'
import { type Quote, quoteOf } from '../../../cite/quote.ts'
import type { MeaningAsked } from '../../asks.ts'
import { newestFirst } from '../../days.ts'
import { type GradeName, gradeName } from '../../grades.ts'
import { count, reportName } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'

/** A definition names its grade at its beginning, in so many characters; others that it is set against come later. */
const OPENINGS = [20, 40, 80, 160]
/** "A good local authority leads …", "Adequate (Grade 3) A service that …"; not what a report finds of one authority. */
const DEFINES = /^(?:in )?an?\b.{0,70}\b(?:authority|lscb|board|service)\b|\(grade \d\)/i
const OF_BOARD = /\b(?:lscb|safeguarding children board)\b/i
/** Reports repeat each other's definitions: of one grade (2 to 6), of the whole scale (4 to 12). */
const MOST_OF_ONE = 3
const MOST_OF_ALL = 8

type Defined = { placed: Placed; grade: GradeName; board: boolean }

export const gradeMeaning: Kind = {
  name: 'meaning of a grade',
  intent: 'judgement',
  answer({ asks: { meaning }, reports }, corpus) {
    if (!meaning) return null
    const inScope = newestFirst(reports, corpus)
    const own = definitionsIn(inScope, corpus)
    const found = fitting(own, meaning)
    if (found.length > 0)
      return {
        quotes: quotesOf(meaning.grade ? found : withRows(found, corpus)),
        mentions: [...new Set(own.map(({ placed }) => placed.report.id))],
        notes: notesOn(found, meaning),
        timeless: true,
      }
    const wrongScale = meaning.grade ? ofOtherScale(meaning.grade.name, inScope) : null
    const everywhere = definitionsIn(newestFirst(new Set(corpus.reports.map(({ id }) => id)), corpus), corpus)
    const sameScale = everywhere.filter(({ placed: { report } }) => report.scale === inScope[0]?.scale)
    const nearest = wrongScale ? fitting(own, { ...meaning, grade: { name: wrongScale, point: 3 } }) : fitting(sameScale, meaning)
    return { ...refusal(whyNone(inScope, meaning, wrongScale, nearest.length > 0)), related: quotesOf(nearest) }
  },
}

function definitionsIn(reports: Report[], corpus: Corpus): Defined[] {
  const inScope = new Set(reports)
  const found = new Map<Report, Defined[]>()
  for (const number of corpus.places.definitions) {
    const report = corpus.reports[stretchOf(corpus.places.passagesFrom, number)]!
    const placed = inScope.has(report) ? corpus.all.at(number) : undefined
    const text = placed?.passage.text ?? ''
    if (!placed || !DEFINES.test(text)) continue
    const defined = OPENINGS.map((length) => gradeIn(text.slice(0, length))).find((grade) => grade !== null)
    if (!defined) continue
    const own = found.get(report) ?? []
    found.set(report, own)
    own.push({ placed, grade: gradeName(defined), board: OF_BOARD.test(text.slice(0, OPENINGS.at(-2))) })
  }
  return reports.flatMap((report) => found.get(report) ?? [])
}

/** Of the authority, unless its board is asked about; each wording once, from the newest report that prints it. */
function fitting(defined: Defined[], { grade, board }: MeaningAsked): Defined[] {
  const named = grade ? defined.filter((one) => one.grade === gradeName({ grade: grade.name })) : defined
  const ofBody = named.filter((one) => one.board === board)
  const each = new Map<string, Defined>()
  for (const one of ofBody.length > 0 ? ofBody : named) {
    // "… and care leavers have" and "… and the welfare of care leavers is" are one definition
    const wording = `${one.placed.report.scale} ${one.grade} ${one.board}`
    if (!each.has(wording)) each.set(wording, one)
  }
  return [...each.values()].slice(0, grade ? MOST_OF_ONE : MOST_OF_ALL)
}

/** The whole scale: also the rows of its tables that extraction has scrambled, so that no grade can be told of them. */
function withRows(found: Defined[], corpus: Corpus): Defined[] {
  return found.flatMap((one, i) => {
    const { section } = one.placed
    if (found[i + 1]?.placed.section === section) return [one]
    const rows = section.paragraphs.filter(
      ({ id, kind, speaker }) => kind === 'row' && speaker.voice === 'definition' && !found.some(({ placed }) => placed.passage.id === id),
    )
    return [one, ...rows.flatMap(({ id }) => corpus.passages.get(id) ?? []).map((placed) => ({ ...one, placed }))]
  })
}

const quotesOf = (defined: Defined[]): Quote[] =>
  defined.map(({ placed }) => quoteOf({ placed, sentences: null, why: 'The report’s own definition' }))

const notesOn = (defined: Defined[], { board }: MeaningAsked): string[] => [
  ...(new Set(defined.map(({ placed }) => placed.report.scale)).size > 1
    ? [
        'These definitions are of two scales: that of until 2013, whose third grade is “Adequate”, and that of since, where it is “Requires improvement”.',
      ]
    : []),
  ...(!board && defined.every((one) => one.board) ? ['This defines the grade of a safeguarding children board, not of an authority.'] : []),
]

/** "Adequate" and "Requires improvement" stand on scales of which every report uses one: the other, where all in scope use that. */
function ofOtherScale(name: string, reports: Report[]): GradeName | null {
  const scales = new Set(reports.flatMap(({ scale }) => scale ?? []))
  const [only] = scales
  if (scales.size !== 1) return null
  const asked = gradeName({ grade: name })
  if (asked === 'Requires improvement' && only === 'adequate') return 'Adequate'
  return asked === 'Adequate' && only === 'requiresImprovement' ? 'Requires improvement' : null
}

function whyNone(reports: Report[], { grade }: MeaningAsked, otherScale: GradeName | null, isNear: boolean): string {
  const [only] = reports
  const which = reports.length === 1 && only ? `The report on the ${reportName(only)}` : `The ${count(reports.length, 'report')} searched`
  const [does, its] = reports.length === 1 ? ['does', 'its'] : ['do', 'their']
  if (otherScale && grade)
    return `${which} ${reports.length === 1 ? 'uses' : 'use'} another scale: ${its} third grade is “${otherScale}”, not “${gradeName({ grade: grade.name })}”, and the two are not the same.`
  const what = grade ? `what “${grade.name}” means` : 'what the grades mean'
  return `${which} ${does} not print ${what}.${isNear ? ' Other reports on the same scale do.' : ''}`
}
