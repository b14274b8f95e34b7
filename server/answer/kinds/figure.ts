/** Numbers, shares, sums, dates and names: the sentence that holds one, and no other. */
import type { Wanted } from '../question.ts'
import { NOT_FOUND } from '../wording.ts'
import type { Kind } from './kind.ts'
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

export const figure: Kind = {
  name: 'figure',
  intent: 'figure',
  async answer(question, corpus) {
    if (question.wanted === null) return null
    const composed = await quotePassages(question, corpus)
    if (composed.quotes.length > 0) return composed
    return { ...composed, reason: NOT_FOUND.noDetail(question, corpus, DETAIL[question.wanted]) }
  },
}
