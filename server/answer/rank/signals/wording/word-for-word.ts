import { shareOf } from '../../candidate.ts'
import type { Signal } from '../../signal.ts'

export const wordForWord: Signal = {
  name: 'wordForWord',
  says: 'says it in the words of the question',
  of: (candidate) => shareOf(candidate, ({ asked, value }) => asked && value === 1),
}
