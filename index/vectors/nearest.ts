/**
 * The vectors nearest to one, among hundreds of thousands, with an optional scope. Whole vectors are compared where they are few;
 * else the signs of their components first (48 bytes for 384, told apart by counting bits), and the best of those whole.
 */

export type Near = { ordinal: number; similarity: number }

/** The vectors of a collection, one after another. All are typed arrays: nothing is made for each vector. */
export type VectorTable = {
  dims: number
  vectors: Int8Array
  /** The first vector of each report, and the number of all vectors at its end. */
  starts: Uint32Array
  /** 1 for each report whose vectors are there. */
  ready: Uint8Array
  /** Signs and lengths of the vectors, kept up by `put`. */
  signs: Int32Array
  lengths: Float32Array
}

/** @param counts how many vectors each report has. */
export function vectorTable(counts: readonly number[], dims: number): VectorTable {
  const starts = new Uint32Array(counts.length + 1)
  for (const [report, count] of counts.entries()) starts[report + 1] = starts[report]! + count
  const all = starts[counts.length]!
  return {
    dims,
    vectors: new Int8Array(all * dims),
    starts,
    ready: new Uint8Array(counts.length),
    signs: new Int32Array(all * wordsOf(dims)),
    lengths: new Float32Array(all),
  }
}

/** Signs are counted three words of 32 at a time. */
const TOGETHER = 3
const wordsOf = (dims: number): number => Math.ceil(dims / (32 * TOGETHER)) * TOGETHER

/** Puts all vectors of a report into their place. @throws RangeError where they are more or fewer than were said. */
export function put(table: VectorTable, report: number, vectors: Int8Array): void {
  const { dims, starts } = table
  const [first, last] = [starts[report]!, starts[report + 1]!]
  if (vectors.length !== (last - first) * dims)
    throw new RangeError(`Report ${report} has ${last - first} sentences and was given ${vectors.length / dims} vectors.`)
  table.vectors.set(vectors, first * dims)
  for (let ordinal = first; ordinal < last; ordinal++) {
    table.lengths[ordinal] = lengthOf(Int32Array.from(table.vectors.subarray(ordinal * dims, (ordinal + 1) * dims)))
    putSigns(table.vectors, ordinal * dims, dims, table.signs, ordinal * wordsOf(dims))
  }
  table.ready[report] = 1
}

function putSigns(vectors: Int8Array, from: number, dims: number, signs: Int32Array, to: number): void {
  for (let at = 0; at < dims; at++) if (vectors[from + at]! > 0) signs[to + (at >> 5)]! |= 1 << (at & 31)
}

/** Whole numbers in four sums, which is twice as fast as floating point in one. @param dims a multiple of four. */
function dot(query: Int32Array, vectors: Int8Array, from: number, dims: number): number {
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let at = 0; at < dims; at += 4) {
    const place = from + at
    one = (one + Math.imul(query[at]!, vectors[place]!)) | 0
    two = (two + Math.imul(query[at + 1]!, vectors[place + 1]!)) | 0
    three = (three + Math.imul(query[at + 2]!, vectors[place + 2]!)) | 0
    four = (four + Math.imul(query[at + 3]!, vectors[place + 3]!)) | 0
  }
  return one + two + three + four
}

const lengthOf = (vector: Int32Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))

/**
 * Vectors up to which all are compared whole (1,000 to 10,000): 0.6 µs each. The longest report has 950 sentences, a council's
 * three reports 2,000.
 */
const MOST_WHOLE = 2_500
/** Vectors that signs pick for comparing whole (100 to 5,000). */
const PICKED = 600

/**
 * The nearest vectors, the most similar first, of equal ones the earlier. Reports without vectors are left out.
 * @param query one vector of the same reader. @param reports numbers of reports; all where it is left out.
 */
export function nearest(table: VectorTable, query: Int8Array, limit: number, reports?: readonly number[]): Near[] {
  const ranges = rangesOf(table, reports)
  const count = ranges.reduce((sum, [first, last]) => sum + last - first, 0)
  const ordinals = count <= MOST_WHOLE ? everything(ranges, count) : closestBySigns(table, query, ranges, count)
  const similarities = similaritiesOf(table, query, ordinals)
  const order = Uint32Array.from(ordinals.keys()).sort((a, b) => similarities[b]! - similarities[a]! || ordinals[a]! - ordinals[b]!)
  return Array.from(order.subarray(0, limit), (at) => ({ ordinal: ordinals[at]!, similarity: similarities[at]! }))
}

/** The cosine of a vector with the query, -1 to 1; null where its report has no vectors yet. */
export function similarity(table: VectorTable, query: Int8Array, ordinal: number): number | null {
  return table.lengths[ordinal]! > 0 ? similaritiesOf(table, query, [ordinal])[0]! : null
}

function similaritiesOf({ vectors, dims, lengths }: VectorTable, query: Int8Array, ordinals: ArrayLike<number>): Float64Array {
  const wide = Int32Array.from(query)
  const length = lengthOf(wide)
  return Float64Array.from(ordinals, (ordinal) => dot(wide, vectors, ordinal * dims, dims) / (lengths[ordinal]! * length))
}

type Range = readonly [first: number, last: number]

function rangesOf({ starts, ready }: VectorTable, reports?: readonly number[]): Range[] {
  const chosen = reports ? [...new Set(reports)].sort((a, b) => a - b) : [...ready.keys()]
  return chosen.filter((report) => ready[report] === 1).map((report) => [starts[report]!, starts[report + 1]!])
}

function everything(ranges: Range[], count: number): Uint32Array {
  const ordinals = new Uint32Array(count)
  let at = 0
  for (const [first, last] of ranges) for (let ordinal = first; ordinal < last; ordinal++) ordinals[at++] = ordinal
  return ordinals
}

/** The vectors with the fewest other signs than the query, of equally many the earlier: found by counting, without sorting. */
function closestBySigns({ signs, dims }: VectorTable, query: Int8Array, ranges: Range[], count: number): Uint32Array {
  const words = wordsOf(dims)
  const own = new Int32Array(words)
  putSigns(query, 0, dims, own, 0)
  const distances = new Uint16Array(count)
  const having = new Uint32Array(dims + 1)
  let at = 0
  for (const [first, last] of ranges)
    for (let place = first * words; place < last * words; place += words) {
      let other = 0
      for (let word = 0; word < words; word += TOGETHER) {
        const one = signs[place + word]! ^ own[word]!
        const two = signs[place + word + 1]! ^ own[word + 1]!
        const three = signs[place + word + 2]! ^ own[word + 2]!
        // bits are added in columns of three, so that two counts do for three words
        other += bitsOf(one ^ two ^ three) + 2 * bitsOf((one & two) | (three & (one ^ two)))
      }
      distances[at++] = other
      having[other]!++
    }
  let farthest = 0
  let within = 0
  while (farthest < dims && within + having[farthest]! < PICKED) within += having[farthest++]!
  let spare = PICKED - within
  const picked = new Uint32Array(Math.min(PICKED, count))
  let kept = 0
  at = 0
  for (const [first, last] of ranges)
    for (let ordinal = first; ordinal < last; ordinal++) {
      const distance = distances[at++]!
      if (distance < farthest || (distance === farthest && spare-- > 0)) picked[kept++] = ordinal
    }
  return picked.subarray(0, kept)
}

/** How many of 32 bits are set. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
