/** Where nothing answers: what the reports do speak of that is nearest in meaning, each as a question that has an answer. */
import { shortFormOf } from '../../../index/lexicon/short-forms.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { terms } from '../../../index/text/analyzer.ts'
import { ASKS_AS_WELL } from '../asks.ts'
import { sentencesOn } from '../mentions.ts'
import type { Question } from '../question.ts'
import { groupName } from '../understand/scope/groups.ts'
import { joinWords } from '../wording.ts'
import { type Shared, sharedByNearest } from './shared.ts'

/** `words` as the reports print them; `sentences` of the scope that speak of them. */
export type Topic = { words: string; question: string; sentences: number }

/** Topics offered, and how many are looked into for them. */
const MOST = 3
const TRIED = 6
/** Sentences that make a topic worth a question (2 to 5). */
const LEAST = 3
/** What more sentences than this speak of, as a share of all, narrows nothing down (0.08 to 0.12). */
const EVERYWHERE = 0.1
/** More councils or years than this make no question that one would read. */
const MOST_NAMED = 3

/** @param read reads a question as it would be if it were asked next, in the same scope. */
export async function topicsNear(question: Question, read: (text: string) => Question, corpus: Corpus): Promise<Topic[]> {
  const { talk } = question.asks
  if (question.missing || (talk && !ASKS_AS_WELL.has(talk))) return []
  const tried = sharedByNearest(question, corpus)
    .slice(0, TRIED)
    .flatMap((shared) => {
      const words = shortFormOf(shared.words)?.long[0] ?? shared.words
      const named = { ...shared, words, stems: terms(words) }
      if (isAsked(named, question)) return []
      const next = [scopeWords(question), '']
        .map((where) => read(`${words.charAt(0).toUpperCase()}${words.slice(1)}${where}`))
        .find((one) => isPlain(one) && isSameScope(one, question))
      return next ? [{ ...named, next }] : []
    })
  // all are counted at once: one trip where the engine is far away
  const counts = await Promise.all(tried.map(({ next }) => sentencesOn(next, corpus)))
  const topics: (Topic & Shared)[] = []
  for (const [at, { next, ...named }] of tried.entries()) {
    const sentences = counts[at]!
    if (sentences < LEAST || sentences > EVERYWHERE * corpus.units.length || topics.some((other) => isLike(named, other))) continue
    topics.push({ ...named, question: next.asked, sentences })
  }
  return topics.slice(0, MOST).map(({ words, question: text, sentences }) => ({ words, question: text, sentences }))
}

/** All that was asked, and not answered. */
const isAsked = ({ stems }: Shared, { concepts }: Question): boolean =>
  concepts.every(({ light, forms }) => light || forms.some((form) => form.stems.every((stem) => stems.includes(stem))))

/** Two names of much the same sentences, or with a word in common. */
function isLike(one: Shared, other: Shared): boolean {
  const both = [...one.units].filter((unit) => other.units.has(unit)).length
  return one.stems.some((stem) => other.stems.includes(stem)) || both > Math.min(one.units.size, other.units.size) / 2
}

/** It is taken as a question for what sentences say, and not for grades or a list. */
const isPlain = ({ asks: { talk, collection, meaning, grades, facts, comparison, list, broad, premise } }: Question): boolean =>
  !(talk || collection || meaning || grades || comparison || list || broad || premise) && facts.length === 0

const isSameScope = (one: Question, other: Question): boolean =>
  one.reports.length === other.reports.length && one.reports.every((id, i) => id === other.reports[i])

function scopeWords({ scope: { authorities, years }, group }: Question): string {
  if (group) return ` ${groupName(group.group)}`
  return [authorities, years.map(String)]
    .map((names) => (names.length > 0 && names.length <= MOST_NAMED ? ` in ${joinWords(names)}` : ''))
    .join('')
}
