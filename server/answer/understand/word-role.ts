/**
 * Whether a word that no report prints is a verb, an adverb or a predicate, by its place and its ending. Such words put a
 * question ("stick up for them", "feel respected", "a headache"); a noun that no report prints is what the question is about.
 */
import { isStopWord, type Token } from '../../../index/text/analyzer.ts'
import { isPeopleWord, isVerb } from './question-words.ts'

/** What stands after a verb and not after a noun: its object, or the particle that belongs to it. */
const AFTER_VERB = new Set(
  'them us it him her me you their the a an up on off out down over away back for with into through to at about'.split(' '),
)
/** What stands before a noun. */
const BEFORE_NOUN = new Set(
  'a an the any some no their its our my your his her this that these those of in on at by from for with about on'.split(' '),
)
const BEFORE_GERUND = new Set(['at', 'by', 'without', 'from', 'for'])
const LINKING = new Set('is are was were be been being feel feels felt get gets so too very more less as how seem seems'.split(' '))
const PREDICATE_QUESTION = /^(?:is|are|was|were)$/

/** True where a common verb does not stand as a noun: "shut", "fixed", but not "the check" or "about fighting". */
export function isVerbHere(words: readonly Token[], at: number): boolean {
  const token = words[at]
  return token !== undefined && isVerb(token.term) && !BEFORE_NOUN.has(words[at - 1]?.word ?? '')
}

/** `at` is the place of the word among all words of the question, stop words and scope names included. */
export function isPredicate(words: readonly Token[], at: number): boolean {
  const word = words[at]?.word ?? ''
  const before = words[at - 1]?.word ?? ''
  const after = words[at + 1]?.word ?? ''
  if (/ly$/.test(word)) return true
  // "at spotting grooming"
  if (/ing$/.test(word) && BEFORE_GERUND.has(before) && after !== '' && !isStopWord(after)) return true
  // "swimming pools" are a thing
  const modifies = /ing$/.test(word) && after !== '' && !isStopWord(after)
  if (/(?:ed|ing)$/.test(word) && !modifies && !BEFORE_NOUN.has(before)) return true
  if (LINKING.has(before) && after === '') return true
  // "is the system a headache?", "are staff knackered?"; "is there a mayor?" asks for the thing
  const first = words[0]?.word ?? ''
  if (
    PREDICATE_QUESTION.test(first) &&
    words[1]?.word !== 'there' &&
    after === '' &&
    at >= 3 &&
    !/^(?:of|in|on|for|by|with|from)$/.test(before)
  )
    return true
  if (BEFORE_NOUN.has(before)) return false
  const subject = isPeopleWord(before) || isStopWord(before) || /s$/.test(before)
  return subject && AFTER_VERB.has(after)
}
