/** An answer as plain data, the same for page, API, command line and evaluation. */
import type { Quote } from '../cite/quote.ts'
import type { Correction, IntentName, Scope } from './question.ts'
import type { Topic } from './topics/topics.ts'

export type Outcome = 'answered' | 'not_found' | 'needs_clarifying'

/** The quotes of one side of a comparison. */
export type Side = { name: string; quotes: string[] }

export type Coverage = { searched: string[]; quoted: string[]; silent: string[] }

export type Answer = {
  question: string
  interpretation: {
    question: string
    intent: IntentName
    scope: Scope
    terms: { word: string; also: string[] }[]
    corrections: Correction[]
  }
  outcome: Outcome
  /** Why there is no answer, in one plain sentence; null where there is one. */
  reason: string | null
  summary: string
  /** Best first. Empty unless `answered`. */
  quotes: Quote[]
  /** For a comparison, which quotes (by id) stand on which side; else empty. */
  sides: Side[]
  coverage: Coverage
  /** Where there is no answer: the nearest quotes, which do not answer. */
  related: Quote[]
  /** What a careful reader should know of the answer as a whole: a later report, unlike grade scales, whose words. */
  notes: string[]
  /** Where there is no answer: the nearest topics that the reports speak of, each with a question and how many sentences hold it. */
  topics: Topic[]
  /** Questions that have an answer, those of the topics first. */
  suggestions: string[]
}
