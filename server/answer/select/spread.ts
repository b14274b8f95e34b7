/** Over many councils the quotes of an answer come from different ones. */

import type { Scored } from '../rank/score.ts'
import { MOST } from './choose.ts'

/** Of fewer councils than this each may be quoted as often as it answers best (3 to 6). */
export const MANY_COUNCILS = 4
/** Quotes of one council where many are asked (1 to 3). One alone would hide a finding that two of its reports differ on. */
const OF_EACH = 2
/** So many more than are shown are looked at, so that there are other councils to take (2 to 6). */
export const WIDER = 4

/** Best first, at most two of each council; what is left over fills up where the councils are too few. */
export function spread(chosen: Scored[], most = MOST): Scored[] {
  const taken = new Map<string, number>()
  const first: Scored[] = []
  const over: Scored[] = []
  for (const one of chosen) {
    const council = one.unit.placed.report.authority ?? one.unit.placed.report.id
    const times = taken.get(council) ?? 0
    taken.set(council, times + 1)
    ;(times < OF_EACH ? first : over).push(one)
  }
  const shown = new Set([...first, ...over].slice(0, most))
  return chosen.filter((one) => shown.has(one))
}
