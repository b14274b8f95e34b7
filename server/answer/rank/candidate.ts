/** A sentence that may answer, with all that is known of it before it is weighed. */
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import { newDetails } from '../understand/new-details.ts'
import { aroundOf } from './around.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type Matched, NOTHING } from './match.ts'
import { type Traits, traitsOf } from './traits.ts'

/** What the searches say of a sentence, each as a share of the best of its search: 0 to 1. */
export type Hit = {
  unit: Unit
  /** BM25 of the sentence, and of its paragraph; 0 where that search did not find it. */
  bm25: number
  paragraphBm25: number
  /** Cosine of the reader's vectors of question and sentence, 0 where there is no reader. */
  similarity: number
}

/** What the reader says of a sentence beside the others that are weighed with it. */
export type Nearness = {
  /** How far its similarity stands out, in standard deviations over the mean of all that are weighed; 0 where it does not. */
  outstanding: number
  /** Similarity of the nearest other sentence of its passage; 0 where it stands alone. */
  passageSimilarity: number
}

export type Candidate = Hit &
  Nearness & {
    question: Question
    /** By concept, what the sentence itself holds. */
    here: Matched
    coverage: Coverage
    traits: Traits
    /** Content words of the sentence. */
    words: number
    /** Details of the kind asked for that the sentence holds and the question does not. */
    details: number
  }

/** Reads sentences for one question. */
export function candidatesOf(question: Question, corpus: Corpus): (hit: Hit & Nearness) => Candidate {
  const around = aroundOf(question, corpus)
  return (hit) => {
    const { placed, at } = hit.unit
    const context = around(placed)
    const traits = traitsOf(hit.unit)
    return {
      ...hit,
      question,
      here: context.sentences[at] ?? [],
      coverage: coverageOf(question.concepts, at, context),
      traits,
      words: corpus.forward.sentence(hit.unit.ordinal).length,
      details: newDetails(traits.text, question, placed.report).length,
    }
  }
}

/** The sum of weights of the concepts for which `test` holds, as a share of all: 0 to 1. */
export function shareOf({ question: { concepts }, here }: Candidate, test: (found: Matched[number], concept: number) => boolean): number {
  let [some, all] = [0, 0]
  concepts.forEach(({ weight }, i) => {
    all += weight
    if (test(here[i] ?? NOTHING, i)) some += weight
  })
  return all > 0 ? some / all : 0
}
