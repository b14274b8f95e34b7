/** The number, date, sum or name that a question asks for, in a text. */
import type { Question } from '../question.ts'
import { detailsIn } from './detail.ts'

/** `[start, end)` of details that the question does not hold itself: "in 2018" is no answer to "when in 2018". */
export const newDetails = (text: string, { wanted, given }: Pick<Question, 'wanted' | 'given'>): [number, number][] =>
  wanted ? detailsIn(text, wanted).filter(([start, end]) => !given.includes(text.slice(start, end))) : []
