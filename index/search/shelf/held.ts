/**
 * Things that are made when they are asked for: the same one as long as anybody holds it, and for a while after. Whoever compares two
 * passages, or keeps something for one, may do so as if all were in memory.
 */
export type Held<Value> = {
  get(key: number): Value | undefined
  put(key: number, value: Value): Value
}

/** Between two sweeps of what is gone, at least so many are made. */
const LEAST = 1_000

/** @param size of those asked for last stay: two generations of so many. */
export function held<Value extends object>(size: number): Held<Value> {
  const all = new Map<number, WeakRef<Value>>()
  let young = new Map<number, Value>()
  let old = new Map<number, Value>()
  let sweepAt = LEAST
  const keep = (key: number, value: Value): Value => {
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    if (size > 0) young.set(key, value)
    return value
  }
  return {
    get(key) {
      const value = young.get(key)
      if (value) return value
      const older = old.get(key) ?? all.get(key)?.deref()
      return older && keep(key, older)
    },
    put(key, value) {
      all.set(key, new WeakRef(value))
      if (all.size >= sweepAt) {
        for (const [other, reference] of all) if (!reference.deref()) all.delete(other)
        sweepAt = LEAST + 2 * all.size
      }
      return keep(key, value)
    },
  }
}
