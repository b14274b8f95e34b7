/** Signs that a sentence is about what is asked for, and does not only mention it. Each is a share from 0 to 1. */

import type { Unit } from '../../../index/search/corpus.ts'
import { recent } from '../../../index/search/recent.ts'
import type { Token } from '../../../index/text/analyzer.ts'
import type { Concept } from '../question.ts'
import type { Found } from './concept-match.ts'

/** Words after which things are only enumerated. */
const ENUMERATES = /\b(?:including|such as|for example|for instance|and other)\b/i
/** Words by which inspectors say how good a thing is, or what it does. A sentence with none only says that it exists. */
const VERDICT =
  /\b(?:outstanding|good|well|strong\w*|strength|effective\w*|excellent|impressive|robust\w*|thorough\w*|timely|prompt\w*|positive\w*|improv\w+|benefit\w*|successful\w*|sufficient\w*|appropriate\w*|comprehensive|valued?|better|adequate\w*|inadequate|poor\w*|weak\w*|limited|lack\w*|ineffective\w*|insufficient\w*|inconsisten\w+|consistent\w*|variable|varies|delay\w*|drift|too|rarely|not|no|never|few|absent|missing|fail\w*|difficult\w*|high|low|slow|serious\w*|concern\w*|deficits?|remains?|need(?:s|ed)? to)\b/i

/** True where the sentence says how good something is. */
export const givesVerdict = (text: string): boolean => VERDICT.test(text)

/** True where a sentence names three things or more. */
export const enumerates = (text: string): boolean =>
  (text.match(/,/g)?.length ?? 0) >= 2 && /\b(?:includes?|including|consists?|comprises?|such as|are|of|from|in) \w/.test(text)

/** Words by which a cause is named. */
export const CAUSE =
  /\b(?:because|due to|owing to|as a result of|results? from|resulting from|caused by|as a consequence of|stems? from|impacted by|affected by|led to)\b/i

/** Words that set a limit. */
export const LIMIT = /\b(?:no more than|no higher than|no fewer than|at most|maximum|up to|should)\b/i

/** True where the stretch stands after "including …", or as one of several between commas: "the Trust, the board and partnerships". */
export function isInPassing(text: string, [start, end]: [number, number]): boolean {
  const before = text.slice(0, start)
  if (ENUMERATES.test(before)) return true
  // "the Trust, local partnerships and the board"
  if (/,[^,.;:]{1,40}\s(?:and|or)\s+(?:the\s+)?$/.test(before)) return true
  return /,\s+(?:and\s+|or\s+|the\s+)*$/.test(before) && /^(?:,|\s+and\s|\s+or\s)/.test(text.slice(end))
}

/** 1 where the sentence begins with the matter, falling to 0 at its end. */
export const opening = (at: number, { start, end }: Unit): number => 1 - Math.min(1, (at - start) / Math.max(1, end - start))

/** How much of the sentence is the matter: marked characters as a share of all, 1 at a third and more. */
export function focus(marks: [number, number][], { start, end }: Unit): number {
  const marked = marks.reduce((sum, [from, to]) => sum + to - from, 0)
  return Math.min(1, (3 * marked) / Math.max(1, end - start))
}

/**
 * Weight of the neighbouring concepts of the question that are neighbours in the sentence as well, in the words asked, as a share of all.
 * @param found what the sentence holds of each concept.
 */
export function sideBySide(concepts: Concept[], found: readonly Found[], words: readonly Token[]): number {
  if (concepts.length < 2) return 0
  let [all, paired] = [concepts[0]?.weight ?? 0, 0]
  for (let i = 1; i < concepts.length; i++) {
    const [before, concept] = [concepts[i - 1], concepts[i]]
    if (!before || !concept) continue
    all += concept.weight
    if (found[i - 1]?.value && found[i]?.value && areNeighbours(words, before.forms[0]?.words.at(-1), concept.forms[0]?.words[0]))
      paired += before.weight + concept.weight
  }
  return all === 0 ? 0 : Math.min(1, paired / all)
}

function areNeighbours(words: readonly Token[], one: string | undefined, other: string | undefined): boolean {
  for (let at = 0; at < words.length; at++) if (isWord(words[at]?.word ?? '', one) && isWord(words[at + 1]?.word ?? '', other)) return true
  return false
}

/** The same word, or its plural. */
export const isWord = (printed: string, word = ''): boolean => printed === word || singular(printed) === singular(word)

/** Distinct words whose singular is kept (1,000 to 100,000): some megabytes. */
const WORDS = 20_000
const singular = recent(WORDS, (word: string): string => (word === 'children' ? 'child' : word.replace(/(?<=[a-z]{3})s$/, '')))
