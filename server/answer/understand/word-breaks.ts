/** Words typed in one ("careleavers"), and one typed in two ("safe guarding", "chil dren"). */

/** `times` is how often the reports print a word, infinite for the words that questions are put with; 0 for any other. */
export type Printed = (word: string) => number

/** Shorter parts are found in any word; a joining word may be shorter ("missingfrom", "childrenin"). */
const SHORTEST_PART = 3
/** Rarer words are seldom what two words run together are made of (5 to 50). */
const COMMON = 12

/** The two words that a run of letters is made of, the likeliest pair; null where it is none. */
export function parted(word: string, printed: Printed, isJoining: (word: string) => boolean): string | null {
  let best: { to: string; times: number } | null = null
  for (let at = 2; at <= word.length - 2; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)]
    const fits = (part: string): boolean => (part.length >= SHORTEST_PART ? printed(part) >= COMMON : isJoining(part))
    if (!fits(one) || !fits(other)) continue
    const times = Math.min(printed(one), printed(other))
    // "was all": words that only put a question are no reason to part one
    if (times < Number.POSITIVE_INFINITY && times > (best?.times ?? 0)) best = { to: `${one} ${other}`, times }
  }
  return best?.to ?? null
}

/** The word that two neighbours make, where at least one of them is none by itself. @param isWord known to anyone here */
export function joinedWord(one: string, other: string, printed: Printed, isWord: (word: string) => boolean): string | null {
  const both = one + other
  if (one.length < 2 || other.length < 2 || /\d/.test(both) || (isWord(one) && isWord(other))) return null
  return printed(both) >= COMMON && printed(both) < Number.POSITIVE_INFINITY ? both : null
}
