/** How well a sentence answers: coverage of the question's concepts, its context counted in part, and small signs of aboutness. */
import { type Token, tokens } from '../../index/analyzer.ts'
import type { Corpus, Placed, Unit } from '../../index/corpus.ts'
import { asksForLimit, asksForSeveral, enumerates, focus, givesVerdict, isInPassing, LIMIT, opening, sideBySide } from './aboutness.ts'
import { type Found, indexed, match, NOTHING } from './match.ts'
import type { Concept, Question } from './question.ts'
import { detailsIn } from './wanted.ts'

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
/** What a sentence gains that is about nothing else. */
const FOCUS = 0.15
/** What a number is worth that stands right before what is counted. */
const COUNTS = 0.3
/** A number and what it counts stand this near each other, in characters. */
const COUNT_GAP = 45

/** A sentence opening that means nothing without the sentence before. */
export const ANAPHORIC =
  /^(?:They|Their|This|These|Those|That|It|Its|He|She|His|Her|Such|However|Consequently|As a result|Therefore|But|Despite this|In addition|For example|For instance|Most is|Some of these|A small proportion|In particular|Equally|Also|Both|In these|Where this|When issues)\b/

/** "through these arrangements": the sentence before says which. */
const ANAPHORIC_INSIDE = /\b(?:these|those|such) [a-z]+s\b/

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
  found: { concept: Concept; value: number; where: 'sentence' | 'before' | 'paragraph' | 'heading' }[]
}

/** What surrounds the sentences of one passage, matched once. */
type Context = { heading: Found[]; units: Unit[] }

/** Scores the sentences of one question; what it has matched it keeps, since neighbours ask for it again. */
export function scorer(question: Question, corpus: Corpus): (unit: Unit, bm25: number) => Scored {
  const contexts = new Map<Placed, Context>()
  const sentences = new Map<Unit, Found[]>()
  const headings = new Map<string, Found[]>()
  const asked = new Set(question.concepts.flatMap(({ forms }) => forms.flatMap(({ stems }) => stems)))
  const nothing = question.concepts.map(() => NOTHING)
  const matchAll = (tokens: readonly Token[]): Found[] => {
    // most sentences around a candidate hold no word of the question
    if (!tokens.some(({ term }) => asked.has(term))) return nothing
    const text = indexed(tokens)
    return question.concepts.map((concept) => match(concept, text, corpus))
  }
  const foundIn = (unit: Unit): Found[] => kept(sentences, unit, () => matchAll(unit.tokens))
  const contextOf = (placed: Placed): Context =>
    kept(contexts, placed, () => {
      const above = wordsAbove(placed)
      return { heading: kept(headings, above, () => matchAll(tokens(above))), units: corpus.unitsOf.get(placed.passage.id) ?? [] }
    })
  return (unit, bm25) => scoreOf(unit, bm25, question, foundIn, contextOf(unit.placed))
}

/** What a map holds for the key, made and kept where it holds nothing yet. */
function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = map.get(key)
  if (before !== undefined) return before
  const made = make()
  map.set(key, made)
  return made
}

/** The headings above a passage, and for a list item the line that its list hangs on. */
function wordsAbove({ section, passage }: Placed): string {
  const lead =
    passage.kind === 'item'
      ? section.paragraphs.slice(0, section.paragraphs.indexOf(passage)).findLast(({ kind }) => kind === 'text')
      : undefined
  return [...section.path, passage.kind === 'heading' ? '' : (section.heading?.text ?? ''), section.part ?? '', lead?.text ?? ''].join(
    ' . ',
  )
}

/** What a match in another sentence of the paragraph counts for this one. */
function nearness(other: Unit, unit: Unit, leans: boolean): number {
  if (other.at === unit.at - 1) return leans ? CONTEXT.antecedent : CONTEXT.neighbour
  return other.at === unit.at + 1 ? CONTEXT.neighbour : CONTEXT.paragraph
}

function scoreOf(unit: Unit, bm25: number, question: Question, foundIn: (unit: Unit) => Found[], context: Context): Scored {
  const text = unit.placed.passage.text.slice(unit.start, unit.end)
  const leans = ANAPHORIC.test(text) || ANAPHORIC_INSIDE.test(text)
  const here = foundIn(unit)
  const marks: [number, number][] = []
  const found: Scored['found'] = []
  let own = 0
  let covered = 0
  let all = 0
  let first = unit.end
  let counts = false
  const lists = asksForSeveral(question.text)
  const limits = question.wanted === 'number' && asksForLimit(question.text)
  let solid = 0
  let passing = 0
  question.concepts.forEach((concept, i) => {
    const mine = here[i] ?? NOTHING
    let best: Scored['found'][number] = { concept, value: mine.value, where: 'sentence' }
    for (const other of question.parts.context ? context.units : []) {
      const factor = other === unit ? 0 : nearness(other, unit, leans)
      if (factor <= best.value) continue
      const value = factor * (foundIn(other)[i]?.value ?? 0)
      if (value > best.value) best = { concept, value, where: other.at === unit.at - 1 ? 'before' : 'paragraph' }
    }
    const above = question.parts.context ? CONTEXT.heading * (context.heading[i]?.value ?? 0) : 0
    if (above > best.value) best = { concept, value: above, where: 'heading' }
    all += concept.weight
    own += concept.weight * mine.value
    covered += concept.weight * best.value
    if (best.value > 0) found.push(best)
    if (mine.value < MARKED) return
    marks.push(...mine.marks)
    if (!concept.light) {
      first = Math.min(first, ...mine.marks.map(([start]) => start))
      solid += concept.weight
      if (mine.marks.every(([start, end]) => isInPassing(text, [start - unit.start, end - unit.start]))) passing += concept.weight
    }
    if (concept.counted) counts ||= isCounted(mine.marks, text, unit.start, question)
  })
  const coverage = all > 0 ? covered / all : 0
  const shown = merge(marks)
  const plain =
    coverage +
    BM25_SHARE * bm25 +
    (question.parts.closeness
      ? SIDE_BY_SIDE * sideBySide(question.concepts, unit.tokens) + SUBJECT * opening(first, unit) + FOCUS * focus(shown, unit)
      : 0) +
    (lists && enumerates(text) ? ENUMERATES : 0) +
    (limits && LIMIT.test(text) ? LIMITS : 0) +
    (question.wanted === null && solid > 0 && givesVerdict(text) ? SAYS_HOW : 0) +
    (counts ? COUNTS : 0)
  const lost = solid > 0 ? (IN_PASSING * passing) / solid : 0
  return { unit, coverage, own: all > 0 ? own / all : 0, score: plain * (1 - lost), marks: shown, found, counts }
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
