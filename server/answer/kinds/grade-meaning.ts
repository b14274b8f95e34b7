/** What a grade means, as the reports define it: the one use of definitions. */
import { gradeIn } from '../../../index/model/judgements.ts'
import type { Quote } from '../../cite/quote.ts'
import { quoteOf } from '../../cite/quote.ts'
import type { Kind } from './kind.ts'

/** A definition names its grade at its beginning, in so many characters; others that it is set against come later. */
const OPENINGS = [20, 40, 80, 160]

export const gradeMeaning: Kind = {
  name: 'meaning of a grade',
  intent: 'judgement',
  answer({ asks: { meaning }, reports }, corpus) {
    if (!meaning) return null
    const inScope = new Set(reports)
    const quotes: Quote[] = []
    for (const placed of corpus.passages.values()) {
      const { text, speaker } = placed.passage
      if (!inScope.has(placed.report.id) || speaker.voice !== 'definition') continue
      const defined = OPENINGS.map((length) => gradeIn(text.slice(0, length))).find((grade) => grade !== null)
      if (meaning.point === null || defined?.point === meaning.point)
        quotes.push(quoteOf({ placed, sentences: null, why: 'The report’s own definition' }))
    }
    return quotes.length > 0 ? { quotes, mentions: [...new Set(quotes.map(({ report }) => report.id))] } : null
  },
}
