import type { Signal } from '../../signal.ts'

export const cause: Signal = {
  name: 'cause',
  says: 'names a cause, as asked',
  of: ({ question, traits }) => Number(question.asks.cause && traits.causes),
}
