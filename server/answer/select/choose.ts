/** Scored sentences → the quotes worth showing, or none. */

import type { Voice } from '../../../index/model/report.ts'
import type { Unit } from '../../../index/search/corpus.ts'
import { daysInWords } from '../../cite/citation.ts'
import type { Quote } from '../../cite/quote.ts'
import { type Cut, quoteOf } from '../../cite/quote.ts'
import type { Question, Wanted } from '../question.ts'
import type { Scored } from '../rank/score.ts'
import { ANAPHORIC, traitsOf } from '../rank/traits.ts'
import { detailsIn } from '../understand/detail.ts'
import { isLightWord } from '../understand/question-words.ts'

/** The best sentence has to speak of this much of the question, or the reports do not answer it. 0.5 to 0.7 were tried. */
export const ANSWERS = 0.58
/** A long question in everyday words is answered by less of it: so much less for each thing asked beyond the second. */
const LENIENCE = 0.08
const LEAST_ANSWER = 0.46
/** A concept that is required has to be found as well as this: in the sentence, or in its paragraph. */
const PRESENT = 0.3
/** A quote has to speak of this much on its own account or through its paragraph. */
const SHOWS = 0.48
/** A quote scores at least this share of the best. */
const KEEP = 0.67
const KEEP_DETAIL = 0.85
export const MOST = 10
const MOST_DETAILS = 3
/** Sentences that share this much of their words say the same. */
const SAME = 0.8
/** What inspectors say comes before what a council's paper says of it. */
const VOICE: Partial<Record<Voice, number>> = {
  recommendation: 0.9,
  members: 0.85,
  'self-report': 0.85,
  'reported finding': 0.9,
  fact: 0.8,
  judgement: 0.85,
}
const SECOND_HAND: ReadonlySet<Voice> = new Set<Voice>(['members', 'self-report'])

export type Options = { most?: number; keep?: number }

/** Best first. Empty where no sentence in scope answers. */
export function choose(scored: Scored[], question: Question, options: Options = {}): Scored[] {
  const weighed = weigh(scored, question)
  const best = weighed.find((one) => answers(one, question))
  if (!best) return []
  const keep = options.keep ?? (question.wanted ? KEEP_DETAIL : KEEP)
  const most = options.most ?? (question.wanted ? MOST_DETAILS : MOST)
  const chosen: Scored[] = []
  // one that answers comes before one that only scores
  for (const one of [best, ...weighed.filter((other) => other !== best)]) {
    if (chosen.length === most || one.score < keep * best.score) break
    if (one.coverage < SHOWS || !hasRequired(one, question)) continue
    if (chosen.some((other) => says(other.unit, one.unit))) continue
    chosen.push(one)
  }
  return chosen
}

/** Speaker, and the detail asked for, brought into the order. */
export function weigh(scored: Scored[], question: Question): Scored[] {
  const ofOfsted = question.asks.ofsted && question.kinds.length === 0
  return scored
    .filter(({ unit }) => !(ofOfsted && SECOND_HAND.has(unit.placed.passage.speaker.voice)))
    .map((one) => ({
      ...one,
      score: one.score * voiceFactor(one.unit.placed.passage.speaker.voice, question) * detailFactor(one, question),
    }))
    .sort((a, b) => b.score - a.score || a.unit.ordinal - b.unit.ordinal)
}

/** Printed facts come first where the document itself is asked about. */
const voiceFactor = (voice: Voice, { aboutDocument }: Question): number => (aboutDocument && voice === 'fact' ? 1.5 : (VOICE[voice] ?? 1))

export const textOf = ({ placed, start, end }: Unit): string => placed.passage.text.slice(start, end)

/** A sentence without the number, date or name that was asked for cannot answer. */
function detailFactor({ unit }: Scored, { wanted, given, aboutDocument, asks }: Question): number {
  const { text } = traitsOf(unit)
  const { inspected } = unit.placed.report
  // "the last inspection in 2023" is not when this one was
  if (aboutDocument && wanted === 'date' && inspected && !asks.published) return text.includes(monthOf(inspected)) ? 1.5 : 0.3
  // a line that a list hangs on says nothing without its list
  if (text.endsWith(':')) return 0.5
  return wanted && newDetails(text, wanted, given).length === 0 ? 0.3 : 1
}

/** "December 2025". */
const monthOf = (inspected: { from: string; to: string }): string => daysInWords(inspected).split(' ').slice(-2).join(' ')

/** Details that the question does not hold itself: "in 2018" is no answer to "when in 2018". */
const newDetails = (text: string, wanted: Wanted, given: readonly string[]): [number, number][] =>
  detailsIn(text, wanted).filter(([start, end]) => !given.includes(text.slice(start, end)))

