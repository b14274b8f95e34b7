/** Runs of words in a sentence that can name a topic: terms of the field, and two or three content words that stand together. */
import { entriesOf, KINDS, matches } from '../../../index/lexicon/thesaurus.ts'
import type { Unit } from '../../../index/search/corpus.ts'
import { type Token, tokens } from '../../../index/text/analyzer.ts'
import { inflections } from '../rank/match.ts'
import { isLightWord, isMeasureWord, isPeopleWord, isQuestionWord, isVerb } from '../understand/question-words.ts'

/** `key` is the same for all that the lexicon says is the same. `words` as printed. */
export type Run = { key: string; stems: string[]; words: string }

const LONGEST = 3
/** What may stand between two words of a run. */
const BETWEEN = /^(?: |-| of | of the )$/

/** @param names folded words of the councils' names: they say where, never what. */
export function runsOf({ tokens: content, placed: { passage } }: Unit, names: ReadonlySet<string>): Run[] {
  const [first, last] = [content[0], content.at(-1)]
  if (!first || !last) return []
  const words = tokens(passage.text.slice(first.start, last.end)).map((token) => moved(token, first.start))
  const taken = new Set<number>()
  const found: Run[] = []
  const take = (own: Token[], key: string): void => {
    found.push({ key, stems: own.map(({ term }) => term), words: passage.text.slice(own[0]!.start, own.at(-1)!.end) })
  }
  for (const { at, length, forms } of matches(words)) {
    const [start, end] = [words[at]!.start, words[at + length - 1]!.end]
    const own = content.filter((token) => token.start >= start && token.end <= end)
    if (!isName(own, passage.text.slice(start, end))) continue
    for (const [i, token] of content.entries()) if (own.includes(token)) taken.add(i)
    take(own, [own.map(({ term }) => term), ...forms.map(({ stems }) => stems)].map((stems) => stems.join(' ')).sort()[0]!)
  }
  const joined = content.map(({ end }, i) => i + 1 < content.length && BETWEEN.test(passage.text.slice(end, content[i + 1]!.start)))
  for (let at = 0; at < content.length; at++)
    for (let length = 2; length <= LONGEST && joined[at + length - 2]; length++) {
      const own = content.slice(at, at + length)
      const inTerm = own.some((_, i) => taken.has(at + i))
      // "work practice" of "social work practice" is no topic, nor is "quality of care" of "quality of care planning"
      const cutShort = joined[at + length - 1] || (joined[at - 1] && !isShade(content[at - 1]!))
      if (!inTerm && !cutShort && !own.some(({ word }) => names.has(word)) && isTopic(own)) take(own, own.map(({ term }) => term).join(' '))
    }
  return found
}

const moved = ({ word, term, start, end }: Token, by: number): Token => ({ word, term, start: start + by, end: end + by })

let known: Set<string> | null = null
/** The single words that are terms of the lexicon, in both numbers; those that stand there for their spelling alone are none. */
function singles(): ReadonlySet<string> {
  const kinds = KINDS.filter((kind) => kind !== 'spelling')
  known ??= new Set(
    kinds.flatMap((kind) =>
      entriesOf(kind).flatMap((entry) =>
        entry.terms.flatMap((term) => {
          const words = tokens(term)
          return words.length === 1 ? inflections(words[0]!.word) : []
        }),
      ),
    ),
  )
  return known
}

/** A term of the lexicon names a topic: one word only as the lexicon has it ("matching", not "matched"), and no compound ("multi-agency"). */
function isName(own: Token[], words: string): boolean {
  if (own.length === 0 || own.every(({ word }) => isPeopleWord(word))) return false
  return own.length > 1 ? /\s/.test(words) : !isSlight(own[0]!) && singles().has(own[0]!.word)
}

const isShade = ({ word, term }: Token): boolean => isLightWord(word) || isQuestionWord(word) || isVerb(term) || /\d|ly$/.test(word)
const isSlight = (token: Token): boolean => isShade(token) || isPeopleWord(token.word) || isMeasureWord(token.word)

function isTopic(own: Token[]): boolean {
  const [first, last] = [own[0]!, own.at(-1)!]
  if (isShade(first) || isShade(last) || own.every(isSlight) || own.some(({ word }) => isQuestionWord(word) || /\d|ly$/.test(word)))
    return false
  // "children living", "taking steps" say what somebody does
  return !/ing$/.test(first.word) && !(isPeopleWord(first.word) && /(?:ing|ed)$/.test(last.word))
}
