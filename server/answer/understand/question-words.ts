/** Words that put a question and are not what it is about: the lists are data, in `index/lexicon/questions`. */
import { questionLists, wordsOf } from '../../../index/lexicon/questions.ts'
import { stem } from '../../../index/text/analyzer.ts'

const words = questionLists('words')

/** How people ask what reports say. */
export const QUESTION_WORDS = wordsOf(words.asking)

/** Short words that carry no topic alone but are parts of phrases ("out of hours"). */
export const isQuestionWord = (word: string): boolean => QUESTION_WORDS.has(word)

/**
 * Words that shade a question but do not name its topic: how much, how well, who in general, what sort of thing.
 * A quote that speaks of them is a little better; one that does not is no worse an answer.
 */
const LIGHT_WORDS = wordsOf(words.shades)

/**
 * Whom a question is about, when that is everybody whom these reports are about: worth something, but not an answer.
 */
const PEOPLE_WORDS = wordsOf(words.people)

export const isPeopleWord = (word: string): boolean => PEOPLE_WORDS.has(word)

/** Words by which a number, share, date or name is asked for: the detail itself is what has to be found. */
const MEASURE_WORDS = wordsOf(words.measures)

export const isMeasureWord = (word: string): boolean => MEASURE_WORDS.has(word)

export const isLightWord = (word: string): boolean => LIGHT_WORDS.has(word)

/**
 * Everyday verbs that no term of art is made of. A verb says what happens to the thing that a question is about: it shades
 * the question as long as the thing is known. Compared by stem.
 */
const VERBS = wordsOf(words.verbs)
const verbStems = new Set([...VERBS].map(stem))
export const isVerb = (term: string): boolean => verbStems.has(term)
