/** Weighed candidates → the sentences worth showing, and whether they answer. */
import type { Unit } from '../../../index/search/corpus.ts'
import type { Scored } from '../rank/score.ts'
import { confidenceIn, fitnessOf } from './confidence.ts'
import { reachOf, wordsOf } from './reach.ts'

/**
 * The three outcomes, by how likely the first quote is to the point (0 to 1): an answer, the nearest passages, or neither. Set on
 * left-out sets (0.4 to 0.8 were tried): lower answers more and errs more, and the fit prints both.
 */
export const SURE = 0.75
export const NEAR = 0.08
/** Enough where the first quote speaks of all that is asked: on left-out sets a fifth of those between this and `SURE` was wrong (0.4 to 0.75). */
const SURE_IN_WHOLE = 0.6
const WHOLE = 0.9
const sureOf = ({ coverage: { own, least } }: Scored): number => (Math.min(own, least) > WHOLE ? SURE_IN_WHOLE : SURE)
/** A further quote is shown that is this likely to be on the topic (0.3 to 0.7). */
const FITTING = 0.5

/** Most quotes of an answer, and of one that asks for a figure. */
export const MOST = 10
const MOST_DETAILS = 3
/** Nearest quotes shown where there is no answer. */
const NEAREST = 3
/** Sentences that share this much of their words say the same (0.7 to 0.9). */
const SAME = 0.8

/** For a sentence that is shown, those of other reports that print the very same words: evidence for each, shown once. */
export type Alike = ReadonlyMap<Scored, Scored[]>

export type Options = { most?: number }
export type Chosen = {
  outcome: 'answered' | 'near' | 'none'
  confidence: number
  /** Best first; for `near` the nearest few. */
  sentences: Scored[]
  alike: Alike
}

/** @param ranked best first, as `retrieve` gives them. */
export function choose(ranked: Scored[], { most }: Options = {}): Chosen {
  const [best] = ranked
  const confidence = confidenceIn(ranked)
  if (!best || confidence < NEAR) return { outcome: 'none', confidence, sentences: [], alike: new Map() }
  const wantsDetail = best.question.wanted !== null
  const outcome = confidence >= sureOf(best) ? 'answered' : 'near'
  const limit = outcome === 'near' ? NEAREST : (most ?? (wantsDetail ? MOST_DETAILS : MOST))
  // what is only near claims nothing, so the reader is shown the nearest few, fit or not
  const isFit = (one: Scored): boolean =>
    outcome === 'near' || one === best || (fitnessOf(one, best) >= FITTING && !(wantsDetail && one.details === 0))
  const chosen: Scored[] = []
  const alike = new Map<Scored, Scored[]>()
  const bySentence = new Map<string, Scored>()
  for (const one of ranked) {
    const twin = bySentence.get(one.traits.text)
    if (twin && quotedOf(twin) === quotedOf(one)) {
      const others = alike.get(twin) ?? []
      if ([twin, ...others].every((other) => reportOf(other) !== reportOf(one))) alike.set(twin, [...others, one])
    } else if (chosen.length < limit && isFit(one) && !chosen.some((other) => says(other.unit, one.unit))) {
      chosen.push(one)
      if (!twin) bySentence.set(one.traits.text, one)
    }
  }
  return { outcome, confidence, sentences: chosen, alike }
}

const quotedOf = ({ unit }: Scored): string | null => wordsOf(unit, reachOf(unit))
const reportOf = ({ unit }: Scored): string => unit.placed.report.id

function says(a: Unit, b: Unit): boolean {
  if (a.placed.report !== b.placed.report) return false
  const [one, two] = [new Set(a.tokens.map(({ term }) => term)), new Set(b.tokens.map(({ term }) => term))]
  const shared = [...one].filter((term) => two.has(term)).length
  return shared / Math.max(one.size, two.size, 1) >= SAME
}
