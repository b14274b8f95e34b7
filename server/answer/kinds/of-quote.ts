/** What is asked of the first quote of the answer before: who says it, when, what stands next to it, whether it is still so, and why. */
import type { Report } from '../../../index/model/report.ts'
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import { dayInWords } from '../../cite/citation.ts'
import { cutOf, type Quote, quoteOf } from '../../cite/quote.ts'
import { isAfter, lastDay } from '../days.ts'
import type { Question } from '../question.ts'
import { traitsOf } from '../rank/traits.ts'
import { count, joinWords, reportName, speakersOf } from '../wording.ts'
import { printed } from './facts/printed.ts'
import { type Composed, type Kind, type Later, refusal } from './kind.ts'

export const ofQuote: Kind = {
  name: 'of a quote',
  intent: 'passages',
  // the question has been read as the one before it
  async answer(question, corpus, later) {
    const asked = question.asks.ofQuote
    if (!asked) return null
    const base: Question = { ...question, asks: { ...question.asks, ofQuote: null } }
    const { composed } = await later(base)
    const [first] = composed.quotes
    if (!first) return composed
    if (asked.ask === 'who' && asked.step === 0) {
      const said = speakersOf(composed.quotes)
      return { ...composed, summary: said, notes: [said] }
    }
    const quote = asked.step === 0 ? first : beside(first, asked.step, corpus)
    const report = corpus.reports.find(({ id }) => id === first.report.id)
    if (!quote || !report)
      return {
        ...refusal(
          `Nothing stands ${asked.step > 0 ? 'after' : 'before'} that in the report on the ${report ? reportName(report) : first.report.title}.`,
        ),
        related: [first],
      }
    const own = { quotes: [quote], mentions: [report.id] }
    switch (asked.ask) {
      case 'who':
        return { ...own, summary: speakersOf([quote]), notes: [speakersOf([quote])] }
      case 'when':
        return whenOf(quote, report, corpus)
      case 'next':
      case 'before':
        return { ...own, summary: `What stands ${asked.step > 0 ? 'after' : 'before'} the quote in the ${reportName(report)}.` }
      case 'still':
        return stillSo(quote, report, base, corpus, later)
      case 'why':
        return whyOf(quote, report, base, corpus, later)
    }
  },
}

const unitsOf = ({ id }: Quote, corpus: Corpus): Unit[] => {
  const cut = cutOf(id, corpus)
  const units = cut ? (corpus.unitsOf.get(cut.placed.passage.id) ?? []) : []
  return cut?.sentences ? units.slice(cut.sentences[0], cut.sentences[1] + 1) : units
}
const asQuote = ({ placed, at }: Unit, why: string): Quote => quoteOf({ placed, sentences: [at, at], why })

/** The sentence so many after the quote, or before it, in the order of the report; null beyond its ends. */
function beside(quote: Quote, step: number, corpus: Corpus): Quote | null {
  const units = unitsOf(quote, corpus)
  const from = step > 0 ? units.at(-1) : units[0]
  const at = from ? from.ordinal + step : -1
  const unit = at >= 0 ? corpus.units.at(at) : undefined
  return unit && unit.placed.report === from?.placed.report
    ? asQuote(unit, `Stands ${step > 0 ? 'after' : 'before'} the quote of the answer before`)
    : null
}

/** The line that prints the days of the inspection, and the quote. */
function whenOf(quote: Quote, report: Report, corpus: Corpus): Composed {
  const lines = printed('inspected', report, corpus).map(({ placed, sentences }) =>
    quoteOf({ placed, sentences, why: 'The line that prints when the inspection was' }),
  )
  const published = report.published ? `, published on ${dayInWords(report.published)}` : ''
  const said = `The quote is from the ${reportName(report)}${published}.`
  return { quotes: [...lines, quote], mentions: [report.id], summary: said, notes: [said] }
}

/** What later reports on the council say of the same. */
async function stillSo(quote: Quote, report: Report, base: Question, corpus: Corpus, later: Later): Promise<Composed> {
  const newer = corpus.reports.filter(
    (other) => other.authority === report.authority && other.kind !== 'committee_report' && isAfter(lastDay(other), lastDay(report)),
  )
  if (newer.length === 0)
    return {
      ...refusal(
        `The ${reportName(report)} is the newest in the collection on ${report.authority ?? 'this council'}: no later report says whether it is still so.`,
      ),
      related: [quote],
    }
  const names = joinWords(newer.map(reportName))
  const searched = newer.map(({ id }) => id)
  const { composed } = await later({ ...base, reports: searched, events: [], wanted: null, asks: base.asks })
  if (composed.quotes.length === 0)
    return {
      ...composed,
      searched,
      reason: `${newer.length === 1 ? 'The later report does' : `The ${count(newer.length, 'later report')} do`} not say whether it is still so: ${names}.`,
    }
  return {
    ...composed,
    searched,
    notes: [
      `The quote before is from the ${reportName(report)}. This is what later inspections say of it: ${names}.`,
      ...(composed.notes ?? []),
    ],
  }
}

/** Sentences that name a cause: in the quote's paragraph, else where the same report speaks of the matter. */
async function whyOf(quote: Quote, report: Report, base: Question, corpus: Corpus, later: Later): Promise<Composed> {
  const asks = { ...base.asks, why: true, cause: true }
  if (asks.grades) return (await later({ ...base, asks })).composed
  const paragraph = unitsOf(quote, corpus).flatMap(({ placed }) => corpus.unitsOf.get(placed.passage.id) ?? [])
  const causes = [...new Set(paragraph)].filter((unit) => traitsOf(unit).causes)
  const said = 'Names a cause, beside the quote of the answer before'
  if (causes.length > 0) return { quotes: causes.map((unit) => asQuote(unit, said)), mentions: [report.id] }
  const { composed } = await later({ ...base, reports: [report.id], asks })
  const quotes = composed.quotes.filter((one) => unitsOf(one, corpus).some((unit) => traitsOf(unit).causes))
  if (quotes.length > 0) return { quotes, mentions: [report.id], searched: [report.id] }
  return { ...refusal(`The report on the ${reportName(report)} names no cause for this in so many words.`), related: [quote] }
}
