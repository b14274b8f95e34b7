import { placesIn } from '../../places.ts'
import type { Signal } from '../../signal.ts'

/** A third of a sentence and more: it is about nothing else. */
export const focus: Signal = {
  name: 'focus',
  says: 'is about little else',
  of(candidate) {
    const { marked, words } = placesIn(candidate)
    return Math.min(1, (3 * marked) / Math.max(1, words))
  },
}
