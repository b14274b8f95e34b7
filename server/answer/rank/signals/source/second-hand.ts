import type { Voice } from '../../../../../index/model/report.ts'
import type { Signal } from '../../signal.ts'

const SECOND_HAND: ReadonlySet<Voice> = new Set<Voice>(['members', 'self-report', 'reported finding'])

/** What inspectors say comes before what a council's paper says of it. */
export const secondHand: Signal = {
  name: 'secondHand',
  says: 'is said by others than the inspectors',
  of: ({ unit }) => Number(SECOND_HAND.has(unit.placed.passage.speaker.voice)),
}
