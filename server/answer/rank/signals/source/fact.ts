import type { Signal } from '../../signal.ts'

/** Printed facts and grades answer what is asked of the document itself, and seldom anything else. */
export const fact: Signal = {
  name: 'fact',
  says: 'is a printed fact of the document, which is not what is asked',
  of: ({ unit, question }) => Number(/^(?:fact|judgement)$/.test(unit.placed.passage.speaker.voice) && !question.aboutDocument),
}
