/** How well a sentence answers: coverage of the question's concepts, its context counted in part, and small signs of aboutness. */
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import type { Concept, Question } from '../question.ts'
import { detailsIn } from '../understand/detail.ts'
import { focus, isInPassing, opening, sideBySide } from './aboutness.ts'
import { NOTHING } from './concept-match.ts'
import { type Matched, matcher } from './passage-match.ts'
import { traitsOf } from './traits.ts'

/** What a match outside the sentence counts. Set on the gold questions, each tried at ±0.1. */
const CONTEXT = {
  /** In the sentence before, which "They …" or "This …" speaks of. */
  antecedent: 0.8,
  /** In a neighbouring sentence of the paragraph. */
  neighbour: 0.5,
  /** Elsewhere in the paragraph. */
  paragraph: 0.35,
  /** In the headings above, or in the line that a list hangs on. */
  heading: 0.45,
} as const
/** What BM25 adds to coverage: enough to order sentences that say the same. */
const BM25_SHARE = 0.15
/** What two words of the question add when they stand side by side in the sentence as well. */
const SIDE_BY_SIDE = 0.3
/** What a sentence gains that begins with what is asked for: it is about it, and does not only mention it. */
const SUBJECT = 0.15

/** Weaker matches are not worth showing as the words that answer. */
const MARKED = 0.4
/** What a sentence loses that names all of the matter only in an enumeration. */
const IN_PASSING = 0.1
/** What a sentence gains that says how good the matter is. */
const SAYS_HOW = 0.08
/** What a sentence gains that names several things, where "which partners …?" asks for them. */
const ENUMERATES = 0.2
/** What a sentence gains that sets a limit, where one is asked for. */
const LIMITS = 0.6
/** What a sentence gains that names a cause, where "why" is asked. */
const CAUSES = 0.25
/** What a sentence gains that says it in the words of the question, and how well a match has to be for that. */
const ASKED = 0.05
const WORD_FOR_WORD = 0.95
/** What a sentence gains that is about nothing else. */
const FOCUS = 0.15
/** What a number is worth that stands right before what is counted. */
const COUNTS = 0.3
/** A sentence that speaks of less of the question than this is not near it: no signs of aboutness are looked for in it. */
export const NEAR = 0.3
/** A number and what it counts stand this near each other, in characters. */
const COUNT_GAP = 45

export type Scored = {
  unit: Unit
  /** Weighted share of the question's concepts that it speaks of, context counted in part: 0 to 1. */
  coverage: number
  /** The same for the sentence alone. */
  own: number
  score: number
  /** A number stands right beside what it is asked of. */
  counts: boolean
  marks: [number, number][]
  /** The concepts found, and where. */
  found: Place[]
}
/** How well a concept is spoken of, and where. */
type Place = { concept: Concept; value: number; where: 'sentence' | 'before' | 'paragraph' | 'heading' }
/** What kind of answer the question asks for, beside its matter. */
type AsksFor = { several: boolean; limit: boolean; cause: boolean }

/** Scores the sentences of one question. */
export function scorer(question: Question, corpus: Corpus): (unit: Unit, bm25: number) => Scored {
  const matchedIn = matcher(question, corpus)
  const asksFor = {
    several: question.asks.several,
    limit: question.wanted === 'number' && question.asks.limit,
    cause: question.asks.cause,
  }
  return (unit, bm25) => scoreOf(unit, bm25, question, asksFor, matchedIn(unit.placed))
}

/** What a match in another sentence of the paragraph counts for this one. */
function nearness(other: number, at: number, leans: boolean): number {
  if (other === at - 1) return leans ? CONTEXT.antecedent : CONTEXT.neighbour
  return other === at + 1 ? CONTEXT.neighbour : CONTEXT.paragraph
}

