/** What a question is for where no cue tells it: the classifier's word, if it is sure. */
import type { Vector } from '../../../../index/search/reader.ts'
import { ASKS_AS_WELL, type Asks } from '../../asks.ts'
import type { Question } from '../../question.ts'
import { classify } from './classifier.ts'
import { PURPOSES, type Purpose } from './purposes.ts'

/** Least probability at which it is taken (0.5 to 0.9): see the table that the fit prints. */
const SURE = 0.85

/** @param vector the reader's, of the question's topic. @param reader its version. */
export function withPurpose(question: Question, vector: Vector, reader: string): Question {
  if (!question.parts.intents || question.phrases.length > 0 || isTold(question.asks)) return question
  const found = classify(vector, reader)
  if (!found || found.probability < SURE || !Object.hasOwn(PURPOSES, found.name)) return question
  const asks = PURPOSES[found.name as Purpose](question)
  return asks ? { ...question, asks: { ...question.asks, ...asks } } : question
}

/** A cue has told already. */
const isTold = ({
  talk,
  collection,
  ofQuote,
  unclear,
  meaning,
  term,
  grades,
  facts,
  premise,
  comparison,
  list,
  sideOnly,
  broad,
}: Asks): boolean =>
  (talk !== null && !ASKS_AS_WELL.has(talk)) ||
  Boolean(collection ?? ofQuote ?? meaning ?? grades ?? premise) ||
  (term?.sure ?? false) ||
  (list?.improvement ?? false) ||
  facts.length > 0 ||
  unclear ||
  comparison ||
  sideOnly ||
  broad
