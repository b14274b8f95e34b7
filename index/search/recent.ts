/**
 * A function that remembers what it made for the keys asked of late: two generations of at most `size` keys each. When the young
 * one is full, it becomes the old one, and what nobody asked for since is forgotten.
 */
export function recent<Key, Value>(size: number, make: (key: Key) => Value): (key: Key) => Value {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()
  return (key) => {
    let value = young.get(key)
    if (value === undefined) {
      value = old.get(key) ?? make(key)
      if (young.size >= size) {
        old = young
        young = new Map()
      }
      young.set(key, value)
    }
    return value
  }
}
