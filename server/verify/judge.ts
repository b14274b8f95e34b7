/** One quotation against everything that is printed: word for word, or what is wrong with it. */

import type { Steps } from '../work/steps.ts'
import { type Alignment, nearestTo } from './align.ts'
import { told } from './difference.ts'
import { type Occurrence, occurrencesOf, type Piece } from './occurrences.ts'
import { isStitched, LEAP, piecesOf } from './pieces.ts'
import { idsOf, type Print } from './print.ts'
import type { Pattern } from './words.ts'

export type Finding =
  | { verdict: 'found'; occurrences: Occurrence[] }
  | { verdict: 'stitched'; pieces: Piece[]; alignment: Alignment | null }
  | { verdict: 'altered'; alignment: Alignment }
  | { verdict: 'not_found'; alignment: Alignment | null }

/** Share of its words, in order, from which on a quotation is another wording of something printed. Range 0.5 to 0.75. */
const ALTERED = 0.6
/** Share from which on the nearest wording is worth showing beside "not found". */
const WORTH_SHOWING = 0.35

/** Word for word only; null where no reading of it is printed. */
export function* foundIn(print: Print, patterns: Pattern[]): Steps<Extract<Finding, { verdict: 'found' }> | null> {
  for (const one of patterns) {
    const all = yield* occurrencesOf(print, one, idsOf(print, one.words))
    const occurrences = all.filter(({ recased, hides }) => recased.length === 0 && !hides)
    if (occurrences.length > 0) return { verdict: 'found', occurrences }
  }
  return null
}

/** `others`: other ways to read the same quotation, such as with its brackets as print; any that is found will do. */
export function* judge(print: Print, pattern: Pattern, others: Pattern[] = []): Steps<Finding> {
  const exact = yield* foundIn(print, [pattern, ...others])
  if (exact) return exact
  const ids = idsOf(print, pattern.words)
  const alignment = yield* nearestTo(print, pattern, ids)
  if (!alignment) return { verdict: 'not_found', alignment: null }
  const pieces = yield* piecesOf(print, pattern, ids)
  const share = alignment.matched / Math.max(1, alignment.pattern.words.length)
  if (onlyFurniture(print, alignment)) return { verdict: 'found', occurrences: [occurrenceOf(alignment)] }
  if (isSlip(alignment)) return { verdict: 'altered', alignment }
  if (isStitched(print, pattern, pieces) || leavesOut(alignment)) return { verdict: 'stitched', pieces, alignment }
  if (share >= ALTERED) return { verdict: 'altered', alignment }
  return { verdict: 'not_found', alignment: share >= WORTH_SHOWING ? alignment : null }
}

/** One or two words changed, or one in ten: whatever else its halves may stand in, it is this wording with a slip in it. */
const SLIPS = 2
const SLIP_SHARE = 0.1
function isSlip(alignment: Alignment): boolean {
  const changed = told(alignment).filter(({ op }) => op === 'added' || op === 'removed').length
  return changed <= Math.max(SLIPS, SLIP_SHARE * alignment.pattern.words.length) && !leavesOut(alignment)
}

/** Every word is there and in order, but a stretch between them is missing and no dots say so. */
function leavesOut(alignment: Alignment): boolean {
  const steps = told(alignment)
  if (steps.some(({ op }) => op === 'added')) return false
  let run = 0
  return steps.some(({ op }) => {
    run = op === 'removed' ? run + 1 : 0
    return run >= LEAP
  })
}

/** Copied with the paragraph number or list mark that is printed before a passage: nothing is changed. */
function onlyFurniture(print: Print, alignment: Alignment): boolean {
  const { pattern, printed } = alignment
  return told(alignment).every((step, i, steps) => {
    if (step.op === 'same' || step.op === 'omitted') return true
    if (step.op === 'removed') return false
    const next = steps.slice(i + 1).find(({ op }) => op === 'same')
    const word = next && printed[next.printed]
    const passage = word && print.placed.at(word.passage)?.passage
    if (!word || !passage || print.starts[word.passage] !== word.place) return false
    const key = pattern.words[step.drafted]!.key
    return passage.number === key || passage.marker?.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() === key
  })
}

function occurrenceOf({ steps, printed }: Alignment): Occurrence {
  const pieces: Piece[] = []
  for (const step of steps) {
    if (step.op !== 'same') continue
    const place = printed[step.printed]!.place
    const last = pieces.at(-1)
    if (last && last.to === step.drafted && last.place + last.to - last.from === place) last.to++
    else pieces.push({ from: step.drafted, to: step.drafted + 1, place })
  }
  return { pieces, recased: [], hides: false }
}
