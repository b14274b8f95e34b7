import type { Signal } from '../../signal.ts'

/** So many standard deviations over the others are as much as can be said (3 to 6). */
const MOST = 5

/** How far the reader finds the sentence nearer to the question than the others, whatever their words. */
export const meaning: Signal = {
  name: 'meaning',
  says: 'means the like',
  of: ({ outstanding }) => Math.min(1, outstanding / MOST),
}
