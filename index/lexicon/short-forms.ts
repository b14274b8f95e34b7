/** What a short form stands for: "LADO" is "local authority designated officer". */
import { commonness } from '../text/english.ts'
import { entriesOf, KINDS } from './thesaurus.ts'

/** `long`: the likeliest first, without repeats. */
export type ShortForm = { short: string; long: string[] }

const LETTERS = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}&]{2,9}$/u
const SMALL = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to'])
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

/** "elective home education" has the letters of EHE; small words may count or not. */
function hasLetters(long: string, short: string): boolean {
  const words = wordsOf(long)
  const letters = short.toLowerCase().replace('&', '')
  const initials = (list: string[]): string => list.map(([first]) => first).join('')
  return [initials(words), initials(words.filter((word) => !SMALL.has(word)))].includes(letters)
}

function build(): Map<string, ShortForm> {
  const forms = new Map<string, ShortForm>()
  for (const kind of KINDS)
    for (const { terms } of entriesOf(kind))
      for (const short of terms.filter((term) => LETTERS.test(term))) {
        // beside what has its letters an entry names what means the same
        const spelt = terms.filter((term) => hasLetters(term, short))
        const others = kind === 'acronyms' ? terms.filter((term) => term !== short && /\s/.test(term)) : []
        const known = forms.get(short.toLowerCase())
        const long = [...spelt, ...(known?.long ?? []), ...(spelt.length > 0 ? [] : others.slice(0, 1))]
        if (long.length > 0)
          forms.set(short.toLowerCase(), { short, long: [...new Map(long.map((one) => [one.toLowerCase(), one])).values()] })
      }
  return forms
}
let known: Map<string, ShortForm> | null = null

/** In any case of letters, one or many ("LADOs"); null for what the lexicon has no long form of. */
export function shortFormOf(word: string): ShortForm | null {
  known ??= build()
  const plain = word.toLowerCase()
  return known.get(plain) ?? known.get(plain.replace(/s$/, '')) ?? null
}

/** Short forms in full, for a reader that has met the words and seldom the letters. "It" and "pep" are words unless written as letters. */
export const spelledOut = (text: string): string =>
  text.replace(/\p{L}[\p{L}&]*/gu, (word) => {
    const isLetters = /\p{Lu}.*\p{Lu}/u.test(word) || commonness(word.toLowerCase()) === null
    return (isLetters && shortFormOf(word)?.long[0]) || word
  })
