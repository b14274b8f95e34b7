import type { Signal } from '../../signal.ts'

/** 1 where the number, date, sum or name that is asked for is missing. */
export const detail: Signal = {
  name: 'noDetail',
  says: 'lacks the number, date or name that is asked for',
  of: ({ question, details }) => Number(question.wanted !== null && details === 0),
}
