/** What says the same in other words: acronyms, former terms, spellings, and everyday language for what reports print. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { terms, tokens } from './analyzer.ts'

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

const form = (words: string): Form => ({ words, stems: phraseStems(words) })
const key = (stems: string[]): string => stems.join(' ')

type Trigger = { length: number; synonyms: Synonyms[] }

function build(): { triggers: Map<string, Trigger>; longest: number; words: Set<string> } {
  const path = new URL('./data/thesaurus.json', import.meta.url)
  const { entries } = Thesaurus.parse(JSON.parse(readFileSync(path, 'utf8')))
  const triggers = new Map<string, Trigger>()
  const words = new Set<string>()
  let longest = 1
  for (const { kind, terms: asked, means } of entries) {
    const from = asked.map(form)
    const to = kind === 'everyday' ? means.map(form) : from
    for (const { words: text } of [...from, ...to]) for (const { word } of tokens(text)) words.add(word)
    for (const trigger of from) {
      // a phrase of which stop words leave one word would be set off by that word alone
      if (trigger.stems.length === 0 || (trigger.stems.length === 1 && tokens(trigger.words).length > 1)) continue
      const known = triggers.get(key(trigger.stems)) ?? { length: trigger.stems.length, synonyms: [] }
      known.synonyms.push({ kind, forms: to.filter((other) => other.stems.length > 0 && key(other.stems) !== key(trigger.stems)) })
      triggers.set(key(trigger.stems), known)
      longest = Math.max(longest, trigger.stems.length)
    }
  }
  return { triggers, longest, words }
}

const built = build()

/** Every word that the thesaurus knows: none of them is a spelling fault. */
export const thesaurusWords: ReadonlySet<string> = built.words

export type Match = { at: number; length: number; synonyms: Synonyms[] }

/** The longest phrases of a run of stems that the thesaurus knows, left to right, none overlapping. */
export function matches(stems: string[]): Match[] {
  const found: Match[] = []
  for (let at = 0; at < stems.length; ) {
    let length = Math.min(built.longest, stems.length - at)
    let trigger: Trigger | undefined
    while (length > 0 && !trigger) {
      trigger = built.triggers.get(key(stems.slice(at, at + length)))
      if (!trigger) length--
    }
    if (trigger) found.push({ at, length, synonyms: trigger.synonyms })
    at += Math.max(1, length)
  }
  return found
}

