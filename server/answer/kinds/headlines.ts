/** "What about Stoke?", "summarise the 2026 letter", "why was it inadequate?": the report's own headline findings. */

import type { Passage, Report, Section } from '../../../index/model/report.ts'
import type { Corpus, Placed } from '../../../index/search/corpus.ts'
import type { Quote } from '../../cite/quote.ts'
import { quoteOf } from '../../cite/quote.ts'
import { newestFirst } from '../days.ts'
import { isOverall } from '../grades.ts'
import type { Question } from '../question.ts'
import { cautionOf } from '../select/caution.ts'
import { count } from '../wording.ts'
import type { Composed, Kind } from './kind.ts'

/** Quotes from one report where a single one is asked about, and from each of several. */
const FROM_ONE = 8
const FROM_EACH = 3
/** Headlines of more reports than this are nobody's answer: the newest are shown. */
const MOST_REPORTS = 6
/** Shorter paragraphs of a summary are captions. */
const SHORTEST = 60

export const headlines: Kind = {
  name: 'headlines',
  intent: 'passages',
  answer: (question, corpus) => (question.asks.broad ? headlinesOf(question, corpus) : null),
}

function headlinesOf(question: Question, corpus: Corpus): Composed {
  const reports = newestFirst(question.reports, corpus)
  const shown = reports.slice(0, MOST_REPORTS)
  const each = reports.length === 1 ? FROM_ONE : FROM_EACH
  const quotes = shown.flatMap((report) => [...overallOf(report, corpus), ...openingsOf(report, corpus)].slice(0, each))
  const more = reports.length > shown.length ? ` The newest ${shown.length} of ${reports.length} are shown.` : ''
  return {
    quotes,
    mentions: shown.map(({ id }) => id),
    summary: `Headline findings: ${count(quotes.length, 'quote')} from ${count(shown.length, 'report')}.${more}`,
  }
}

const placedIn = (corpus: Corpus, { id }: { id: string }): Placed[] => {
  const placed = corpus.passages.get(id)
  return placed ? [placed] : []
}

const overallOf = (report: Report, corpus: Corpus): Quote[] =>
  report.judgements
    .filter(isOverall)
    .flatMap(({ passageId }) => placedIn(corpus, { id: passageId }))
    .map((placed) => quoteOf({ placed, sentences: null, why: 'The overall grade' }))

/** The first sentences of the summary's paragraphs, then the second ones. */
export function openingsOf(report: Report, corpus: Corpus): Quote[] {
  const section = report.sections.find(isHeadline) ?? report.sections.find(({ paragraphs }) => paragraphs.some(isProse))
  const summary = (section?.paragraphs ?? []).filter(isProse).flatMap((passage) => placedIn(corpus, passage))
  return [0, 1].flatMap((at) =>
    summary
      .filter(({ passage }) => passage.sentences.length > at)
      .map((placed) =>
        quoteOf({
          placed,
          sentences: [at, at],
          caution: cautionOf(placed.passage, at),
          why: at === 0 ? 'Opens a paragraph of the report’s own summary' : 'Stands in the report’s own summary',
        }),
      ),
  )
}

const isHeadline = ({ heading }: Section): boolean =>
  /^(headline findings|executive summary|summary|overall effectiveness)/i.test(heading?.text ?? '')

const isProse = ({ kind, evidence, speaker, text, sentences }: Passage): boolean =>
  kind === 'text' && evidence && speaker.voice !== 'fact' && sentences.length > 1 && text.length >= SHORTEST
