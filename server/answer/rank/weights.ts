/**
 * The fitted weights: one fit for searching by words alone, one for words and meaning, since what a word is worth depends on whether
 * the reader speaks too. Made by `npm run -s fit`, never by hand.
 */
import type { Question } from '../question.ts'
import fitted from './weights.json' with { type: 'json' }

/** By name of the signal or feature; what was not fitted weighs nothing. */
export type Weights = { signals: Named; answers: Named; shows: Named }
type Named = Readonly<Record<string, number>>

export const weightsFor = ({ vector }: Pick<Question, 'vector'>): Weights => (vector ? fitted.meaning : fitted.words)
