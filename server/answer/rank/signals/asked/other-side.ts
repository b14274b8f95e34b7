import type { Signal } from '../../signal.ts'

/** Praise alone where fault is asked for, and the other way round. */
export const otherSide: Signal = {
  name: 'otherSide',
  says: 'praises where fault is asked for, or the other way round',
  of: ({ question: { asks }, traits }) =>
    Number((asks.side === 'praise' && traits.concern && !traits.praise) || (asks.side === 'concern' && traits.praise && !traits.concern)),
}
