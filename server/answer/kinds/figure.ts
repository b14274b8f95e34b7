/** Numbers, shares, sums, dates and names: the sentence that holds one, and no other. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question, Wanted } from '../question.ts'
import { NOT_FOUND } from '../wording.ts'
import type { Composed, Intent } from './kind.ts'
import { quotePassages } from './passages.ts'

const DETAIL: Record<Wanted, string> = {
  number: 'number',
  share: 'percentage or share',
  money: 'sum of money',
  date: 'date',
  person: 'name',
  duration: 'length of time',
  grade: 'grade',
}

export const figure: Intent = {
  name: 'figure',
  matches: ({ wanted }) => wanted !== null,
  async compose(question: Question, corpus: Corpus): Promise<Composed | null> {
    const composed = await quotePassages(question, corpus)
    if (composed.quotes.length > 0) return composed
    return { ...composed, reason: NOT_FOUND.noDetail(question, corpus, DETAIL[question.wanted ?? 'number']) }
  },
}