/** The best match of concept `i` for the sentence `at`, in itself or around it. */
function bestOf(i: number, at: number, concept: Concept, leans: boolean, { sentences, best: bests, heading }: Matched): Place {
  const mine = sentences[at]?.[i] ?? NOTHING
  const best: Place = { concept, value: mine.value, where: 'sentence' }
  // the passage speaks of it nowhere, or not better than the sentence can gain
  if ((bests[i] ?? 0) * CONTEXT.antecedent > best.value)
    for (let other = 0; other < sentences.length; other++) {
      const value = other === at ? 0 : nearness(other, at, leans) * (sentences[other]?.[i]?.value ?? 0)
      if (value <= best.value) continue
      best.value = value
      best.where = other === at - 1 ? 'before' : 'paragraph'
    }
  const above = CONTEXT.heading * (heading[i]?.value ?? 0)
  return above > best.value ? { concept, value: above, where: 'heading' } : best
}

function scoreOf(unit: Unit, bm25: number, question: Question, asksFor: AsksFor, matched: Matched): Scored {
  const { concepts, parts, wanted } = question
  const { text, leans, verdict, enumerates, limits, causes } = traitsOf(unit)
  const here = matched.sentences[unit.at] ?? []
  const found: Place[] = []
  let [own, covered, all] = [0, 0, 0]
  for (let i = 0; i < concepts.length; i++) {
    const concept = concepts[i] as Concept
    const value = here[i]?.value ?? 0
    const best: Place = parts.context ? bestOf(i, unit.at, concept, leans, matched) : { concept, value, where: 'sentence' }
    all += concept.weight
    own += concept.weight * value
    covered += concept.weight * best.value
    if (best.value > 0) found.push(best)
  }
  const coverage = all > 0 ? covered / all : 0
  const scored = { unit, coverage, own: all > 0 ? own / all : 0, score: coverage + BM25_SHARE * bm25, marks: [], found, counts: false }
  if (coverage < NEAR) return scored

  const marks: [number, number][] = []
  let [solid, passing, asked] = [0, 0, 0]
  let first = unit.end
  let counts = false
  for (let i = 0; i < concepts.length; i++) {
    const concept = concepts[i] as Concept
    const mine = here[i] ?? NOTHING
    if (mine.value < MARKED) continue
    marks.push(...mine.marks)
    if (!concept.light) {
      first = Math.min(first, ...mine.marks.map(([start]) => start))
      solid += concept.weight
      if (mine.asked && mine.value >= WORD_FOR_WORD) asked += concept.weight
      if (mine.marks.every(([start, end]) => isInPassing(text, [start - unit.start, end - unit.start]))) passing += concept.weight
    }
    if (concept.counted) counts ||= isCounted(mine.marks, text, unit.start, question)
  }
  const shown = merge(marks)
  const plain =
    scored.score +
    (parts.closeness
      ? SIDE_BY_SIDE * sideBySide(concepts, here, unit.tokens) + SUBJECT * opening(first, unit) + FOCUS * focus(shown, unit)
      : 0) +
    (asksFor.several && enumerates ? ENUMERATES : 0) +
    (asksFor.limit && limits ? LIMITS : 0) +
    (asksFor.cause && causes ? CAUSES : 0) +
    (wanted === null && solid > 0 && verdict ? SAYS_HOW : 0) +
    (all > 0 ? (ASKED * asked) / all : 0) +
    (counts ? COUNTS : 0)
  const lost = solid > 0 ? (IN_PASSING * passing) / solid : 0
  return { ...scored, score: plain * (1 - lost), marks: shown, counts }
}

/** True where a number of the kind asked for stands just before, or after, what is counted. */
function isCounted(marks: [number, number][], text: string, offset: number, { wanted }: Question): boolean {
  const details = wanted ? detailsIn(text, wanted) : []
  return details.some(([from, to]) =>
    marks.some(
      ([start, end]) =>
        (start - offset >= to && start - offset - to <= COUNT_GAP) || (from >= end - offset && from - (end - offset) <= COUNT_GAP),
    ),
  )
}

/** Overlapping and touching stretches as one, in order. */
export function merge(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
