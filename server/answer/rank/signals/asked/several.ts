import type { Signal } from '../../signal.ts'

export const several: Signal = {
  name: 'several',
  says: 'names several things, as asked',
  of: ({ question, traits }) => Number(question.asks.several && traits.enumerates),
}
