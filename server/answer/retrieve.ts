/** Question → the sentences in scope that speak of it, each with how well and why. */
import { type Token, tokens } from '../../index/analyzer.ts'
import type { Corpus, Placed, Unit } from '../../index/corpus.ts'
import { match } from './match.ts'
import type { Concept, Question } from './question.ts'

/** How many paragraphs and sentences the two indexes hand over. More found nothing more on the gold questions. */
const PARAGRAPHS = 120
const SENTENCES = 120

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
  marks: [number, number][]
  /** The concepts found, and where. */
  found: { concept: Concept; value: number; where: 'sentence' | 'before' | 'paragraph' | 'heading' }[]
}

/** The candidates in scope, best first. */
export async function retrieve(question: Question, corpus: Corpus): Promise<Scored[]> {
  if (question.concepts.length === 0) return []
  const reports = new Set(corpus.reports.flatMap((report, i) => (question.reports.includes(report.id) ? [i] : [])))
  const weights = new Map<string, number>()
  for (const { forms, weight } of question.concepts)
    for (const stem of forms.flat()) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight / 10 + 0.1))
  const terms = [...weights].map(([term, weight]) => ({ term, weight }))
  const [paragraphs, sentences] = await Promise.all([
    corpus.paragraphIndex.search({ terms, reports, limit: PARAGRAPHS }),
    corpus.sentenceIndex.search({ terms, reports, limit: SENTENCES }),
  ])
  const units = new Map<Unit, number>()
  const top = Math.max(sentences[0]?.score ?? 1, 1e-9)
  for (const { document, score } of sentences) {
    const unit = corpus.units[document]
    if (unit) units.set(unit, score / top)
  }
  for (const { document } of paragraphs)
    for (const unit of corpus.unitsOf.get(corpus.evidence[document]?.passage.id ?? '') ?? []) if (!units.has(unit)) units.set(unit, 0)
  const contexts = new Map<Placed, Context>()
  return [...units]
    .map(([unit, bm25]) => scoreOf(unit, bm25, question, corpus, contexts))
    .filter(({ unit }) => allowed(unit, question))
    .sort((a, b) => b.score - a.score || a.unit.ordinal - b.unit.ordinal)
}

/** Exact phrases and excluded words of the question. */
function allowed(unit: Unit, { phrases, excluded }: Question): boolean {
  const stems = unit.tokens.map(({ term }) => term)
  if (stems.some((stem) => excluded.includes(stem))) return false
  return phrases.every((phrase) => stems.some((_, at) => phrase.every((stem, k) => stems[at + k] === stem)))
}

type Context = { heading: Token[]; units: Unit[] }

function contextOf(placed: Placed, corpus: Corpus): Context {
  const { section, passage } = placed
  const at = section.paragraphs.indexOf(passage)
  // a list item hangs on the last line before its list
  const lead = passage.kind === 'item' ? section.paragraphs.slice(0, at).findLast(({ kind }) => kind === 'text') : undefined
  const above = [...section.path, passage.kind === 'heading' ? '' : (section.heading?.text ?? ''), section.part ?? '', lead?.text ?? '']
  return { heading: tokens(above.join(' . ')), units: corpus.unitsOf.get(passage.id) ?? [] }
}

function scoreOf(unit: Unit, bm25: number, question: Question, corpus: Corpus, contexts: Map<Placed, Context>): Scored {
  let context = contexts.get(unit.placed)
  if (!context) {
    context = contextOf(unit.placed, corpus)
    contexts.set(unit.placed, context)
  }
  const text = unit.placed.passage.text.slice(unit.start, unit.end)
  const anaphoric = ANAPHORIC.test(text) || ANAPHORIC_INSIDE.test(text)
  const marks: [number, number][] = []
  const found: Scored['found'] = []
  let own = 0
  let covered = 0
  let all = 0
  let first = unit.end
  for (const concept of question.concepts) {
    all += concept.weight
    const here = match(concept, unit.tokens, corpus)
    let best: Scored['found'][number] = { concept, value: here.value, where: 'sentence' }
    const consider = (value: number, where: Scored['found'][number]['where']): void => {
      if (value > best.value) best = { concept, value, where }
    }
    for (const other of context.units) {
      if (other === unit) continue
      const factor =
        other.at === unit.at - 1
          ? anaphoric
            ? CONTEXT.antecedent
            : CONTEXT.neighbour
          : other.at === unit.at + 1
            ? CONTEXT.neighbour
            : CONTEXT.paragraph
      if (factor > best.value)
        consider(factor * match(concept, other.tokens, corpus).value, other.at === unit.at - 1 ? 'before' : 'paragraph')
    }
    if (CONTEXT.heading > best.value) consider(CONTEXT.heading * match(concept, context.heading, corpus).value, 'heading')
    own += concept.weight * here.value
    covered += concept.weight * best.value
    if (best.value > 0) found.push(best)
    if (here.value >= 0.4) {
      marks.push(...here.marks)
      if (!concept.light) first = Math.min(first, ...here.marks.map(([start]) => start))
    }
  }
  const coverage = all > 0 ? covered / all : 0
  return {
    unit,
    coverage,
    own: all > 0 ? own / all : 0,
    score: coverage + BM25_SHARE * bm25 + SIDE_BY_SIDE * sideBySide(question.concepts, unit) + SUBJECT * opening(first, unit),
    marks: merge(marks),
    found,
  }
}

/** 1 where the sentence begins with the concept, falling to 0 at its end. */
const opening = (at: number, { start, end }: Unit): number => 1 - (at - start) / Math.max(1, end - start)

/** Weight of the neighbouring concepts of the question that are neighbours in the sentence as well, as a share of all. */
function sideBySide(concepts: Concept[], unit: Unit): number {
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0)
  if (concepts.length < 2 || all === 0) return 0
  let paired = 0
  concepts.slice(1).forEach((concept, i) => {
    const before = concepts[i]
    const last = before?.forms[0]?.at(-1)
    const first = concept.forms[0]?.[0]
    if (before && unit.tokens.some(({ term }, at) => term === last && unit.tokens[at + 1]?.term === first))
      paired += before.weight + concept.weight
  })
  return Math.min(1, paired / all)
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
