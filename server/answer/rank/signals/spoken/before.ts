import type { Signal } from '../../signal.ts'

/** "They …" and "This …" speak of what the sentence before names. */
export const before: Signal = {
  name: 'before',
  says: 'leans on the sentence before, which speaks of it',
  of: ({ coverage, traits }) => (traits.leans ? coverage.before : 0),
}
