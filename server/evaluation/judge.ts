/** One reply held against its gold: every figure is 0 to 1, or null where it does not apply. */
import type { Report } from '../../index/model/report.ts'
import type { GoldQuestion, GoldSentence } from './gold.ts'

type Shown = { text: string; report: { id: string } }
export type Reply = { outcome: string; summary: string; quotes: Shown[]; related: Shown[] }

export type Figures = {
  /** What a user would call right: the first quote answers and none is out of scope; or a plain no where no is right. */
  success: number
  first: number | null
  /** One of the first three quotes answers. */
  top3: number | null
  /** Of the answerable questions that were not answered: one of the first three nearest quotes does. */
  near: number | null
  /** What a careful reader fears: an answer where there is none, or a first quote that is not even on the topic. */
  wrong: number
  recall: number | null
  precision: number | null
  scope: number | null
  key: number | null
  refusal: number | null
}
export const FIGURES = ['success', 'first', 'top3', 'near', 'wrong', 'recall', 'precision', 'scope', 'key', 'refusal'] as const

/** Words alone decide: case, marks and white space do not. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A quote shows a gold sentence when it holds it, is at least two fifths of it, or has four fifths of its words in order. */
const LEAST_PART = 0.4
const LEAST_SHARED = 0.8
/** Shorter pieces stand inside too many sentences. */
const LEAST_LENGTH = 40

export function shows(quote: string, gold: GoldSentence): boolean {
  const own = wordsOf(quote)
  return [gold.text, ...(gold.alt ?? [])].some((form) => {
    const wanted = wordsOf(form)
    const [whole, part] = [` ${own.join(' ')} `, ` ${wanted.join(' ')} `]
    if (whole.includes(part)) return true
    if (part.includes(whole) && whole.length >= LEAST_LENGTH && whole.length >= part.length * LEAST_PART) return true
    return longestCommonSubsequence(wanted, own) >= LEAST_SHARED * wanted.length
  })
}

function longestCommonSubsequence(a: string[], b: string[]): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const row = [0]
    for (const [j, other] of b.entries()) row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0))
    above = row
  }
  return above.at(-1) ?? 0
}

/** 2 where a quote answers, 1 where it is on the topic, 0 where it is neither. */
export function gradeOf(quote: Reply['quotes'][number] | undefined, { gold }: GoldQuestion): 0 | 1 | 2 {
  const met = quote ? gold.filter((one) => quote.report.id === one.report && shows(quote.text, one)) : []
  return met.some(({ grade }) => grade === 2) ? 2 : met.length > 0 ? 1 : 0
}

export function judge(question: GoldQuestion, { outcome, summary, quotes, related }: Reply, reports: Report[]): Figures {
  const answered = outcome === 'answered' && quotes.length > 0
  if (question.expect === 'not_found') {
    const refused = Number(!answered)
    return {
      success: refused,
      first: null,
      top3: null,
      near: null,
      wrong: 1 - refused,
      recall: null,
      precision: null,
      scope: null,
      key: null,
      refusal: refused,
    }
  }
  const best = question.gold.filter(({ grade }) => grade === 2)
  const meets = (quote: Reply['quotes'][number], list: GoldSentence[]): boolean =>
    list.some((gold) => quote.report.id === gold.report && shows(quote.text, gold))
  const inScope = quotes.every(({ report }) => isInScope(report.id, question, reports))
  const [opening] = quotes
  const first = answered && opening !== undefined && meets(opening, best)
  const sides = question.type === 'comparison' ? sidesOf(question, reports) : []
  const right =
    sides.length > 1 ? sides.every((side) => quotes.some((quote) => side.includes(quote.report.id) && meets(quote, best))) : first
  return {
    success: Number(answered && right && inScope),
    first: Number(first),
    top3: Number(answered && quotes.slice(0, 3).some((quote) => meets(quote, best))),
    near: answered ? null : Number(related.slice(0, 3).some((quote) => meets(quote, best))),
    wrong: Number(answered && opening !== undefined && !meets(opening, question.gold)),
    recall: best.length > 0 ? best.filter((gold) => quotes.some((quote) => meets(quote, [gold]))).length / best.length : null,
    precision: answered ? quotes.filter((quote) => meets(quote, question.gold)).length / quotes.length : 0,
    scope: answered ? Number(inScope) : null,
    key:
      question.answer === null
        ? null
        : Number(answered && wordsOf(`${opening?.text} ${summary}`).join(' ').includes(wordsOf(question.answer).join(' '))),
    refusal: null,
  }
}

function isInScope(id: string, { scope }: GoldQuestion, reports: Report[]): boolean {
  const report = reports.find((one) => one.id === id)
  if (!scope) return true
  if (!report) return false
  return (
    (!scope.authority || report.authority === scope.authority) &&
    (!scope.years?.length || scope.years.some((year) => report.years.includes(year))) &&
    (!scope.reports?.length || scope.reports.some((one) => one.startsWith(id)))
  )
}

/** As labelled; else by authority where the gold has several, else by year. */
function sidesOf({ gold, sides }: GoldQuestion, reports: Report[]): string[][] {
  if (sides) return sides
  const quoted = reports.filter(({ id }) => gold.some((one) => one.grade === 2 && one.report === id))
  const group = (key: (report: Report) => string): string[][] => {
    const groups = new Map<string, string[]>()
    for (const report of quoted) groups.set(key(report), [...(groups.get(key(report)) ?? []), report.id])
    return [...groups.values()]
  }
  const byAuthority = group(({ authority }) => authority ?? '')
  return byAuthority.length > 1 ? byAuthority : group(({ years }) => String(years.at(-1)))
}
