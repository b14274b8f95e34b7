/** What a question is about: its words and phrases, each with everything that says the same. */
import { isStopWord, type Token } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import { type Form, matches } from '../../index/thesaurus.ts'
import { commonness } from './english.ts'
import type { Concept } from './question.ts'
import { isQuestionWord } from './question-words.ts'

/** Sentences that hold a phrase, as a share of those that hold its rarest word. Measured on the seeds: 0.3 to 0.7. */
const PHRASE_SHARE = 0.5
/** What a word counts that stands nowhere in the collection, by how common it is in English: small talk weighs little. */
const UNKNOWN_COMMON = 0.25
const UNKNOWN_USUAL = 0.6
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

/** `used` are the numbers of tokens that name a scope: not what is asked for. Thesaurus phrases first, then single words. */
export function conceptsOf(tokens: Token[], used: ReadonlySet<number>, corpus: Corpus): Concept[] {
  const content = tokens.filter(({ word }, i) => !used.has(i) && !isStopWord(word))
  const found = matches(content.map(({ term }) => term)).filter(({ at, length }) => length > 1 || !isQuestionWord(content[at]?.word ?? ''))
  const concepts: Concept[] = []
  for (let at = 0; at < content.length; ) {
    const match = found.find((one) => one.at === at)
    const words = content.slice(at, at + (match?.length ?? 1))
    at += words.length
    const first = words[0]
    if (!first || (!match && isQuestionWord(first.word))) continue
    const synonyms = match?.synonyms.flatMap(({ forms }) => forms) ?? []
    concepts.push(conceptOf(words, synonyms, corpus))
  }
  return distinct(concepts)
}

function conceptOf(words: Token[], synonyms: Form[], corpus: Corpus): Concept {
  const asked = words.map(({ term }) => term)
  // forms that no report prints cannot match; forms that hold another form add nothing
  const printed = synonyms.filter(({ stems }) => stems.every((stem) => corpus.sentenceIndex.documentFrequency(stem) > 0))
  const forms = [asked, ...printed.map(({ stems }) => stems)]
  const documents = corpus.sentenceIndex.documentCount
  const held = forms.reduce((sum, stems) => sum + holding(stems, corpus), 0)
  const unknown = held === 0
  return {
    words: words.map(({ word }) => word).join(' '),
    forms,
    also: [...new Set(printed.map((form) => form.words))],
    weight: idf(documents, Math.max(held, 1)) * (unknown ? unknownShare(words) : 1),
    required: unknown && unknownShare(words) === 1,
  }
}

/** A word that is in no report: a rare word is what the question is about, a common one is the way it is put. */
function unknownShare(words: Token[]): number {
  const rarest = Math.max(...words.map(({ word }) => commonness(word) ?? 100))
  return rarest <= 10 ? UNKNOWN_COMMON : rarest <= 20 ? UNKNOWN_USUAL : 1
}

const distinct = (concepts: Concept[]): Concept[] => {
  const seen = new Set<string>()
  return concepts.filter(({ forms }) => {
    const key = forms[0]?.join(' ') ?? ''
    return !seen.has(key) && seen.add(key)
  })
}
