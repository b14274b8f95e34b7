import { shareOf } from '../../candidate.ts'
import type { Signal } from '../../signal.ts'

/** A general synonym of a single word may be meant otherwise. */
export const weak: Signal = {
  name: 'weak',
  says: 'rests on words that may be meant otherwise',
  of: (candidate) => shareOf(candidate, (found) => found.weak),
}
