/** Chosen sentences → quotes, each with what it cannot be read without. Sentences that follow each other become one quote. */
import { alsoPrinted, type Cut, type Quote, quoteOf } from '../../cite/quote.ts'
import { marksOf, merge } from '../rank/marks.ts'
import type { Scored } from '../rank/score.ts'
import { detailsIn } from '../understand/detail.ts'
import { cautionOf, earlierIn } from './caution.ts'
import type { Alike } from './choose.ts'
import type { OtherWords, Span } from './in-other-words.ts'
import { reachOf, wordsOf } from './reach.ts'
import { why } from './why.ts'

/** `all`: the chosen sentences in it, the best first. */
type Run = { all: [Scored, ...Scored[]]; from: number; to: number; marks: [number, number][] }

/** Best first, as chosen. `other`: what says in other words what was asked; `alike`: what other reports print in the same words. */
export function cut(chosen: readonly Scored[], other: OtherWords = new Map(), alike: Alike = new Map()): Quote[] {
  const runs: Run[] = []
  for (const one of chosen) {
    const run = runOf(one, other.get(one))
    const joined = runs.find((other) => other.all[0].unit.placed === one.unit.placed && run.from <= other.to && run.to >= other.from)
    if (!joined) {
      runs.push(run)
      continue
    }
    joined.from = Math.min(joined.from, run.from)
    joined.to = Math.max(joined.to, run.to)
    joined.marks.push(...run.marks)
    joined.all.push(one)
  }
  return runs.flatMap((run) => withAlike(run, quoteOfRun(run, other.get(run.all[0])), alike))
}

/** The quote with all that print its very words; where sentences were joined that another report has apart, that is a quote of its own. */
function withAlike(run: Run, quote: Quote, alike: Alike): Quote[] {
  const same = new Map<string, Quote>()
  const apart: Quote[] = []
  for (const member of run.all)
    for (const twin of alike.get(member) ?? []) {
      const shift = twin.unit.at - member.unit.at
      const joined: Run = { all: [twin], from: run.from + shift, to: run.to + shift, marks: [] }
      if (wordsOf(twin.unit, joined) === quote.text) {
        const also = quoteOfRun(joined)
        same.set(also.report.id, also)
      } else apart.push(quoteOfRun(runOf(twin)))
    }
  return [{ ...quote, alike: [...same.values()].map(alsoPrinted) }, ...apart]
}

function runOf(one: Scored, other: Span[] = []): Run {
  const { start } = one.unit
  const { wanted } = one.question
  const details = wanted ? detailsIn(one.traits.text, wanted).map(([from, to]): [number, number] => [from + start, to + start]) : []
  return { all: [one], ...reachOf(one.unit), marks: [...marksOf(one), ...details, ...other] }
}

function quoteOfRun({ all: [first], from, to, marks }: Run, other: Span[] = []): Quote {
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
