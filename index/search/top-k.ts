/** The best few of many numbered scores, without sorting the rest. */

/**
 * The numbers of the `limit` highest scores among the first `count` candidates, best first; equal scores in ascending order of number.
 * A heap of `limit` entries with its worst on top: most candidates cost one comparison.
 */
export function topK(candidates: Uint32Array, count: number, scored: Float64Array, limit: number): { document: number; score: number }[] {
  const size = Math.min(Math.max(0, Math.floor(limit)), count)
  if (size === 0) return []
  const scores = new Float64Array(size)
  const numbers = new Uint32Array(size)
  let filled = 0

  const sink = (at: number, value: number, number: number): void => {
    for (;;) {
      let child = 2 * at + 1
      if (child >= filled) break
      const right = child + 1
      if (right < filled && isWorse(scores[right]!, numbers[right]!, scores[child]!, numbers[child]!)) child = right
      if (!isWorse(scores[child]!, numbers[child]!, value, number)) break
      scores[at] = scores[child]!
      numbers[at] = numbers[child]!
      at = child
    }
    scores[at] = value
    numbers[at] = number
  }

  for (let i = 0; i < count; i++) {
    const candidate = candidates[i]!
    const value = scored[candidate]!
    if (filled < size) {
      scores[filled] = value
      numbers[filled++] = candidate
      if (filled === size) for (let at = (size >> 1) - 1; at >= 0; at--) sink(at, scores[at]!, numbers[at]!)
    } else if (isWorse(scores[0]!, numbers[0]!, value, candidate)) sink(0, value, candidate)
  }

  return Array.from(numbers, (document, i) => ({ document, score: scores[i]! })).sort(
    (a, b) => b.score - a.score || a.document - b.document,
  )
}

const isWorse = (score: number, number: number, than: number, thanNumber: number): boolean =>
  score < than || (score === than && number > thanNumber)
