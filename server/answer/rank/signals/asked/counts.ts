import { detailsIn } from '../../../understand/detail.ts'
import type { Candidate } from '../../candidate.ts'
import { marksOf } from '../../marks.ts'
import type { Signal } from '../../signal.ts'

/** A number and what it counts stand this near each other, in characters (20 to 80). */
const GAP = 45

/** 1 where a number of the kind asked for stands just before, or after, what is counted. */
export const counts: Signal = { name: 'counts', says: 'has a number right beside what it is asked of', of: (one) => Number(isCounted(one)) }

function isCounted(candidate: Candidate): boolean {
  const { question, unit, traits } = candidate
  const { wanted, concepts } = question
  if (!wanted || !concepts.some(({ counted }) => counted)) return false
  const details = detailsIn(traits.text, wanted).map(([from, to]) => [from + unit.start, to + unit.start] as const)
  return concepts.some(
    ({ counted }, i) =>
      counted &&
      marksOf(candidate, i).some(([start, end]) =>
        details.some(([from, to]) => (start >= to && start - to <= GAP) || (from >= end && from - end <= GAP)),
      ),
  )
}
