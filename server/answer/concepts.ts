/** What a question is about: its words and phrases, each with everything that says the same. */
import { foldWord, isStopWord, type Token } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import { type Form, matches } from '../../index/thesaurus.ts'
import { commonness } from './english.ts'
import type { Concept, ConceptForm, Wanted } from './question.ts'
import { isLightWord, isMeasureWord, isPeopleWord, isQuestionWord } from './question-words.ts'

/** Sentences that hold a phrase, as a share of those that hold its rarest word. Measured on the seeds: 0.3 to 0.7. */
const PHRASE_SHARE = 0.5
/** What a word counts that stands nowhere in the collection, by how common it is in English: small talk weighs little. */
const UNKNOWN_COMMON = 0.25
const UNKNOWN_USUAL = 0.6
/** What a word counts that only shades the question ("problems with …", "how well …"). 0.1 to 0.3 were tried. */
const LIGHT_WEIGHT = 0.15
/** What "children" or "social workers" count, in a collection that is about nothing else. 0.3 to 0.6 were tried. */
const PEOPLE_WEIGHT = 0.4
/** What a concept counts that the question only carries over from the one before. */
export const CARRIED_WEIGHT = 0.4

/** Inverse document frequency over sentences, as BM25 has it (Robertson and Spärck Jones): never below 0. */
export const idf = (documents: number, holding: number): number =>
  Math.log(1 + (documents - Math.min(holding, documents) + 0.5) / (Math.min(holding, documents) + 0.5))

/** Estimated number of sentences that hold a form. */
export function holding(stems: string[], { sentenceIndex }: Corpus): number {
  const rarest = Math.min(...stems.map((stem) => sentenceIndex.documentFrequency(stem)))
  return stems.length > 1 ? rarest * PHRASE_SHARE : rarest
}

/** Words that "how many" counts, up to the verb: the number has to be theirs. */
const COUNTED = /\b(?:how many|number of|percentage of|proportion of|share of|total of)$/

/** `used` are the numbers of tokens that name a scope: not what is asked for. Thesaurus phrases first, then single words. */
export function conceptsOf(tokens: Token[], used: ReadonlySet<number>, wanted: Wanted | null, corpus: Corpus): Concept[] {
  const words = tokens.filter((_, i) => !used.has(i))
  const found = matches(words.map(({ word, term }) => ({ word, term })))
  const concepts: Concept[] = []
  let opening = ''
  for (let at = 0; at < words.length; ) {
    const counted = COUNTED.test(opening)
    const asksForIt = (word: string): boolean => isQuestionWord(word) && !counted
    const match = found.find((one) => one.at === at && (one.length > 1 || !asksForIt(words[at]?.word ?? '')))
    const taken = words.slice(at, at + (match?.length ?? 1))
    const span = taken.filter(({ word }) => !isStopWord(word))
    opening = `${opening} ${taken.map(({ word }) => word).join(' ')}`
    at += match?.length ?? 1
    const [first] = span
    if (!first || (!match && asksForIt(first.word))) continue
    const concept = conceptOf(span, match?.synonyms.flatMap(({ forms }) => forms) ?? [], wanted, corpus)
    concepts.push(counted ? { ...concept, counted } : concept)
  }
  return distinct(concepts)
}

function conceptOf(words: Token[], synonyms: Form[], wanted: Wanted | null, corpus: Corpus): Concept {
  // forms that no report prints cannot match
  const printed = synonyms.filter(
    ({ words: form, stems }) => !isProperName(form) && stems.every((stem) => corpus.sentenceIndex.documentFrequency(stem) > 0),
  )
  const forms: ConceptForm[] = [
    { stems: words.map(({ term }) => term), word: null },
    ...printed.map((form) => ({ stems: form.stems, word: form.stems.length === 1 ? foldWord(form.words) : null })),
  ]
  const held = forms.map(({ stems }) => holding(stems, corpus)).filter((n) => n > 0)
  const unknown = held.length === 0
  const people = words.every(({ word }) => isPeopleWord(word))
  const light = words.every(({ word }) => (isLightWord(word) && synonyms.length === 0) || (wanted !== null && isMeasureWord(word)))
  const weight = idf(corpus.sentenceIndex.documentCount, unknown ? 1 : held.reduce((sum, n) => sum + n, 0) / held.length)
  return {
    words: words.map(({ word }) => word).join(' '),
    forms,
    also: [...new Set(printed.map((form) => form.words))],
    weight: weight * (light ? LIGHT_WEIGHT : people ? PEOPLE_WEIGHT : unknown ? unknownShare(words) : 1),
    light: light || people,
    counted: false,
    required: unknown && !light && unknownShare(words) === 1,
  }
}

/** "Prevent" the programme is not "prevent" the verb: a name that is also a common word cannot be told from it. */
const isProperName = (form: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(form) && commonness(form.toLowerCase()) !== null

/** A word that is in no report: a rare word is what the question is about, a common one is the way it is put. */
function unknownShare(words: Token[]): number {
  const rarest = Math.max(...words.map(({ word }) => commonness(word) ?? 100))
  return rarest <= 10 ? UNKNOWN_COMMON : rarest <= 20 ? UNKNOWN_USUAL : 1
}

const distinct = (concepts: Concept[]): Concept[] => {
  const seen = new Set<string>()
  return concepts.filter(({ forms }) => {
    const key = forms[0]?.stems.join(' ') ?? ''
    return !seen.has(key) && seen.add(key)
  })
}
