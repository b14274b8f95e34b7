/** Everything that is no other kind of question: the sentences that speak of it. */
import type { Corpus } from '../../../index/corpus.ts'
import { MANY_COUNCILS, spread, WIDER } from '../diversity.ts'
import type { Composed, Intent } from '../intent.ts'
import type { Question } from '../question.ts'
import { choose, cut, MOST, type Options } from '../quotes.ts'
import { retrieve } from '../retrieve.ts'
import { NEAR, type Scored } from '../score.ts'
import { headlines } from './headlines.ts'

/** Related quotes shown where there is no answer. */
const MOST_RELATED = 3
/** Asks how things are, and for nothing in particular. */
const BROAD =
  /\b(summari[sz]e|summary|overview|headlines?|main|key|overall|changed?|failing|struggling|performing|doing|any good|what about|how about|tell me about|how (good|well|bad|is|are|was|were|did))\b/i

/** Sentences with at least this coverage mention the matter. */
export const MENTIONS = 0.5

export const mentionsOf = (scored: Scored[]): string[] => [
  ...new Set(scored.filter(({ coverage }) => coverage >= MENTIONS).map(({ unit }) => unit.placed.report.id)),
]

const councilsOf = ({ reports }: Question, corpus: Corpus): number => {
  const inScope = new Set(reports)
  return new Set(corpus.reports.filter(({ id }) => inScope.has(id)).map(({ authority }) => authority)).size
}

export async function quotePassages(question: Question, corpus: Corpus, options: Options = {}): Promise<Composed> {
  // nothing but "how well", "children" or "what changed" is asked: the report's own headlines answer that
  const broad = question.concepts.length === 0 || (BROAD.test(question.text) && question.concepts.every(({ light }) => light))
  if (broad && question.phrases.length === 0 && question.wanted === null) return headlines(question, corpus)
  const scored = await retrieve(question, corpus)
  const many = !options.most && !question.wanted && councilsOf(question, corpus) >= MANY_COUNCILS
  const chosen = many ? spread(choose(scored, question, { ...options, most: MOST * WIDER })) : choose(scored, question, options)
  const related = scored.filter(({ coverage, own }) => coverage >= NEAR && own > 0).slice(0, MOST_RELATED)
  return chosen.length > 0
    ? { quotes: cut(chosen, question), mentions: [...new Set([...mentionsOf(scored), ...chosen.map(({ unit }) => unit.placed.report.id)])] }
    : { quotes: [], mentions: [], related: cut(related, { ...question, wanted: null }) }
}

export const passages: Intent = { name: 'passages', matches: () => true, compose: quotePassages }
