import type { Signal } from '../../signal.ts'

/** The share of what an answer must not lack (a name, an event) that neither the sentence nor what is around it has. */
export const missing: Signal = {
  name: 'missing',
  says: 'lacks what an answer must have',
  of({ question: { concepts }, coverage }) {
    const required = concepts.flatMap(({ required: must }, i) => (must ? [coverage.places[i]?.value ?? 0] : []))
    return required.length === 0 ? 0 : required.filter((value) => value < PRESENT).length / required.length
  },
}
/** Found this well or better is found (0.2 to 0.5). */
const PRESENT = 0.3
