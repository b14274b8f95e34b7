/** What a kind of answer is, and what it composes. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Quote } from '../../cite/quote.ts'
import type { Side } from '../answer.ts'
import type { IntentName, Question } from '../question.ts'

export type Composed = {
  quotes: Quote[]
  /** Ids of the reports in scope that speak of it, quoted or not. */
  mentions: string[]
  /** Ids of those with a sentence that answers, and with one that comes near; left out where the kind does not tell. */
  answering?: string[]
  near?: string[]
  summary?: string
  sides?: Side[]
  /** Why there is no answer, where the kind knows better than the general wording. */
  reason?: string
  related?: Quote[]
  /** What a reader should know of how these quotes were chosen. */
  notes?: string[]
  /** Ids of the reports that were searched instead of those in scope. */
  searched?: string[]
  /** What is quoted holds at any time, so that a later report is no news. */
  timeless?: boolean
  /** The question lacks what it needs: the reason says what. */
  unclear?: boolean
}

export type Kind = {
  name: string
  /** Under which name of the contract it is shown. */
  intent: IntentName
  /**
   * Null where the question is of another kind, or this kind of answer does not exist: the next kind tries.
   * @param later what the kinds further down the list make of a question.
   */
  answer(question: Question, corpus: Corpus, later: Later): Composed | null | Promise<Composed | null>
}
export type Later = (question: Question) => Promise<Made>
/** An answer with the kind that made it. */
export type Made = { kind: Kind; composed: Composed }

/** No quotes, and why. */
export const refusal = (reason: string): Composed => ({ quotes: [], mentions: [], reason })