/** Term coverage, not a score: what is asked for has to be there. */
export function answers(one: Scored, question: Question): boolean {
  if (!question.parts.coverage) return true
  const least = one.counts ? LEAST_ANSWER : ANSWERS
  const solid = question.concepts.filter(({ light }) => !light).length
  if (one.coverage < Math.max(LEAST_ANSWER, least - LENIENCE * Math.max(0, solid - 2)) || !hasRequired(one, question)) return false
  // "how many social workers" is not answered by the number of anything else
  const speaksOfIt = ({ concept, value, where }: Scored['found'][number]): boolean =>
    concept.counted && (where === 'sentence' || where === 'before') && value >= PRESENT
  if (question.concepts.some(({ counted, words }) => counted && !isLightWord(words)) && !one.found.some(speaksOfIt)) return false
  return !question.wanted || newDetails(textOf(one.unit), question.wanted, question.given).length > 0
}

const hasRequired = ({ found }: Scored, { concepts }: Question): boolean =>
  concepts.every((concept) => !concept.required || found.some((one) => one.concept === concept && one.value >= PRESENT))

function says(a: Unit, b: Unit): boolean {
  if (a.placed.report !== b.placed.report) return false
  const [one, two] = [new Set(a.tokens.map(({ term }) => term)), new Set(b.tokens.map(({ term }) => term))]
  const shared = [...one].filter((term) => two.has(term)).length
  return shared / Math.max(one.size, two.size, 1) >= SAME
}

/** Cuts the chosen sentences out, each with what it cannot be read without. Sentences that follow each other become one quote. */
export function cut(chosen: Scored[], question: Question): Quote[] {
  const runs: { first: Scored; from: number; to: number; marks: [number, number][]; caution: string | null }[] = []
  for (const one of chosen) {
    const { placed, at } = one.unit
    const text = textOf(one.unit)
    const whole = placed.passage.kind === 'item'
    const leans = at > 0 && (ANAPHORIC.test(text) || isOfEarlier(placed.passage, at))
    const from = whole ? 0 : leans ? at - 1 : at
    const to = whole ? placed.passage.sentences.length - 1 : at
    const details = question.wanted
      ? detailsIn(text, question.wanted).map(([s, e]): [number, number] => [s + one.unit.start, e + one.unit.start])
      : []
    const marks = [...one.marks, ...details]
    const joined = runs.find((run) => run.first.unit.placed === placed && from <= run.to && to >= run.from)
    if (joined) {
      joined.from = Math.min(joined.from, from)
      joined.to = Math.max(joined.to, to)
      joined.marks.push(...marks)
      continue
    }
    runs.push({ first: one, from, to, marks, caution: null })
  }
  return runs.map(({ first, from, to, marks }) => {
    const { placed } = first.unit
    const whole = placed.passage.kind === 'item' || placed.passage.sentences.length === 1
    return quoteOf({
      placed,
      sentences: whole ? null : [from, to],
      marks: marks.sort((a, b) => a[0] - b[0]),
      why: why(first),
      caution: cautionOf(placed.passage, to) ?? earlierIn(placed.passage, whole ? [0, placed.passage.sentences.length - 1] : [from, to]),
    } satisfies Cut)
  })
}

const sentenceOf = ({ text, sentences }: Cut['placed']['passage'], at: number): string =>
  text.slice(sentences[at]?.start, sentences[at]?.end)

const EARLIER = /\b(?:last|previous|prior|earlier) (?:\w+ ){0,2}(?:inspection|judgements?)\b/i
const JUDGED = /\bjudge(?:d|ments?)\b|\bgraded?\b|\brated\b/i

/** Grades in a sentence after one on an earlier inspection: "All of the judgements were …" of August 2015. */
const isOfEarlier = (passage: Cut['placed']['passage'], at: number): boolean =>
  JUDGED.test(sentenceOf(passage, at)) && !EARLIER.test(sentenceOf(passage, at)) && EARLIER.test(sentenceOf(passage, at - 1))

/** Says when the grades of a quote are those of an earlier inspection. */
function earlierIn(passage: Cut['placed']['passage'], [from, to]: [number, number]): string | null {
  const text = passage.text.slice(passage.sentences[from]?.start, passage.sentences[to]?.end)
  return EARLIER.test(text) && JUDGED.test(text) ? 'This speaks of an earlier inspection. Its grades are not those of this one.' : null
}

const TURNS = /^(However|But|Despite this|Nevertheless|Although|Conversely|Nonetheless)\b/

/** Says when the next sentence turns the quote round. */
export function cautionOf(passage: Cut['placed']['passage'], last: number): string | null {
  const next = passage.sentences[last + 1]
  const opening = next && TURNS.exec(passage.text.slice(next.start, next.end))?.[0]
  return opening ? `The report goes on: “${opening} …”. Read the next sentence before using this alone.` : null
}

/** Why a quote was chosen, in words. */
function why({ found }: Scored): string {
  const said = (where: string): string[] =>
    found.filter((one) => one.where === where && one.value >= 0.25).map(({ concept }) => `“${concept.words}”`)
  const parts = [
    ['sentence', 'speaks of'],
    ['before', 'the sentence before speaks of'],
    ['paragraph', 'its paragraph speaks of'],
    ['heading', 'stands under a heading on'],
  ].flatMap(([where = '', words]) => {
    const list = [...new Set(said(where))]
    return list.length > 0 ? [`${words} ${list.join(', ')}`] : []
  })
  const text = parts.join('; ')
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : ''
}
