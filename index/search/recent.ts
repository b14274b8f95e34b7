/**
 * A function that remembers what it made for the keys asked of late: two generations of at most `size` keys each. When the young
 * one is full, it becomes the old one, and what nobody asked for since is forgotten.
 */
export function recent<Key, Value>(size: number, make: (key: Key) => Value): Recent<Key, Value> {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()
  const get = (key: Key): Value => {
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
  get.forget = (key: Key): void => {
    young.delete(key)
    old.delete(key)
  }
  return get
}

type Recent<Key, Value> = { (key: Key): Value; forget(key: Key): void }

/** The same for what takes time: it is made once for all who ask meanwhile. A failure is told to them and forgotten, never kept. */
export function recentPromises<Key, Value>(size: number, make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const get = recent(size, (key: Key) => {
    const made = make(key)
    made.catch(() => get.forget(key))
    return made
  })
  return get
}
