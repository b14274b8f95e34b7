/**
 * What a run of words holds of each thing that a question asks for. Words are numbers (`index/search/forward.ts`), so a
 * sentence that holds nothing of it costs one look-up a word.
 */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Concept, ConceptForm, Question } from '../question.ts'
import { idf } from '../understand/concepts.ts'

/**
 * How well a phrase is matched whose words do not stand side by side, or not all (each 0 to 1). Of 0.6 to 1, 0.4 to 0.8 and
 * 0.4 to 0.8 none was better by more than a question on left-out gold sets.
 */
export const MATCH = { near: 0.85, apart: 0.6, part: 0.6 } as const
/** Words of a phrase are near each other when at most so many others stand between them (1 to 5). */
const GAP = 3
/** Another inflection of the word that was asked: "supervision", "supervising" (0.8 to 1). */
const INFLECTED = 0.95

/** `value`: 0 to 1. `at`: the places of the words that say it. `asked`: in the words of the question, not others that say the same. */
export type Found = { value: number; at: readonly number[]; asked: boolean }
export const NOTHING: Found = { value: 0, at: [], asked: false }

/** `[concept]` of the question, in its order. */
export type Matched = readonly Found[]
export type Matcher = (words: ArrayLike<number>) => Matched

type Form = Pick<ConceptForm, 'exact' | 'asked' | 'worth'> & {
  /** By word of the form: the slot of its stem, and the numbers of the words that are the very word or its plural. */
  slots: number[]
  same: ReadonlySet<number>[]
  idf: number[]
}

export function matcherOf({ concepts }: Pick<Question, 'concepts'>, corpus: Corpus): Matcher {
  const { forward } = corpus
  const slotOf = new Map<number, number>()
  const compiled = concepts.map((concept) => formsOf(concept, slotOf, corpus))
  const nothing: Matched = concepts.map(() => NOTHING)
  return (words) => {
    const places: number[][] = []
    let any = false
    for (let i = 0; i < words.length; i++) {
      const slot = slotOf.get(forward.stemOf[words[i]!] ?? -1)
      if (slot === undefined) continue
      any = true
      const list = places[slot]
      if (list) list.push(i)
      else places[slot] = [i]
    }
    return any ? compiled.map((forms) => best(forms, places, words)) : nothing
  }
}

/** Forms of which no report holds every word are left out: they cannot match. */
function formsOf({ forms }: Concept, slotOf: Map<number, number>, { forward, sentenceIndex }: Corpus): Form[] {
  return forms.flatMap(({ stems, words, exact, asked, worth }): Form[] => {
    const numbers = stems.map((stem) => forward.stemNumber(stem))
    if (!asked && numbers.includes(-1)) return []
    const slots = numbers.map((number) => {
      if (number === -1) return -1
      const slot = slotOf.get(number) ?? slotOf.size
      slotOf.set(number, slot)
      return slot
    })
    const same = stems.map((_, i) => new Set(inflections(words[i] ?? '').map((word) => forward.wordNumber(word))))
    const weights = stems.map((stem) => idf(sentenceIndex.statistics.documents, sentenceIndex.statistics.frequency(stem)))
    return [{ slots, same, exact, asked, worth, idf: weights }]
  })
}

/** The word itself, its plural and its singular. */
export const inflections = (word: string): string[] =>
  word === 'child' || word === 'children' ? ['child', 'children'] : [word, `${word}s`, word.replace(/(?<=[a-z]{3})s$/, '')]

function best(forms: Form[], places: number[][], words: ArrayLike<number>): Found {
  let found = NOTHING
  for (const form of forms) {
    if (found.value >= form.worth) continue
    const one = matchForm(form, places, words)
    if (one && one.value * form.worth > found.value) found = { value: one.value * form.worth, at: one.at, asked: form.asked }
  }
  return found
}

type Match = { value: number; at: readonly number[] }

function matchForm(form: Form, places: number[][], words: ArrayLike<number>): Match | null {
  const { slots, same, exact, asked } = form
  if (slots.length === 1) {
    const all = places[slots[0]!]
    if (!all) return null
    const very = all.filter((at) => same[0]!.has(words[at]!))
    if (very.length > 0) return { value: 1, at: very }
    return exact ? null : { value: INFLECTED, at: all }
  }
  let here = 0
  for (const slot of slots) if (places[slot]) here++
  if (here === slots.length) return whole(form, places, words)
  // a part of a phrase counts only of what was asked: half a synonym is another matter
  return asked && here > 0 ? part(form, places) : null
}

/** All words of a phrase are there: side by side, near each other, or apart. */
function whole({ slots, same }: Form, places: number[][], words: ArrayLike<number>): Match {
  const lists = slots.map((slot) => places[slot]!)
  let nearest: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (const start of lists[0]!) {
    if (lists.every((list, k) => list.includes(start + k))) {
      const at = lists.map((_, k) => start + k)
      return { value: at.every((place, k) => same[k]!.has(words[place]!)) ? 1 : INFLECTED, at }
    }
    const at = lists.map((list) => list.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a)))
    const width = Math.max(...at) - Math.min(...at)
    if (width < least) [nearest, least] = [at, width]
  }
  return { value: least < slots.length + GAP ? MATCH.near : MATCH.apart, at: nearest }
}

/** Some words of a phrase: the share of their weight. */
function part({ slots, idf: weights }: Form, places: number[][]): Match {
  let [all, some] = [0, 0]
  const at: number[] = []
  slots.forEach((slot, i) => {
    all += weights[i]!
    const first = places[slot]?.[0]
    if (first === undefined) return
    some += weights[i]!
    at.push(first)
  })
  return { value: all > 0 ? (MATCH.part * some) / all : 0, at }
}
