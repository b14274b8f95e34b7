import type { Signal } from '../../signal.ts'

/** A sentence that says how good a thing is, and not only that it exists; no figure is asked for. */
export const verdict: Signal = {
  name: 'verdict',
  says: 'says how good it is',
  of: ({ question, traits, coverage }) => Number(question.wanted === null && coverage.own > 0 && (traits.praise || traits.concern)),
}
