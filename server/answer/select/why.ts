/** Why a quote was chosen, in words. */
import type { Scored } from '../rank/score.ts'

/** A match this good is worth naming (0.2 to 0.5). */
const NAMED = 0.25
/** So near in meaning that it is the reason, where few words are shared (fitted scores; 0.4 to 0.6). */
const MEANS = 0.45

const PLACES = [
  ['sentence', 'speaks of'],
  ['before', 'the sentence before speaks of'],
  ['beside', 'the next sentence speaks of'],
  ['passage', 'its paragraph speaks of'],
  ['heading', 'stands under a heading on'],
] as const

/** So few words of the question stand in the sentence that they do not show why it was found. */
const FEW = 0.5
export const saysInOtherWords = ({ coverage: { own }, similarity }: Scored): boolean => similarity >= MEANS && own < FEW

/** @param other the words of the sentence that say it, where they are known. */
export function why({ question: { concepts }, coverage, similarity }: Scored, other: readonly string[] = []): string {
  const parts = PLACES.flatMap(([place, words]) => {
    const named = concepts.filter((_, i) => coverage.places[i]?.where === place && coverage.places[i].value >= NAMED)
    const list = [...new Set(named.map((concept) => `“${concept.words}”`))]
    return list.length > 0 ? [`${words} ${list.join(', ')}`] : []
  })
  const quoted = other.map((words) => `“${words}”`).join(', ')
  if (similarity >= MEANS && coverage.own < 1) parts.push(`says it in other words${quoted && `: ${quoted}`}`)
  const text = parts.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
