/**
 * Everyday English for what reports print in other words, true of any report: "own up" for "transparent". Looser than the terms of the
 * field, so it speaks only where the thesaurus has nothing.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { tokens } from '../text/analyzer.ts'
import { form, key, type Match, matches, type Synonyms, type Triggers, triggerOf } from './thesaurus.ts'

/** One way, from what is asked to what is printed. */
const Entries = z.array(z.object({ asked: z.array(z.string()).min(1), printed: z.array(z.string()).min(1) }))

const entries = Entries.parse(JSON.parse(readFileSync(new URL('./general-english.json', import.meta.url), 'utf8')))

/** Every word that is asked: none of them is a spelling fault. */
export const generalWords = new Set<string>()
const entriesAt = new Map<string, number[]>()
let longest = 1
for (const [i, { asked }] of entries.entries())
  for (const phrase of asked) {
    const words = tokens(phrase)
    for (const { word } of words) generalWords.add(word)
    const stems = triggerOf(words)
    if (stems.length === 0) continue
    entriesAt.set(key(stems), [...(entriesAt.get(key(stems)) ?? []), i])
    longest = Math.max(longest, stems.length)
  }

/** What is printed is read when it is first asked for: all of it would take a tenth of a second at every start. */
const read = new Map<string, Synonyms[]>()
function synonymsAt(stems: string): Synonyms[] | undefined {
  const at = entriesAt.get(stems)
  if (!at) return
  let synonyms = read.get(stems)
  if (!synonyms) {
    const printed = new Set(at.flatMap((i) => entries[i]?.printed ?? []))
    synonyms = [{ kind: 'general', forms: [...printed].map(form).filter((one) => one.stems.length > 0 && key(one.stems) !== stems) }]
    read.set(stems, synonyms)
  }
  return synonyms
}
const triggers: Triggers = { longest, at: synonymsAt }

/** The phrases of a text that the thesaurus knows, and between them those of everyday English, in order. */
export function matchesAll(words: { word: string; term: string }[]): Match[] {
  const own = matches(words)
  const taken = new Set(own.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)))
  return [...own, ...matches(words, triggers, taken)].sort((a, b) => a.at - b.at)
}
