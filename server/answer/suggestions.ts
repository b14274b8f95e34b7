/** Next questions, each of which has an answer. */
import type { Corpus } from '../../index/search/corpus.ts'
import { lastDay, reportsIn } from './days.ts'
import { overallOf } from './grades.ts'
import type { IntentName, Question } from './question.ts'
import { retrieve } from './rank/retrieve.ts'
import { choose } from './select/choose.ts'

const MOST = 3
/** Other councils that are tried with the same topic: each is one search. */
const TRIED = 2

/** In a larger collection trying other councils costs more than the suggestion is worth. */
const MOST_TO_TRY = 2_000

/** `quoted`: the councils of the answer, which the next questions are about where the question names none. With neither there is nothing to go on. */
export async function suggestionsFor(question: Question, intent: IntentName, quoted: string[], corpus: Corpus): Promise<string[]> {
  if (question.asks.talk || question.asks.collection) return []
  const own = question.scope.authorities
  const inScope = reportsIn(question.reports, corpus)
  const authorities = [...new Set(corpus.reports.flatMap(({ authority }) => (authority ? [authority] : [])))]
  const others = authorities.filter((name) => !own.includes(name)).slice(0, TRIED)
  const suggestions: string[] = []
  const topic = question.concepts.filter(({ light }) => !light).map(({ words }) => words)[0]
  if (topic && own.length > 0 && intent !== 'judgement' && corpus.evidence.length <= MOST_TO_TRY)
    suggestions.push(...(await answeredElsewhere(question, others, corpus)))
  for (const name of own.length > 0 ? own : quoted.slice(0, 1)) {
    const reports = (own.length > 0 ? inScope : corpus.reports)
      .filter(({ authority }) => authority === name)
      .sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
    const graded = reports.find((report) => overallOf(report).length > 0)
    const listed = reports.find(({ recommendations }) => recommendations.length > 0)
    if (listed && intent !== 'list')
      suggestions.push(`What needs to improve in ${name} according to the ${lastDay(listed).slice(0, 4)} report?`)
    if (graded && intent !== 'judgement') suggestions.push(`What was ${name}’s overall effectiveness in ${graded.years[0]}?`)
  }
  return suggestions.slice(0, MOST)
}

/** All are tried at once: one trip where the engine is far away. */
async function answeredElsewhere(question: Question, others: string[], corpus: Corpus): Promise<string[]> {
  const tried = await Promise.all(
    others.map((other) => {
      const reports = corpus.reports.filter(({ authority }) => authority === other).map(({ id }) => id)
      const scope = { authorities: [other], years: [], reports }
      const concepts = question.concepts.filter(({ required }) => !required)
      return retrieve({ ...question, reports, scope, events: [], concepts }, corpus)
    }),
  )
  return others.flatMap((other, i) => (choose(tried[i]!).outcome === 'answered' ? [`What about ${other}?`] : []))
}
