/** What says the same in other words: acronyms, former terms, terms of law, spellings and synonyms of the field. README.md beside it says whence. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { terms, tokens } from '../text/analyzer.ts'

/** The kinds of entry, each in a file of its name. */
export const KINDS = ['acronyms', 'historic', 'statutory', 'spelling', 'synonyms'] as const
export type Kind = (typeof KINDS)[number]

/** `terms` say the same, each of them in either direction; `source` is an id of the table in README.md, `at` the place in it. */
const Entries = z.array(z.strictObject({ terms: z.array(z.string()).min(1), source: z.string(), at: z.string().optional() }))
export type Entry = z.infer<typeof Entries>[number]

/** The entries of one kind as they stand in its file. */
export const entriesOf = (kind: Kind): Entry[] =>
  Entries.parse(JSON.parse(readFileSync(new URL(`./${kind}.json`, import.meta.url), 'utf8')))

export type Form = { words: string; stems: string[] }

/** Words that come and go within a phrase: "in the care of their parents". */
const OPTIONAL = new Set(['a', 'an', 'the', 'their', 'his', 'her', 'its', 'our', 'my', 'your', 'these', 'those', 'this', 'that'])

/** With the stems by which it is compared: without stop words. */
const form = (words: string): Form => ({ words, stems: terms(words) })
const key = (stems: string[]): string => stems.join(' ')
/** What sets a trigger off: all its words in order, the optional ones left out. */
const triggerOf = (words: { word: string; term: string }[]): string[] =>
  words.filter(({ word }) => !OPTIONAL.has(word)).map(({ term }) => term)

/** What sets off what: the stems of a trigger → all that says the same. */
function build(): { triggers: Map<string, Form[]>; longest: number; words: Set<string> } {
  const triggers = new Map<string, Form[]>()
  const words = new Set<string>()
  let longest = 1
  for (const kind of KINDS)
    for (const { terms: same } of entriesOf(kind)) {
      const forms = same.map(form).filter(({ stems }) => stems.length > 0)
      for (const { words: text } of forms) for (const { word } of tokens(text)) words.add(word)
      for (const trigger of forms) {
        const stems = triggerOf(tokens(trigger.words))
        const others = forms.filter((other) => key(other.stems) !== key(trigger.stems))
        triggers.set(key(stems), [...(triggers.get(key(stems)) ?? []), ...others])
        longest = Math.max(longest, stems.length)
      }
    }
  return { triggers, longest, words }
}

const built = build()

/** Every word that the thesaurus knows: none of them is a spelling fault. */
export const thesaurusWords: ReadonlySet<string> = built.words

export type Match = { at: number; length: number; forms: Form[] }

/** The longest phrases of a text that are triggers, left to right, none overlapping another. Places count all words given. */
export function matches(words: { word: string; term: string }[]): Match[] {
  const kept = words.flatMap(({ word }, i) => (OPTIONAL.has(word) ? [] : [i]))
  const found: Match[] = []
  for (let k = 0; k < kept.length; ) {
    const window = kept.slice(k, k + built.longest)
    let length = window.length
    let forms: Form[] | undefined
    while (length > 0 && !forms) {
      forms = built.triggers.get(key(window.slice(0, length).map((i) => words[i]?.term ?? '')))
      if (!forms) length--
    }
    const [at, last] = [window[0], window[length - 1]]
    if (forms && at !== undefined && last !== undefined) found.push({ at, length: last - at + 1, forms })
    k += Math.max(1, length)
  }
  return found
}
