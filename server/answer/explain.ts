/** A question and its scores as a tree in words: what was read, what each signal says of a sentence, and how sure that makes us. */
import type { Corpus } from '../../index/search/corpus.ts'
import { compose } from './kinds/kinds.ts'
import type { Question } from './question.ts'
import { retrieve } from './rank/retrieve.ts'
import { partsOf, type Scored } from './rank/score.ts'
import { choose } from './select/choose.ts'

/** Sentences whose scores are shown where none is named. */
const SHOWN = 3

/** @param quote the id of a quote; its sentence alone is shown, wherever it ranks. */
export async function explain(question: Question, corpus: Corpus, quote?: string): Promise<string> {
  const { kind } = await compose(question, corpus)
  const ranked = await retrieve(question, corpus)
  const { outcome, confidence } = choose(ranked)
  const shown = quote === undefined ? ranked.slice(0, SHOWN) : ranked.filter((one) => idsOf(one).includes(quote))
  const reading = question.concepts.map(
    ({ words, weight, light, also }) =>
      `  ${words}: weight ${weight.toFixed(2)}${light ? ', a shade' : ''}${also.length > 0 ? `, also ${also.join(', ')}` : ''}`,
  )
  return [
    ...(reading.length > 0 ? ['Looked for:', ...reading] : []),
    `Answered by: ${kind.name}. Weighed as passages: ${outcome}, ${percent(confidence)} likely that the first is to the point.`,
    ...(shown.length === 0 ? [quote === undefined ? 'No candidate.' : `${quote} is no candidate for this question.`] : []),
    ...shown.map((one) => treeOf(one, ranked.indexOf(one) + 1, question)),
  ].join('\n')
}

const percent = (share: number): string => `${Math.round(100 * share)}%`

/** The quote's ids that show the sentence: its own, and its passage's. */
const idsOf = ({ unit: { placed, at } }: Scored): string[] => [placed.passage.id, `${placed.passage.id}.s${at + 1}`]

function treeOf(one: Scored, rank: number, { concepts }: Question): string {
  const words = concepts.flatMap((concept, i) => {
    const place = one.coverage.places[i]
    return place?.where ? [`“${concept.words}” ${place.value.toFixed(2)} in the ${place.where}`] : []
  })
  return [
    `\n${rank}. ${idsOf(one).at(-1)}  score ${one.score.toFixed(2)}`,
    `   ${one.traits.text}`,
    ...(words.length > 0 ? [`   words: ${words.join('; ')}`] : []),
    ...partsOf(one).map(
      ({ name, says, value, weight }) =>
        `   ${(value * weight).toFixed(2).padStart(6)} = ${weight.toFixed(2)} × ${value.toFixed(2)}  ${name}: ${says}`,
    ),
  ].join('\n')
}
