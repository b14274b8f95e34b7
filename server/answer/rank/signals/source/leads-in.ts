import type { Signal } from '../../signal.ts'

/** A line that a list hangs on says nothing without its list; a heading seldom says anything. */
export const leadsIn: Signal = {
  name: 'leadsIn',
  says: 'is a heading, or only leads into a list',
  of: ({ traits, unit }) => Number(traits.leadsIn || unit.placed.passage.kind === 'heading'),
}
