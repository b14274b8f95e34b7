/** Words typed without their vowels: "chldrn", "sfgrdng". */

const VOWELS = /[aeiou]/g
/** Shorter ones are acronyms as often as words. */
const SHORTEST = 4

export const hasNoVowel = (word: string): boolean => word.length >= SHORTEST && /^[a-z]+$/.test(word) && !/[aeiou]/.test(word)
const skeletonOf = (word: string): string => word.replace(VOWELS, '')

/** `place`: the word is of a council's name. */
type Full = { word: string; times: number; place: boolean }
export type Skeletons = Map<string, Full[]>

export function skeletonsOf(words: Iterable<[word: string, times: number]>, places: ReadonlySet<string>): Skeletons {
  const skeletons: Skeletons = new Map()
  for (const [word, times] of words) {
    const skeleton = skeletonOf(word)
    if (skeleton.length < SHORTEST || skeleton === word || !/^[a-z]+$/.test(word)) continue
    const own = skeletons.get(skeleton) ?? []
    own.push({ word, times, place: places.has(word) })
    skeletons.set(skeleton, own)
  }
  return skeletons
}

/** The likeliest full word; null where none has these consonants, or where they may be a council's and another word's. */
export function fullWord(typed: string, skeletons: Skeletons): string | null {
  const all = skeletons.get(typed) ?? []
  const places = new Set(all.flatMap(({ word, place }) => (place ? [word] : [])))
  const plain = all.filter(({ place }) => !place).sort((a, b) => b.times - a.times)
  const [likeliest] = plain
  if (places.size === 0) return likeliest?.word ?? null
  return places.size === 1 && !likeliest ? [...places][0]! : null
}
