/** The English authorities that are responsible for children's services, and what people call them. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { tokens } from '../text/analyzer.ts'

const Authorities = z.object({
  authorities: z.array(
    z.object({
      name: z.string(),
      council: z.string(),
      urn: z.string().nullable(),
      region: z.string(),
      type: z.string(),
      aliases: z.array(z.string()),
      /** The year in which it was abolished. */
      until: z.number().nullable(),
      /** The name is also an ordinary word or a part of another name: it needs its capital. */
      ambiguous: z.boolean().default(false),
      trust: z.string().optional(),
    }),
  ),
})
export type Authority = z.infer<typeof Authorities>['authorities'][number]

export const AUTHORITIES: Authority[] = Authorities.parse(
  JSON.parse(readFileSync(new URL('./authorities.json', import.meta.url), 'utf8')),
).authorities

const byName = new Map(AUTHORITIES.map((authority) => [authority.name, authority]))
export const authorityCalled = (name: string): Authority | null => byName.get(name) ?? null

type Alias = { words: string[]; authority: Authority }

/** Aliases by their first word, the longest first. */
const ALIASES = new Map<string, Alias[]>()
for (const authority of AUTHORITIES)
  for (const alias of [authority.name, authority.council, authority.trust, ...authority.aliases]) {
    const words = tokens(alias ?? '').map(({ word }) => word)
    const [first] = words
    if (!first) continue
    // "Barking & Dagenham": the sign is no word
    const signs = words.filter((word) => word !== 'and')
    for (const form of signs.length < words.length ? [words, signs] : [words])
      ALIASES.set(first, [...(ALIASES.get(first) ?? []), { words: form, authority }])
  }
for (const list of ALIASES.values()) list.sort((a, b) => b.words.length - a.words.length)

/** Every word of every name and alias: none of them is a spelling fault. */
export const authorityWords: ReadonlySet<string> = new Set([...ALIASES.values()].flat().flatMap(({ words }) => words))

/** Whether some name or alias begins with a word, so that most texts need no closer look. */
export const beginsName = (word: string): boolean => ALIASES.has(word)

/** The authority whose name starts at a word of a text, with the number of words that it takes; null where none does. */
export function authorityAt(words: string[], at: number): { authority: Authority; length: number } | null {
  const found = ALIASES.get(words[at] ?? '')?.find((alias) => alias.words.every((word, i) => words[at + i] === word))
  return found ? { authority: found.authority, length: found.words.length } : null
}
