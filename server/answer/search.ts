/** Retrieval alone: the sentences that speak of a question, best first, whether or not they answer it. */
import type { Corpus } from '../../index/search/corpus.ts'
import type { Quote } from '../cite/quote.ts'
import { quoteOf } from '../cite/quote.ts'
import { marksOf } from './rank/marks.ts'
import { retrieve } from './rank/retrieve.ts'
import { understand } from './understand/understand.ts'

/** What the question names (a council, a year, a report) narrows the search, as it does for an answer. */
export async function search(text: string, limit: number, corpus: Corpus): Promise<{ quote: Quote; score: number }[]> {
  const scored = await retrieve(understand(text, [], corpus), corpus)
  return scored.slice(0, limit).map((one) => ({
    quote: quoteOf({ placed: one.unit.placed, sentences: [one.unit.at, one.unit.at], marks: marksOf(one) }),
    score: one.score,
  }))
}
