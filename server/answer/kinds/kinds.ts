/**
 * Every kind of answer, in order: the first that takes a question answers it. Refusals stand first, passages are the last
 * resort.
 *
 * To add a kind: write `kinds/<name>.ts` (a `Kind`), put it into the list above `passages`, and let a cue file in
 * `understand/cues` tell such a question by a field of `Asks`.
 */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import { comparison } from './comparison.ts'
import { facts } from './facts/facts.ts'
import { figure } from './figure.ts'
import { falsePremise } from './grades/false-premise.ts'
import { gradeMeaning } from './grades/grade-meaning.ts'
import { judgements } from './grades/judgements.ts'
import { headlines } from './headlines.ts'
import type { Kind, Made } from './kind.ts'
import { list } from './list.ts'
import { ofQuote } from './of-quote.ts'
import { passages } from './passages.ts'
import { aboutCollection } from './refusals/about-collection.ts'
import { absentCouncil, absentYear, elsewhere, emptyGroupOfCouncils, noReports, nothingAsked } from './refusals/absent.ts'
import { ownLife, smallTalk } from './refusals/small-talk.ts'
import { termMeaning } from './term-meaning.ts'
import { tone } from './tone.ts'

export const KINDS: Kind[] = [
  smallTalk,
  aboutCollection,
  absentCouncil,
  elsewhere,
  absentYear,
  emptyGroupOfCouncils,
  noReports,
  nothingAsked,
  ownLife,
  falsePremise,
  ofQuote,
  comparison,
  gradeMeaning,
  termMeaning,
  facts,
  judgements,
  list,
  tone,
  headlines,
  figure,
  passages,
]

/** The evaluation's answerer without kinds of its own: refusals and passages. */
const PLAIN: Kind[] = [...KINDS.slice(0, KINDS.indexOf(ofQuote)), tone, headlines, passages]

export async function compose(question: Question, corpus: Corpus, kinds = question.parts.intents ? KINDS : PLAIN): Promise<Made> {
  for (const [at, kind] of kinds.entries()) {
    const composed = await kind.answer(question, corpus, (other) => compose(other, corpus, kinds.slice(at + 1)))
    if (composed) return { kind, composed }
  }
  return { kind: passages, composed: { quotes: [], mentions: [] } }
}
