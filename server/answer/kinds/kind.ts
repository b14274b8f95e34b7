/** What an intent is, and what it composes. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Quote } from '../../cite/quote.ts'
import type { Side } from '../answer.ts'
import type { IntentName, Question } from '../question.ts'

export type Composed = {
  quotes: Quote[]
  /** Ids of the reports in scope that speak of it, quoted or not. */
  mentions: string[]
  /** Ids of those with a sentence that answers, and with one that comes near; left out where the intent does not tell. */
  answering?: string[]
  near?: string[]
  summary?: string
  sides?: Side[]
  /** Why there is no answer, where the intent knows better than the general wording. */
  reason?: string
  related?: Quote[]
  /** What a reader should know of how these quotes were chosen. */
  notes?: string[]
  /** The question lacks what it needs: the reason says what. */
  unclear?: boolean
}

export type Intent = {
  name: IntentName
  matches(question: Question): boolean
  /** Null where this kind of answer does not exist and the next intent should try. */
  compose(question: Question, corpus: Corpus): Promise<Composed | null>
}
