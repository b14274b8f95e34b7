import { placesIn } from '../../places.ts'
import type { Signal } from '../../signal.ts'

/** A sentence that begins with what is asked is about it; one that ends with it may only mention it. */
export const subject: Signal = {
  name: 'subject',
  says: 'begins with what is asked',
  of(candidate) {
    const { first, words } = placesIn(candidate)
    return first === null ? 0 : 1 - first / Math.max(1, words)
  },
}
