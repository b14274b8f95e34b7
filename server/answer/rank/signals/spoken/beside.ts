import type { Signal } from '../../signal.ts'

export const beside: Signal = {
  name: 'beside',
  says: 'a neighbouring sentence speaks of it',
  of: ({ coverage, traits }) => coverage.beside + (traits.leans ? 0 : coverage.before),
}
