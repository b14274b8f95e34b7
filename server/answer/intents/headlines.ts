/** "What about Stoke?", "summarise the 2026 letter": the report's own headline findings. */
import type { Corpus, Placed } from '../../../index/corpus.ts'
import type { Report, Section } from '../../../index/report.ts'
import type { Composed } from '../intents.ts'
import type { Question } from '../question.ts'
import { quoteOf } from '../quote.ts'
import { cautionOf } from '../quotes.ts'
import { lastDay } from '../scope.ts'

/** Quotes from one report where a single one is asked about, and from each of several. */
const FROM_ONE = 6
const FROM_EACH = 2

export function headlines(question: Question, corpus: Corpus): Composed {
  const reports = corpus.reports.filter(({ id }) => question.reports.includes(id)).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
  const each = reports.length === 1 ? FROM_ONE : FROM_EACH
  const quotes = reports.flatMap((report) => headlinesOf(report, corpus, each))
  return { quotes, mentions: reports.map(({ id }) => id) }
}

/** The overall grade, then the opening sentences of the summary's paragraphs. */
function headlinesOf(report: Report, corpus: Corpus, most: number): ReturnType<typeof quoteOf>[] {
  const place = (id: string): Placed[] => {
    const placed = corpus.passages.get(id)
    return placed ? [placed] : []
  }
  const overall = report.judgements.filter(({ area }) => /^overall effectiveness$/i.test(area)).flatMap(({ passageId }) => place(passageId))
  const summary =
    (report.sections.find(isHeadline) ?? report.sections.find(hasProse))?.paragraphs.filter(
      ({ kind, evidence, text, speaker }) => kind === 'text' && evidence && speaker.voice !== 'fact' && text.length > 60,
    ) ?? []
  const openings = summary
    .flatMap(({ id }) => place(id))
    .map((placed) =>
      quoteOf({
        placed,
        sentences: [0, 0],
        why: 'Opens a paragraph of the report’s own summary',
        caution: cautionOf(placed.passage, 0),
      }),
    )
  return [...overall.map((placed) => quoteOf({ placed, sentences: null, why: 'The overall grade' })), ...openings].slice(0, most)
}

const isHeadline = ({ heading }: Section): boolean =>
  /^(headline findings|executive summary|summary|overall effectiveness)/i.test(heading?.text ?? '')
const hasProse = ({ paragraphs }: Section): boolean =>
  paragraphs.some(
    ({ kind, evidence, speaker, sentences }) => kind === 'text' && evidence && speaker.voice !== 'fact' && sentences.length > 1,
  )
