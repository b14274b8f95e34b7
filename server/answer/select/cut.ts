/** Chosen sentences → quotes, each with what it cannot be read without. Sentences that follow each other become one quote. */
import { type Cut, type Quote, quoteOf } from '../../cite/quote.ts'
import { marksOf, merge } from '../rank/marks.ts'
import type { Scored } from '../rank/score.ts'
import { ANAPHORIC } from '../rank/traits.ts'
import { detailsIn } from '../understand/detail.ts'
import { cautionOf, earlierIn, isOfEarlier } from './caution.ts'
import type { OtherWords, Span } from './in-other-words.ts'
import { why } from './why.ts'

type Run = { first: Scored; from: number; to: number; marks: [number, number][] }

/** Best first, as chosen. `other`: what says in other words what was asked. */
export function cut(chosen: readonly Scored[], other: OtherWords = new Map()): Quote[] {
  const runs: Run[] = []
  for (const one of chosen) {
    const run = runOf(one, other.get(one))
    const joined = runs.find((other) => other.first.unit.placed === one.unit.placed && run.from <= other.to && run.to >= other.from)
    if (!joined) {
      runs.push(run)
      continue
    }
    joined.from = Math.min(joined.from, run.from)
    joined.to = Math.max(joined.to, run.to)
    joined.marks.push(...run.marks)
  }
  return runs.map((run) => quoteOfRun(run, other.get(run.first)))
}

/** An item is quoted whole; a sentence that means nothing without the one before takes it along. */
function runOf(one: Scored, other: Span[] = []): Run {
  const { placed, at, start } = one.unit
  const { text } = one.traits
  const whole = placed.passage.kind === 'item'
  const leans = at > 0 && (ANAPHORIC.test(text) || isOfEarlier(placed.passage, at))
  const { wanted } = one.question
  const details = wanted ? detailsIn(text, wanted).map(([from, to]): [number, number] => [from + start, to + start]) : []
  return {
    first: one,
    from: whole ? 0 : leans ? at - 1 : at,
    to: whole ? placed.passage.sentences.length - 1 : at,
    marks: [...marksOf(one), ...details, ...other],
  }
}

function quoteOfRun({ first, from, to, marks }: Run, other: Span[] = []): Quote {
  const { placed } = first.unit
  const { passage } = placed
  const whole = passage.kind === 'item' || passage.sentences.length === 1
  return quoteOf({
    placed,
    sentences: whole ? null : [from, to],
    marks: merge(marks),
    why: why(
      first,
      other.map(([start, end]) => passage.text.slice(start, end)),
    ),
    caution: cautionOf(passage, to) ?? earlierIn(passage, whole ? [0, passage.sentences.length - 1] : [from, to]),
  } satisfies Cut)
}
