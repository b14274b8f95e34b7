/** What a term or a short form means: the sentence that spells it out; else that none does, with what the lexicon has. */
import { type ShortForm, shortFormOf } from '../../../index/lexicon/short-forms.ts'
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import { stem, terms } from '../../../index/text/analyzer.ts'
import { quoteOf } from '../../cite/quote.ts'
import { newestFirst } from '../days.ts'
import type { Question } from '../question.ts'
import { count, reportName } from '../wording.ts'
import { type Kind, refusal } from './kind.ts'

/** Reports spell a thing out alike: the newest are shown (2 to 4). */
const MOST = 3

export const termMeaning: Kind = {
  name: 'meaning of a term',
  intent: 'passages',
  async answer(question, corpus) {
    const asked = question.asks.term
    if (!asked) return null
    const form = shortFormOf(asked.term)
    // "what is early help?" asks for more than its name
    if (!form && !asked.sure) return null
    const found = await spelledOut(
      patternOf(asked.term, form),
      form ? stem(form.short.toLowerCase()) : terms(asked.term)[0],
      question,
      corpus,
    )
    const stands = form ? `“${form.short}” stands for “${form.long[0]}”` : ''
    if (found.length > 0)
      return {
        quotes: found.map(({ unit: { placed, at }, mark }) =>
          quoteOf({ placed, sentences: [at, at], marks: [mark], why: 'Says what it stands for' }),
        ),
        mentions: [...new Set(found.map(({ unit }) => unit.placed.report.id))],
        notes: stands ? [`${stands}.`] : [],
        timeless: true,
      }
    return form
      ? refusal(`${whichReports(question, corpus)} not spell out “${form.short}”. In this field it ${stands.replace(/^“[^”]+” /, '')}.`)
      : null
  },
}

const literal = (words: string): string =>
  words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/[ -]/g, '[ -]')

/** "local authority designated officer (LADO)", "the LADO (local …)", "known as staying put". */
function patternOf(term: string, form: ShortForm | null): RegExp {
  if (!form)
    return new RegExp(
      `\\b(?:known as|called|termed|referred to as) (?:an? |the )?[“‘"']?${literal(term)}\\b|\\b${literal(term)} (?:means|refers to|is defined as)\\b`,
      'iu',
    )
  const short = `${literal(form.short)}s?`
  // the last word may stand in the plural or the genitive: "independent reviewing officers’ (IROs)"
  const long = form.long.map((words) => `${literal(words)}(?:s|['’]s|s['’])?`).join('|')
  return new RegExp(
    `(?:${long})(?: \\w+)? ?\\(${short}\\)|\\b${short} \\((?:the |an? )?(?:${long})|\\b${short}[,:] (?:the |an? )?(?:${long})`,
    'iu',
  )
}

type Found = { unit: Unit; mark: [number, number] }
/** One sentence of each report, the newest report first. */
async function spelledOut(pattern: RegExp, key: string | undefined, { reports }: Question, corpus: Corpus): Promise<Found[]> {
  if (!key) return []
  const order = newestFirst(reports, corpus)
  const inScope = new Set(order)
  const first = new Map<Unit['placed']['report'], Found>()
  const places = new Set(corpus.reports.flatMap((report, place) => (inScope.has(report) ? [place] : [])))
  const [held = []] = await corpus.sentenceIndex.holders([[key]], places)
  const { paragraphOf, reportOf } = corpus.places
  for (const at of Array.from(held)) {
    const report = corpus.reports[reportOf[paragraphOf[at]!]!]
    if (!report || !inScope.has(report) || first.has(report)) continue
    const unit = corpus.units.at(at)!
    const found = pattern.exec(unit.placed.passage.text.slice(unit.start, unit.end))
    if (found) first.set(report, { unit, mark: [unit.start + found.index, unit.start + found.index + found[0].length] })
  }
  return order.flatMap((report) => first.get(report) ?? []).slice(0, MOST)
}

function whichReports({ reports }: Question, corpus: Corpus): string {
  const [only] = newestFirst(reports, corpus)
  return reports.length === 1 && only ? `The report on the ${reportName(only)} does` : `The ${count(reports.length, 'report')} searched do`
}
