/** A list of numbers that grows: a quarter of the memory of an array. */
export type Numbers = { push(value: number): void; size(): number; last(): number | undefined; all(): Uint32Array }

export function numbers(): Numbers {
  let held = new Uint32Array(1024)
  let size = 0
  return {
    push(value) {
      if (size === held.length) {
        const larger = new Uint32Array(held.length * 2)
        larger.set(held)
        held = larger
      }
      held[size++] = value
    },
    size: () => size,
    last: () => (size > 0 ? held[size - 1] : undefined),
    all: () => held.subarray(0, size),
  }
}
