import type { Signal } from '../../signal.ts'

/** Praise where praise is asked for, fault where fault is. */
export const side: Signal = {
  name: 'side',
  says: 'praises or finds fault, as asked',
  of: ({ question, traits }) =>
    Number((question.asks.side === 'praise' && traits.praise) || (question.asks.side === 'concern' && traits.concern)),
}
