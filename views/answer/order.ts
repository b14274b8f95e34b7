/** The order in which a page shows the quotes of an answer, which itself has them best first. */
import type { Answer } from '../../server/answer/answer.ts'
import type { Quote } from '../../server/cite/quote.ts'
import type { GradeTag, ReportCard } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'

type Cards = ReadonlyMap<string, Pick<ReportCard, 'day'>>

/** In the order in which each comes first. */
function groupsBy(quotes: Quote[], nameOf: (quote: Quote) => string): Quote[][] {
  const groups = new Map<string, Quote[]>()
  for (const quote of quotes) {
    const own = groups.get(nameOf(quote))
    if (own) own.push(quote)
    else groups.set(nameOf(quote), [quote])
  }
  return [...groups.values()]
}

const councilOf = ({ report }: Quote): string => report.authority ?? report.id
export const byReport = (quotes: Quote[]): Quote[][] => groupsBy(quotes, ({ report }) => report.id)
export const byCouncil = (quotes: Quote[]): Quote[][] => groupsBy(quotes, councilOf)
export const councilsQuoted = ({ quotes }: Pick<Answer, 'quotes'>): number => new Set(quotes.map(councilOf)).size

/** Quotes of one council, and of one report, together: each where its first one comes. */
export const together = (quotes: Quote[]): Quote[] => byCouncil(quotes).flatMap((own) => byReport(own).flat())

/** Of so many councils (3 to 6) nobody asked for one above the others: how recent a finding is counts before how well it fits. */
const MANY_COUNCILS = 4
export const isOverMany = (answer: Pick<Answer, 'quotes' | 'sides'>): boolean =>
  answer.sides.length === 0 && councilsQuoted(answer) >= MANY_COUNCILS

/** Printed grades are all as strong as each other: their order is that of a list. */
export const isJudged = ({ interpretation }: Answer): boolean => interpretation.intent === 'judgement'

/** Tables print "Requires improvement" with and without "to be good". */
const shortGrade = ({ grade }: GradeTag): string => grade.replace(/ to be good$/i, '')

/** "59 councils: Good 41, Inadequate 18": in how many councils a grade is quoted, best first. */
export function gradesCounted(answer: Answer, judged: ReadonlyMap<string, GradeTag>): string {
  const councils = byCouncil(answer.quotes).map((own) => own.flatMap(({ proof }) => judged.get(proof.passage) ?? []))
  const tags = councils.flat().sort((a, b) => a.point - b.point)
  const counts = [...new Set(tags.map(shortGrade))].map(
    (grade) => `${grade} ${councils.filter((own) => own.some((tag) => shortGrade(tag) === grade)).length}`,
  )
  return `${count(councils.length, 'council')}: ${counts.join(', ')}`
}

/** Quotes of one council together, the council inspected last first; of one report still the best first. */
function newestFirst(quotes: Quote[], cards: Cards): Quote[] {
  const dayOf = ([quote]: Quote[]): string => cards.get(quote!.report.id)?.day ?? ''
  const newest = (a: Quote[], b: Quote[]): number => dayOf(b).localeCompare(dayOf(a))
  return byCouncil(quotes)
    .map((own) => byReport(own).sort(newest).flat())
    .sort(newest)
    .flat()
}

/** More quotes than FOLDED_FROM (8 to 12 tried: ten fill three screens of a laptop) show the first SHOWN, and the rest when asked. */
const FOLDED_FROM = 9
const SHOWN = 6

/**
 * Rows of one report: of a whole table that is long (the reports of 2009 print 33) the overall grades stand open, of other long lists the
 * first few.
 */
export function foldOfTable(rows: Quote[], card: ReportCard | undefined): { open: Quote[]; folded: Quote[] } {
  if (rows.length < FOLDED_FROM) return { open: rows, folded: [] }
  const overall = new Set(rows.length >= (card?.judgements.length ?? 0) ? card?.overall.map(({ passage }) => passage) : [])
  const first = rows.filter(({ proof }) => overall.has(proof.passage))
  const open = first.length > 0 ? first : rows.slice(0, SHOWN)
  return { open, folded: rows.filter((row) => !open.includes(row)) }
}

/**
 * What stands open and what is folded. Over many councils the strongest quotes stand open whenever they are from, each with whatever
 * else its council says, so that no council stands in two places.
 */
export function foldOf(answer: Answer, cards: Cards): { open: Quote[]; folded: Quote[] } {
  const { quotes } = answer
  if (!isOverMany(answer)) {
    const shown = together(quotes)
    // a table folds by itself, as a whole
    return isJudged(answer) || shown.length < FOLDED_FROM
      ? { open: shown, folded: [] }
      : { open: shown.slice(0, SHOWN), folded: shown.slice(SHOWN) }
  }
  const ranked = isJudged(answer) ? newestFirst(quotes, cards) : quotes
  const strongest = new Set((quotes.length < FOLDED_FROM ? ranked : ranked.slice(0, SHOWN)).map(councilOf))
  const isOpen = (quote: Quote): boolean => strongest.has(councilOf(quote))
  const isFolded = (quote: Quote): boolean => !isOpen(quote)
  return { open: newestFirst(quotes.filter(isOpen), cards), folded: newestFirst(quotes.filter(isFolded), cards) }
}

/** The order in which the page shows, and so numbers, the quotes; sides in theirs. */
export function inShownOrder(answer: Answer, cards: Cards): Quote[] {
  if (answer.sides.length === 0) {
    const { open, folded } = foldOf(answer, cards)
    return [...open, ...folded]
  }
  const shown = answer.sides.flatMap((side) => byReport(answer.quotes.filter(({ id }) => side.quotes.includes(id))).flat())
  return [...new Set([...shown, ...answer.quotes])]
}
