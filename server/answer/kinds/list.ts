/** Lists: every item, in order, with its deadline and part. */

import type { Report } from '../../../index/model/report.ts'
import type { Corpus, Placed } from '../../../index/search/corpus.ts'
import { quoteOf } from '../../cite/quote.ts'
import type { ListAsked } from '../asks.ts'
import { newestFirst, reportsIn } from '../days.ts'
import type { Concept, Question } from '../question.ts'
import { speakingAt, speakingOf } from '../rank/around.ts'
import { isPart } from '../understand/cues/areas.ts'
import { count, NOT_FOUND } from '../wording.ts'
import { type Composed, type Kind, refusal } from './kind.ts'

/** A concept has to stand in the line that a list hangs on for so much of the question. */
const LEAD_COVERAGE = 0.6
const ITEM_MATCH = 0.6

export const list: Kind = {
  name: 'list',
  intent: 'list',
  answer(question, corpus) {
    const { list: asked } = question.asks
    if (!asked) return null
    if (asked.improvement && question.events.length === 0) {
      const composed = improvements(question, asked, corpus)
      if (composed) return composed
    }
    const hanging = asked.improvement || question.wanted === null ? hangingList(question, asked, corpus) : null
    return hanging ?? (asked.improvement && asked.topics.length === 0 && question.events.length === 0 ? noList(question, corpus) : null)
  },
}

/** Words about improving that stand elsewhere are no list of what has to improve. */
function noList({ reports }: Question, corpus: Corpus): Composed | null {
  const inScope = newestFirst(reports, corpus)
  return inScope.some(({ recommendations }) => recommendations.length > 0) ? null : refusal(NOT_FOUND.noList(inScope))
}

/** The report's own list of what has to improve, narrowed to the deadline, part and topic asked for. */
function improvements(question: Question, { deadline, part, priority, now, topics: numbers }: ListAsked, corpus: Corpus): Composed | null {
  const inScope = newestFirst(question.reports, corpus)
  const reports = now && question.scope.years.length === 0 ? newestLists(inScope) : inScope
  const topics = numbers.flatMap((i) => question.concepts[i] ?? [])
  const listed = reports.flatMap((report) => {
    const own = report.recommendations.filter(
      (one) => (!deadline || one.deadline?.toLowerCase().startsWith(deadline)) && (!part || one.part === null || isPart(part, one.part)),
    )
    return own.map(({ passageId }): Item => ({ report, passageId }))
  })
  const placedOf = ({ passageId }: Item): Placed[] => [corpus.passages.get(passageId) ?? []].flat()
  // reports without a list of that name have one by another
  const first = priority ? listed.filter((item) => placedOf(item).some(({ section }) => PRIORITY.test(section.heading?.text ?? ''))) : []
  const items = first.length > 0 ? first : listed
  const [speaks, speaksAt] = [speakingOf(topics, corpus), speakingAt(topics, corpus)]
  const spokenBy = (item: Item): number[] => {
    const ordinal = corpus.ordinalOf(item.passageId)
    return ordinal >= 0 ? speaksAt(ordinal) : placedOf(item).flatMap(({ passage }) => speaks(passage))
  }
  const isSpoken = (item: Item): boolean => spokenBy(item).some((value) => value >= ITEM_MATCH)
  const spoken = items.filter(isSpoken)
  // "last time round", "in their eyes": what no list of any report speaks of is no topic of one
  const all = topics.length === 0 || (spoken.length === 0 && !itemsOf(corpus).some(isSpoken)) ? items : spoken
  const fitting = newest(all).flatMap(placedOf)
  if (fitting.length === 0) return null
  const quotes = fitting.map((placed) =>
    quoteOf({ placed, sentences: null, why: `An item of “${placed.section.heading?.text ?? 'the list'}”` }),
  )
  const from = [...new Set(fitting.map(({ report }) => report.id))]
  return {
    quotes,
    mentions: from,
    summary: `${count(quotes.length, 'list item')}, in the order printed, from ${count(from.length, 'report')}. ${count(reports.length, 'report')} searched.${all.length > fitting.length ? ` The newest lists are shown, of ${all.length} items: name a council or year for the others.` : ''}`,
  }
}

