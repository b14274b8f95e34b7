/** What says the same in other words: acronyms, former terms, spellings, and everyday language for what reports print. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { terms, tokens } from '../text/analyzer.ts'

const Thesaurus = z.object({
  entries: z.array(
    z.object({
      kind: z.enum(['acronym', 'historic', 'spelling', 'everyday']),
      terms: z.array(z.string()).min(1),
      /** Everyday words only: what reports print. One way, from `terms` to `means`. */
      means: z.array(z.string()).default([]),
      source: z.string(),
    }),
  ),
})

export type Form = { words: string; stems: string[] }
export type Synonyms = { kind: 'acronym' | 'historic' | 'spelling' | 'everyday'; forms: Form[] }

/** The stems of a phrase as they are compared: without stop words. */
export const phraseStems = terms

/** Words that come and go within a phrase: "in the care of their parents". */
const OPTIONAL = new Set(['a', 'an', 'the', 'their', 'his', 'her', 'its', 'our', 'my', 'your', 'these', 'those', 'this', 'that'])

export const form = (words: string): Form => ({ words, stems: phraseStems(words) })
export const key = (stems: string[]): string => stems.join(' ')
/** What sets a trigger off: all its words in order, the optional ones left out. */
export const triggerOf = (words: { word: string; term: string }[]): string[] =>
  words.filter(({ word }) => !OPTIONAL.has(word)).map(({ term }) => term)

/** A word that stands in everyday phrases of so many entries at most tells which is meant: "drowning" of "drowning in work". */
const MOST_HINTS = 2

type Trigger = { length: number; synonyms: Synonyms[] }

function build(): {
  triggers: Map<string, Trigger>
  longest: number
  words: Set<string>
  hints: Map<string, Form[]>
} {
  const path = new URL('./thesaurus.json', import.meta.url)
  const { entries } = Thesaurus.parse(JSON.parse(readFileSync(path, 'utf8')))
  const triggers = new Map<string, Trigger>()
  const words = new Set<string>()
  const hinted = new Map<string, Form[][]>()
  let longest = 1
  const acronyms = new Map(
    entries.filter(({ kind }) => kind === 'acronym').flatMap(({ terms: same }) => same.map((term) => [term.toLowerCase(), same])),
  )
  for (const { kind, terms: asked, means } of entries) {
    const from = asked.map(form)
    // what reports print in full they also print short: "section 20" is "s20"
    const said = kind === 'everyday' ? means : asked
    const to = [...new Set(said.flatMap((words) => [words, ...(acronyms.get(words.toLowerCase()) ?? [])]))].map(form)
    for (const { words: text } of [...from, ...to]) for (const { word } of tokens(text)) words.add(word)
    if (kind === 'everyday')
      for (const stem of new Set(from.filter(({ stems }) => stems.length > 1).flatMap(({ stems }) => stems)))
        hinted.set(stem, [...(hinted.get(stem) ?? []), to])
    for (const trigger of from) {
      const stems = triggerOf(tokens(trigger.words))
      if (stems.length === 0 || trigger.stems.length === 0) continue
      const known = triggers.get(key(stems)) ?? { length: stems.length, synonyms: [] }
      known.synonyms.push({ kind, forms: to.filter((other) => other.stems.length > 0 && key(other.stems) !== key(trigger.stems)) })
      triggers.set(key(stems), known)
      longest = Math.max(longest, stems.length)
    }
  }
  const hints = new Map([...hinted].flatMap(([stem, lists]) => (lists.length <= MOST_HINTS ? [[stem, lists.flat()]] : [])))
  return { triggers, longest, words, hints }
}

const built = build()

/** Every word that the thesaurus knows: none of them is a spelling fault. */
export const thesaurusWords: ReadonlySet<string> = built.words

/** What everyday phrases mean that the word stands in, where those are few. */
export const hintsOf = (stem: string): Form[] => built.hints.get(stem) ?? []

export type Match = { at: number; length: number; synonyms: Synonyms[] }

/** What stands behind a trigger of so many words. */
export type Triggers = { longest: number; at: (stems: string) => Synonyms[] | undefined }

const ownTriggers: Triggers = { longest: built.longest, at: (stems) => built.triggers.get(stems)?.synonyms }

/** The longest phrases of a text that are triggers, left to right, none overlapping another or a `taken` word. Places count all words given. */
export function matches(
  words: { word: string; term: string }[],
  triggers: Triggers = ownTriggers,
  taken: ReadonlySet<number> = new Set(),
): Match[] {
  const kept = words.flatMap(({ word }, i) => (OPTIONAL.has(word) ? [] : [i]))
  const found: Match[] = []
  for (let k = 0; k < kept.length; ) {
    const window = kept.slice(k, k + triggers.longest)
    const end = window.findIndex((i) => taken.has(i))
    let length = end < 0 ? window.length : end
    let synonyms: Synonyms[] | undefined
    while (length > 0 && !synonyms) {
      synonyms = triggers.at(key(window.slice(0, length).map((i) => words[i]?.term ?? '')))
      if (!synonyms) length--
    }
    const [at, last] = [window[0], window[length - 1]]
    if (synonyms && at !== undefined && last !== undefined) found.push({ at, length: last - at + 1, synonyms })
    k += Math.max(1, length)
  }
  return found
}
