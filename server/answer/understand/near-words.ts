/** Which words of a long list can be a slip or two away from another: told by length and letters, before any is compared in full. */

/** `near`: places in the list, ascending, of all words that `most` insertions, deletions, substitutions or swaps may reach, and few others. */
export type NearWords = { words: readonly string[]; near(word: string, most: number): number[] }

export function nearWords(list: Iterable<string>): NearWords {
  const words = [...list]
  const lengths = Uint16Array.from(words, ({ length }) => length)
  const letters = Int32Array.from(words, lettersOf)
  return {
    words,
    near(word, most) {
      const own = lettersOf(word)
      const found: number[] = []
      for (let at = 0; at < words.length; at++) {
        if (Math.abs(lengths[at]! - word.length) > most) continue
        // one slip brings in one letter at the most, and takes away one
        const other = letters[at]!
        if (bitsIn(own & ~other) <= most && bitsIn(other & ~own) <= most) found.push(at)
      }
      return found
    },
  }
}

/** One bit a letter; what is no letter of English shares five. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(at) % 5))
  }
  return letters
}

function bitsIn(number: number): number {
  let bits = 0
  for (let left = number; left !== 0; left &= left - 1) bits++
  return bits
}
