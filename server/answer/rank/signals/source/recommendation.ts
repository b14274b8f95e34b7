import type { Signal } from '../../signal.ts'

export const recommendation: Signal = {
  name: 'recommendation',
  says: 'asks for something to be done',
  of: ({ unit }) => Number(unit.placed.passage.speaker.voice === 'recommendation'),
}
