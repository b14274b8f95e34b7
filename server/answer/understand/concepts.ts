/** What a question is about: its words and phrases, each with everything that says the same. */

import { type Form, type Match, matches } from '../../../index/lexicon/thesaurus.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { isStopWord, type Token, tokens as tokensOf } from '../../../index/text/analyzer.ts'
import { commonness } from '../../../index/text/english.ts'
import type { Concept, ConceptForm, Parts, Wanted } from '../question.ts'
import { isLightWord, isMeasureWord, isPeopleWord, isQuestionWord } from './question-words.ts'
import { isPredicate, isVerbHere } from './word-role.ts'

/** What a form counts that the thesaurus adds, beside one that was asked: a whole one, or a part of what was asked. */
const FORM_WORTH = { synonym: 0.95, lessThanAsked: 0.5 } as const
/** Sentences that hold a phrase, as a share of those that hold its rarest word. Measured on the seeds: 0.3 to 0.7. */
const PHRASE_SHARE = 0.5
/** What a word counts that stands nowhere in the collection, by how common it is in English: small talk weighs little. */
const UNKNOWN_COMMON = 0.6
const UNKNOWN_USUAL = 0.8
/** What a word counts that only shades the question ("problems with …", "how well …"). 0.1 to 0.3 were tried. */
const LIGHT_WEIGHT = 0.1
/** What a verb counts that reports print, beside the thing that it is said of. */
const VERB_WEIGHT = 0.3
/** What "children" or "social workers" count, in a collection that is about nothing else. 0.3 to 0.6 were tried. */
const PEOPLE_WEIGHT = 0.4
/** What a concept counts that the question only carries over from the one before. */
export const CARRIED_WEIGHT = 0.4

/** Inverse document frequency over sentences, as BM25 has it (Robertson and Spärck Jones): never below 0. */
export const idf = (documents: number, holding: number): number =>
  Math.log(1 + (documents - Math.min(holding, documents) + 0.5) / (Math.min(holding, documents) + 0.5))

/** Estimated number of sentences that hold a form. */
export function holding(stems: string[], { sentenceIndex }: Corpus): number {
  const rarest = Math.min(...stems.map((stem) => sentenceIndex.statistics.frequency(stem)))
  return stems.length > 1 ? rarest * PHRASE_SHARE : rarest
}

/** Words that "how many" counts, up to the verb: the number has to be theirs. */
const COUNTED = /\b(?:how many|number of|percentage of|proportion of|share of|total of)$/

/** A heading's worth of words without a verb or a question mark: every one of them is meant. */
const LONGEST_KEYWORDS = 6
const isKeywords = (words: Token[]): boolean =>
  words.length <= LONGEST_KEYWORDS && !words.some(({ word }) => isStopWord(word) && !JOINS.has(word))
const JOINS = new Set(['and', 'or', 'of', 'in', 'for', 'the', 'a', 'at', 'on', 'to', 'with', 'by'])

/** `used` are the numbers of tokens that name a scope: not what is asked for. Thesaurus phrases first, then single words. */
export function conceptsOf(tokens: Token[], used: ReadonlySet<number>, wanted: Wanted | null, corpus: Corpus, parts: Parts): Concept[] {
  const words = tokens.filter((_, i) => !used.has(i))
  const predicates = new Set<Concept>()
  const found = parts.thesaurus ? matchesOf(words) : []
  const keywords = isKeywords(tokens)
  const concepts: Concept[] = []
  let before = ''
  for (let at = 0; at < words.length; ) {
    const counted = COUNTED.test(before)
    const asksForIt = (word: string): boolean => isQuestionWord(word) && !counted
    const match = found.find((one) => one.at === at && (one.length > 1 || !asksForIt(words[at]?.word ?? '')))
    const taken = words.slice(at, at + (match?.length ?? 1))
    const span = taken.filter(({ word }) => !isStopWord(word))
    const alternative = / or$/.test(before)
    before = `${before} ${taken.map(({ word }) => word).join(' ')}`
    at += taken.length
    const [first] = span
    if (!first || (!match && asksForIt(first.word))) continue
    const same = match?.forms ?? []
    const concept = conceptOf(span, same, { wanted, keywords }, corpus)
    const unprinted = concept.unknown || (!match && !corpus.vocabulary.has(first.word))
    const place = tokens.indexOf(first)
    const said = (unprinted && isPredicate(tokens, place)) || (!match && !keywords && isVerbHere(tokens, place))
    if (said && span.length === 1) predicates.add(concept)
    const last = concepts.at(-1)
    if (alternative && last) concepts[concepts.length - 1] = either(last, concept)
    else concepts.push(counted ? { ...concept, counted } : concept)
  }
  // what is said of a thing shades the question, as long as the thing itself is known
  const things = concepts.filter((concept) => !concept.light && !predicates.has(concept))
  const shaded = concepts.map((concept) =>
    predicates.has(concept) && things.length > 0
      ? { ...concept, light: true, required: false, weight: concept.weight * (concept.unknown ? LIGHT_WEIGHT : VERB_WEIGHT) }
      : concept,
  )
  return together(distinct(shaded))
}

