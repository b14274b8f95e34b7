/** Everything that is no other kind of question: the sentences that speak of it. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import { retrieve } from '../rank/retrieve.ts'
import type { Scored } from '../rank/score.ts'
import { choose, MOST, type Options } from '../select/choose.ts'
import { coveredBy } from '../select/confidence.ts'
import { cut } from '../select/cut.ts'
import { inOtherWords } from '../select/in-other-words.ts'
import { MANY_COUNCILS, spread, WIDER } from '../select/spread.ts'
import { NOT_FOUND } from '../wording.ts'
import type { Composed, Kind } from './kind.ts'

/** A sentence that covers this much of the question comes near it (0.3 to 0.6). */
const COMES_NEAR = 0.3

const reportsOf = (scored: readonly Scored[]): string[] => [...new Set(scored.map(({ unit }) => unit.placed.report.id))]

function councilsOf({ reports }: Question, corpus: Corpus): number {
  const inScope = new Set(reports)
  return new Set(corpus.reports.filter(({ id }) => inScope.has(id)).map(({ authority }) => authority)).size
}

export async function quotePassages(question: Question, corpus: Corpus, options: Options = {}): Promise<Composed> {
  const ranked = await retrieve(question, corpus)
  const many = !options.most && !question.wanted && councilsOf(question, corpus) >= MANY_COUNCILS
  const { outcome, sentences, alike } = choose(ranked, many ? { most: MOST * WIDER } : options)
  if (outcome === 'none') return { quotes: [], mentions: [] }
  if (outcome === 'near') return { quotes: [], mentions: [], related: cut(sentences, new Map(), alike), reason: NOT_FOUND.nearest }
  const shown = many ? spread(sentences) : sentences
  const withAlike = (some: readonly Scored[]): Scored[] => some.flatMap((one) => [one, ...(alike.get(one) ?? [])])
  return {
    quotes: cut(shown, await inOtherWords(shown, corpus.reader), alike),
    mentions: reportsOf(withAlike(shown)),
    answering: reportsOf(withAlike(sentences)),
    near: reportsOf(ranked.filter((one) => coveredBy(one) >= COMES_NEAR)),
  }
}

export const passages: Kind = { name: 'passages', intent: 'passages', answer: (question, corpus) => quotePassages(question, corpus) }
