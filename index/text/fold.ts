/**
 * One folding of characters for all: what is printed, what is asked and what a draft quotes are compared by the same forms. Offsets stay
 * those of the text as it stands: only words that were cut out of it are folded.
 */

/** Signs inside a word that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction. Inside a class of characters. */
export const UNSEEN = '\\u00ad\\u034f\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff'
/** What keyboards and programs put for an apostrophe. Inside a class of characters. */
export const APOSTROPHES = "'’‘‛ʼ´`′＇"

const unseen = new RegExp(`[${UNSEEN}]`, 'g')
const apostrophes = new RegExp(`[${APOSTROPHES}]`, 'g')
const PER_CENT = /(?<!\s)\s*(?:%|per\s?cent)$/i
const ASCII = /^[a-zA-Z0-9]+$/

/** A word or number in its plain form, capitals kept: composed letters, one apostrophe, "95 per cent" as "95%". */
export function fold(word: string): string {
  if (ASCII.test(word)) return word
  const plain = word.replace(unseen, '').replace(apostrophes, "'").normalize('NFKC')
  return /^\d/.test(plain) ? plain.replace(PER_CENT, '%') : plain
}
