/** Question → the sentences in scope that speak of it, each with how well and why. */
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import { type Scored, scorer } from './score.ts'

/** How many paragraphs and sentences the two indexes hand over. More found nothing more on the gold questions. */
const PARAGRAPHS = 120
const SENTENCES = 120
/** Of a small collection no more than this share of its paragraphs, or nearly all of it would be scored. */
const SHARE = 1 / 6

/** The candidates in scope, best first. */
export async function retrieve(question: Question, corpus: Corpus): Promise<Scored[]> {
  if (question.concepts.length === 0) return []
  const reports = new Set(corpus.reports.flatMap((report, i) => (question.reports.includes(report.id) ? [i] : [])))
  const weights = new Map<string, number>()
  for (const { forms, weight } of question.concepts)
    for (const stem of forms.flatMap(({ stems }) => stems)) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight / 10 + 0.1))
  const terms = [...weights].map(([term, weight]) => ({ term, weight }))
  const [paragraphs, sentences] = await Promise.all([
    corpus.paragraphIndex.search({ terms, reports, limit: Math.min(PARAGRAPHS, Math.ceil(SHARE * corpus.evidence.length)) }),
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
  const score = scorer(question, corpus)
  return [...units]
    .map(([unit, bm25]) => score(unit, bm25))
    .filter(({ unit }) => allowed(unit, question))
    .sort((a, b) => b.score - a.score || a.unit.ordinal - b.unit.ordinal)
}

/** Exact phrases and excluded words of the question. */
function allowed(unit: Unit, { phrases, excluded }: Question): boolean {
  if (phrases.length === 0 && excluded.length === 0) return true
  const stems = unit.tokens.map(({ term }) => term)
  if (stems.some((stem) => excluded.includes(stem))) return false
  return phrases.every((phrase) => stems.some((_, at) => phrase.every((stem, k) => stems[at + k] === stem)))
}
