import type { Signal } from '../../signal.ts'

export const limit: Signal = {
  name: 'limit',
  says: 'sets a limit, as asked',
  of: ({ question, traits }) => Number(question.asks.limit && traits.limits),
}
