/** The number, date, sum or name that a question asks for, in a text. */
import type { Report } from '../../../index/model/report.ts'
import { daysInWords } from '../../cite/citation.ts'
import type { Question } from '../question.ts'
import { detailsIn } from './detail.ts'

/** `[start, end)` of details that the question does not hold itself: "in 2018" is no answer to "when in 2018". */
export function newDetails(
  text: string,
  { wanted, given, aboutDocument, asks }: Question,
  { inspected }: Pick<Report, 'inspected'>,
): [number, number][] {
  if (!wanted) return []
  const details = detailsIn(text, wanted).filter(([start, end]) => !given.includes(text.slice(start, end)))
  // "the last inspection in 2023" is not when this one was
  const ofThisOne = aboutDocument && wanted === 'date' && !asks.published && inspected
  return ofThisOne ? details.filter(() => text.includes(monthOf(inspected))) : details
}

/** "December 2025". */
const monthOf = (inspected: { from: string; to: string }): string => daysInWords(inspected).split(' ').slice(-2).join(' ')