/** An item of a list, by the passage that prints it: of the thousands of a collection few are read. */
type Item = { report: Report; passageId: string }

/** Every item of every list. */
const itemsOf = ({ reports }: Corpus): Item[] =>
  reports.flatMap((report) => report.recommendations.map(({ passageId }) => ({ report, passageId })))

const PRIORITY = /^(?:areas? for )?priority (?:and immediate )?action/i

/** Of each council the newest report that has a list. */
const newestLists = (newestFirst: Report[]): Report[] =>
  newestFirst.filter(
    (report, at) =>
      report.recommendations.length > 0 &&
      newestFirst.findIndex((other) => other.authority === report.authority && other.recommendations.length > 0) === at,
  )

/** Lists of more items than this are nobody's answer: whole lists of the newest reports are shown, at least one. */
const MOST_ITEMS = 60
function newest(items: Item[]): Item[] {
  const kept: Item[] = []
  for (const report of new Set(items.map((item) => item.report))) {
    const own = items.filter((item) => item.report === report)
    if (kept.length > 0 && kept.length + own.length > MOST_ITEMS) break
    kept.push(...own)
  }
  return kept
}

/** Items under a line that says what was asked: "They also identified the following areas for improvement:". */
function hangingList(question: Question, { improvement }: ListAsked, corpus: Corpus): Composed | null {
  // an event alone is no list: something has to be listed
  const topics = question.concepts.filter(({ required, light }) => !required || light)
  // "strengths", "problems": any list may stand under such a word
  if (question.asks.sideOnly && !improvement) return null
  if (topics.length === 0 && !improvement) return null
  const all = question.concepts.reduce((sum, { weight }) => sum + weight, 0)
  const speaks = speakingAt(question.concepts, corpus)
  const isRequired = ({ required, forms }: Concept): boolean =>
    required && !question.events.some((year) => forms[0]?.stems[0] === String(year))
  let best: { score: number; lead: number } | null = null
  const leads = leadsBy(corpus)
  for (const report of reportsIn(question.reports, corpus))
    for (const lead of leads.get(report) ?? []) {
      const spoken = speaks(lead)
      if (question.concepts.some((concept, i) => isRequired(concept) && (spoken[i] ?? 0) < ITEM_MATCH)) continue
      // the year of an event may stand in the words of the paper's opening instead
      const score =
        question.concepts.reduce(
          (sum, concept, i) => sum + concept.weight * Math.max(spoken[i] ?? 0, concept.required ? eventNear(concept, report) : 0),
          0,
        ) / all
      if (score >= LEAD_COVERAGE && score > (best?.score ?? 0)) best = { score, lead }
    }
  if (!best) return null
  const lead = corpus.evidence.at(best.lead)!
  const items = itemsBelow(lead, corpus)
  const quotes = items.map((placed) => quoteOf({ placed, sentences: null, why: `An item of the list “${lead.passage.text.slice(-80)}”` }))
  return { quotes, mentions: [lead.report.id], summary: `${count(quotes.length, 'list item')}, in the order printed.` }
}

const eventNear = (concept: Concept, report: Report): number =>
  report.sections.some(({ paragraphs }) => paragraphs.some(({ text }) => text.includes(concept.forms[0]?.stems[0] ?? '\0'))) ? 0.8 : 0

const leadsOf = new WeakMap<Corpus['places'], Map<Report, number[]>>()
/** The paragraphs of each report that a list hangs on. */
function leadsBy({ places, reports }: Corpus): Map<Report, number[]> {
  const known = leadsOf.get(places)
  if (known) return known
  const leads = new Map<Report, number[]>()
  for (const lead of places.leads) {
    const report = reports[places.reportOf[lead]!]!
    const own = leads.get(report)
    if (own) own.push(lead)
    else leads.set(report, [lead])
  }
  leadsOf.set(places, leads)
  return leads
}

function itemsBelow({ section: { paragraphs }, passage }: Placed, corpus: Corpus): Placed[] {
  const from = paragraphs.indexOf(passage) + 1
  const end = paragraphs.findIndex(({ kind }, i) => i >= from && kind !== 'item')
  return paragraphs.slice(from, end < 0 ? undefined : end).flatMap(({ id }) => corpus.passages.get(id) ?? [])
}
