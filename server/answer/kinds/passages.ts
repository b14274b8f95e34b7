/** Everything that is no other kind of question: the sentences that speak of it. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import { retrieve } from '../rank/retrieve.ts'
import { NEAR, type Scored } from '../rank/score.ts'
import { answers, choose, cut, MOST, type Options } from '../select/choose.ts'
import { MANY_COUNCILS, spread, WIDER } from '../select/spread.ts'
import type { Composed, Kind } from './kind.ts'

/** Related quotes shown where there is no answer. */
const MOST_RELATED = 3
/** Sentences with at least this coverage mention the matter. */
export const MENTIONS = 0.5

const reportsOf = (scored: Scored[]): string[] => [...new Set(scored.map(({ unit }) => unit.placed.report.id))]
export const mentionsOf = (scored: Scored[]): string[] => reportsOf(scored.filter(({ coverage }) => coverage >= MENTIONS))

const councilsOf = ({ reports }: Question, corpus: Corpus): number => {
  const inScope = new Set(reports)
  return new Set(corpus.reports.filter(({ id }) => inScope.has(id)).map(({ authority }) => authority)).size
}

/** A thing that is asked for, and not only a shade of it, stands in the sentence itself, at least in good part. */
const IN_GOOD_PART = 0.4
const isOfTheMatter = ({ concept, value, where }: Scored['found'][number]): boolean =>
  !concept.light && where === 'sentence' && value >= IN_GOOD_PART

export async function quotePassages(question: Question, corpus: Corpus, options: Options = {}): Promise<Composed> {
  const scored = await retrieve(question, corpus)
  const many = !options.most && !question.wanted && councilsOf(question, corpus) >= MANY_COUNCILS
  const chosen = many ? spread(choose(scored, question, { ...options, most: MOST * WIDER })) : choose(scored, question, options)
  const related = scored.filter(({ coverage, own }) => coverage >= NEAR && own > 0).slice(0, MOST_RELATED)
  if (chosen.length === 0) return { quotes: [], mentions: [], related: cut(related, { ...question, wanted: null }) }
  return {
    quotes: cut(chosen, question),
    mentions: [...new Set([...mentionsOf(scored), ...reportsOf(chosen)])],
    answering: reportsOf(scored.filter((one) => answers(one, question))),
    near: reportsOf(scored.filter(({ coverage, found }) => coverage >= NEAR && found.some(isOfTheMatter))),
  }
}

export const passages: Kind = { name: 'passages', intent: 'passages', answer: (question, corpus) => quotePassages(question, corpus) }
