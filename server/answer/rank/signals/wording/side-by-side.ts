import type { Candidate } from '../../candidate.ts'
import { NOTHING } from '../../match.ts'
import type { Signal } from '../../signal.ts'

/** Neighbouring concepts of the question that are neighbours in the sentence as well, as a share of the weight of all. */
export const sideBySide: Signal = { name: 'sideBySide', says: 'has words side by side as asked', of: pairedShare }

function pairedShare({ question: { concepts }, here }: Candidate): number {
  if (concepts.length < 2) return 0
  let [all, paired] = [concepts[0]?.weight ?? 0, 0]
  for (let i = 1; i < concepts.length; i++) {
    const [before, concept] = [concepts[i - 1], concepts[i]]
    if (!before || !concept) continue
    all += concept.weight
    const last = here[i - 1] ?? NOTHING
    const next = here[i] ?? NOTHING
    if (last.asked && next.asked && last.at.some((at) => next.at.includes(at + 1))) paired += before.weight + concept.weight
  }
  return all === 0 ? 0 : Math.min(1, paired / all)
}