/** "How many case records" is about case records, not about many cases. */
function matchesOf(words: Token[]): Match[] {
  const plain = words.map(({ word, term }) => ({ word, term }))
  const many = words.findIndex(({ word }, i) => word === 'many' && words[i - 1]?.word === 'how')
  const [first] = many >= 0 ? matches(plain.slice(many + 1)) : []
  if (first?.at !== 0 || first.length < 2) return matches(plain)
  const shift =
    (by: number) =>
    (match: Match): Match => ({ ...match, at: match.at + by })
  return [...matches(plain.slice(0, many)), ...matches(plain.slice(many + 1)).map(shift(many + 1))]
}

type Asked = { wanted: Wanted | null; keywords: boolean }

function conceptOf(words: Token[], synonyms: Form[], { wanted, keywords }: Asked, corpus: Corpus): Concept {
  // forms that no report prints cannot match
  const isPrinted = ({ words: form, stems }: Form): boolean =>
    !isProperName(form) && stems.every((stem) => corpus.sentenceIndex.statistics.frequency(stem) > 0)
  const printed = synonyms.filter(isPrinted)
  const asked = new Set(words.map(({ term }) => term))
  const added = (form: Form): ConceptForm => ({
    stems: form.stems,
    words: contentWords(form.words),
    exact: form.stems.length === 1,
    asked: false,
    // "foster carers" says less than the "training for foster carers" that was asked for
    worth: form.stems.length < asked.size && form.stems.every((stem) => asked.has(stem)) ? FORM_WORTH.lessThanAsked : FORM_WORTH.synonym,
  })
  const forms = uniqueForms([
    { stems: words.map(({ term }) => term), words: words.map(({ word }) => word), exact: false, asked: true, worth: 1 },
    ...printed.map(added),
  ])
  const held = forms.map(({ stems }) => holding(stems, corpus)).filter((n) => n > 0)
  const unknown = held.length === 0
  const people = words.some(({ word }) => isPeopleWord(word)) && words.every(({ word }) => isPeopleWord(word) || isLightWord(word))
  const light = words.every(({ word }) => (isLightWord(word) && synonyms.length === 0) || (wanted !== null && isMeasureWord(word)))
  const weight = idf(corpus.sentenceIndex.statistics.documents, unknown ? 1 : held.reduce((sum, n) => sum + n, 0) / held.length)
  return {
    words: words.map(({ word }) => word).join(' '),
    forms,
    also: [...new Set(printed.map((form) => form.words))],
    weight: weight * (light ? LIGHT_WEIGHT : people ? PEOPLE_WEIGHT : unknown ? unknownShare(words) : 1),
    light: light || people,
    counted: false,
    unknown,
    required: !light && (unknown ? keywords || unknownShare(words) === 1 : isName(words, synonyms)),
  }
}

/** Several entries of the lexicon may give the same form: the first counts, which is worth no less than those after it. */
function uniqueForms(forms: ConceptForm[]): ConceptForm[] {
  const seen = new Set<string>()
  return forms.filter(({ stems, words, exact }) => {
    const key = (exact ? words : stems).join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

const contentWords = (text: string): string[] => tokensOf(text).flatMap(({ word }) => (isStopWord(word) ? [] : [word]))

/** "Prevent" the programme is not "prevent" the verb: a name that is also a common word cannot be told from it. */
const isProperName = (form: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(form) && commonness(form.toLowerCase()) !== null

/** A word that no dictionary and no thesaurus has is a name: what is not about it is no answer. */
const isName = (words: Token[], synonyms: Form[]): boolean =>
  synonyms.length === 0 && words.some(({ word }) => !/\d/.test(word) && commonness(word) === null)

/** A word that is in no report: a rare word is what the question is about, a common one is the way it is put. */
function unknownShare(words: Token[]): number {
  const rarest = Math.max(...words.map(({ word }) => commonness(word) ?? 100))
  return rarest <= 10 ? UNKNOWN_COMMON : rarest <= 20 ? UNKNOWN_USUAL : 1
}

/** Two things of which one is enough. */
const either = (one: Concept, other: Concept): Concept => ({
  ...one,
  words: `${one.words}, ${other.words}`,
  forms: uniqueForms([...one.forms, ...other.forms]),
  also: [...new Set([...one.also, ...other.also])],
  weight: Math.max(one.weight, other.weight),
  light: one.light && other.light,
  counted: one.counted || other.counted,
  required: one.required && other.required,
})

/** "Mums and dads" are asked for once: concepts that the thesaurus gives a form in common are one. */
function together(concepts: Concept[]): Concept[] {
  const merged: Concept[] = []
  for (const concept of concepts) {
    const added = new Set(concept.forms.slice(1).map(({ stems }) => stems.join(' ')))
    const same = merged.findIndex((other) => other.forms.slice(1).some(({ stems }) => added.has(stems.join(' '))))
    const other = merged[same]
    if (other) merged[same] = either(other, concept)
    else merged.push(concept)
  }
  return merged
}

const distinct = (concepts: Concept[]): Concept[] => {
  const seen = new Set<string>()
  return concepts.filter(({ forms }) => {
    const key = forms[0]?.stems.join(' ') ?? ''
    return !seen.has(key) && seen.add(key)
  })
}
