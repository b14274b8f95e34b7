/** A pad → the finished briefing as plain data, the same for every format. */

import type { Report } from '../../index/model/report.ts'
import type { Corpus, Placed } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { type Cited, cite, harvardLetters, type Reading, type Run, referenceOf, type StyleName } from '../cite/styles.ts'
import { type Attribution, attributionOf } from './attribution.ts'
import type { Item } from './pad.ts'

/** `number`: of its footnote, from 1. */
export type CitedQuote = { number: number; quote: Quote; report: Report; cited: Cited; changed: boolean }
/** `also`: the same words in other reports, kept right after it; shown once with all their sources. */
export type ShownQuote = CitedQuote & { also: CitedQuote[] }
export type JudgementRow = CitedQuote & { area: string; grade: string }

export type BriefingPart =
  | { kind: 'heading'; text: string }
  | { kind: 'note'; text: string }
  | ({ kind: 'quote' } & ShownQuote)
  | { kind: 'judgements'; report: Report; rows: JudgementRow[] }

export type QuotedDocument = { report: Report; quotes: number; reference: Run[]; attribution: Attribution }

export type Briefing = {
  title: string
  style: StyleName
  /** ISO day. */
  viewed: string
  base: string | null
  fingerprint: string
  parts: BriefingPart[]
  /** All quotes in order, those of tables too. */
  quotes: CitedQuote[]
  quoted: QuotedDocument[]
  /** Searched, and nothing of them is quoted here. */
  silent: Report[]
}

export const TITLE = 'Briefing: what the reports say'

export function briefingOf(items: Item[], corpus: Corpus, style: StyleName, viewed: string, base: string | null): Briefing {
  const counts = new Map<Report, number>()
  for (const item of items) if (item.kind === 'quote') counts.set(item.placed.report, (counts.get(item.placed.report) ?? 0) + 1)
  const reports = corpus.reports.filter((report) => counts.has(report))
  const reading: Reading = { viewed, base, letters: harvardLetters(reports) }
  const parts: BriefingPart[] = []
  const quotes: CitedQuote[] = []
  for (const item of items) {
    if (item.kind !== 'quote') {
      parts.push(item)
      continue
    }
    const { quote, placed, changed } = item
    const cited: CitedQuote = { number: quotes.length + 1, quote, report: placed.report, cited: cite(style, placed, reading), changed }
    quotes.push(cited)
    const judgement = judgementOf(placed)
    const last = parts.at(-1)
    if (!judgement && last?.kind === 'quote' && isAlike(last, cited)) last.also.push(cited)
    else if (!judgement) parts.push({ kind: 'quote', ...cited, also: [] })
    else if (last?.kind === 'judgements' && last.report === placed.report) last.rows.push({ ...cited, ...judgement })
    else parts.push({ kind: 'judgements', report: placed.report, rows: [{ ...cited, ...judgement }] })
  }
  const quoted = reports.map((report) => ({
    report,
    quotes: counts.get(report) ?? 0,
    reference: referenceOf(style, report, reading),
    attribution: attributionOf(report),
  }))
  if (style === 'harvard')
    quoted.sort((a, b) => (`${a.report.publisher}${a.report.title}` < `${b.report.publisher}${b.report.title}` ? -1 : 1))
  return {
    title: TITLE,
    style,
    viewed,
    base,
    fingerprint: corpus.fingerprint,
    parts,
    quotes,
    quoted,
    silent: corpus.reports.filter((report) => !counts.has(report)),
  }
}

const isAlike = (shown: ShownQuote, { quote, report }: CitedQuote): boolean =>
  shown.quote.text === quote.text && [shown, ...shown.also].every((other) => other.report !== report)

/** All sources of what is shown once. */
export const sourcesOf = (shown: ShownQuote): CitedQuote[] => [shown, ...shown.also]

function judgementOf({ passage, report }: Placed): { area: string; grade: string } | null {
  if (passage.kind !== 'row') return null
  const judgement = report.judgements.find(({ passageId }) => passageId === passage.id)
  return judgement ? { area: judgement.part ? `${judgement.area} (${judgement.part})` : judgement.area, grade: judgement.grade } : null
}
