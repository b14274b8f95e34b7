/** Lists: every item, in order, with its deadline and part. */

import type { Passage, Report, Section } from '../../../index/model/report.ts'
import type { Corpus, Placed } from '../../../index/search/corpus.ts'
import { quoteOf } from '../../cite/quote.ts'
import { lastDay } from '../days.ts'
import type { Concept, Question } from '../question.ts'
import { spokenIn } from '../rank/around.ts'
import { partIn } from '../understand/judgement-areas.ts'
import { count } from '../wording.ts'
import type { Composed, Intent } from './kind.ts'
import { asksForTone } from './tone.ts'

const ASKS_TO_IMPROVE =
  /\b(what|which|areas?|things?|where|list|recommendations?|actions?|priorit(y|ies))\b.{0,60}\b(needs?|need(ed)? to|got to|must|should|had to|has to|have to|required to|for) (be )?(improve(d|ments?)?|improvement|(be )?done|taken|do|better)\b|\bareas? (for|of|needing) (improvement|development)\b|\brecommend(ations?|ed|s)?\b|\bneeds? to (get better|improve)\b|\b(asked?|told|required) (\w+ ){0,4}to (be done|do|improve|take)\b|\bactions? .{0,60}\b(taken|within|required)\b|\bimprovements? (needed|required|asked)\b|\b(put right|sort out|fix|work on)\b|\bwithin (\w+) (weeks|months)\b|\bhow (?:can|could|should|must|might) .{2,40}\b(?:improve|get better|do better)\b|\b(?:areas?|things?)\b.{0,10}\brequir(?:e|es|ing) improvement\b|\b(?:should|must) (?:they|it|the council) (?:now )?(?:do|change|improve)\b/i
/** "What happened to the recommendations?", "have they been acted on?": not what they are. */
const ASKS_WHAT_BECAME =
  /\bwhat (?:has |have )?(?:happened|became|become)\b|\b(?:was|were|has|have|had|did)\b.{0,60}\b(?:carried out|acted (?:up)?on|followed (?:up|through)|fixed|addressed|actioned|implemented|completed|resolved|sorted|put right)\b/i
const ASKS_FOR_LIST = /\b(list|which|what)\b/i
/** Words by which a list of improvements is asked for: they say nothing about its items. */
const LIST_WORDS =
  /^(improv\w*|areas? (for )?improv\w*|area|areas|recommend\w*|action|actions|priority|priorities|development|do|done|set|ask\w*|need|needs|need\w* to improve|take\w*|better|get|require\w*|give|given|within|month|months|three|six|fix\w*|want\w*|sort\w*|right|work\w*|put|tackle|address|\d+|weeks?|immediately|come|came|out|service|services|children|child|must|follow\w*|identif\w*|local|full|safeguarding|safeguard|looked after children|looked after|child look|look after|children look after|list|inspect\w*|focus\w*|visit\w*|two|four|twelve|partner\w*|action plan|after|improvement plan|plan)$/i
/** A concept has to stand in the line that a list hangs on for so much of the question. */
const LEAD_COVERAGE = 0.6
const ITEM_MATCH = 0.6
const DEADLINE = /\b(within|in|by) (\w+) (days?|weeks?|months?)\b|\bimmediate(ly)?\b/i

export const list: Intent = {
  name: 'list',
  matches: ({ text }) => ASKS_TO_IMPROVE.test(text) || ASKS_FOR_LIST.test(text),

  async compose(question: Question, corpus: Corpus): Promise<Composed | null> {
    if (ASKS_WHAT_BECAME.test(question.text)) return null
    if (ASKS_TO_IMPROVE.test(question.text) && question.events.length === 0) {
      const composed = improvements(question, corpus)
      if (composed) return composed
    }
    return ASKS_TO_IMPROVE.test(question.text) || question.wanted === null ? hangingList(question, corpus) : null
  },
}

/** The report's own list of what has to improve, narrowed to the deadline, part and topic asked for. */
function improvements(question: Question, corpus: Corpus): Composed | null {
  const reports = corpus.reports.filter(({ id }) => question.reports.includes(id)).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
  const asked = deadlineIn(question.text)
  const part = partIn(question.text)
  const topics = question.concepts.filter(
    ({ words, also }) =>
      !LIST_WORDS.test(words) &&
      !words.split(' ').every((word) => LIST_WORDS.test(word)) &&
      !also.some((form) => /improve|recommend/i.test(form)),
  )
  const items = reports.flatMap((report) => {
    const own = report.recommendations.filter(
      (one) => (!asked || one.deadline?.toLowerCase().startsWith(asked)) && (!part || one.part === null || part.test(one.part)),
    )
    return own.flatMap(({ passageId }): Placed[] => {
      const placed = corpus.passages.get(passageId)
      return placed ? [placed] : []
    })
  })
  const all = topics.length === 0 ? items : items.filter(({ passage }) => speaksOf(passage, topics, corpus))
  const fitting = newest(all)
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

/** Lists of more items than this are nobody's answer: whole lists of the newest reports are shown, at least one. */
const MOST_ITEMS = 60
function newest(items: Placed[]): Placed[] {
  const kept: Placed[] = []
  for (const report of new Set(items.map((item) => item.report))) {
    const own = items.filter((item) => item.report === report)
    if (kept.length > 0 && kept.length + own.length > MOST_ITEMS) break
    kept.push(...own)
  }
  return kept
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** The deadline as reports print it: "in 3 months" is "within three months". */
const deadlineIn = (text: string): string | null =>
  DEADLINE.exec(text)?.[0]
    .toLowerCase()
    .replace(/^(?:in|by) /, 'within ')
    .replace(/\b\d{1,2}\b/, (digits) => NUMBERS[Number(digits)] ?? digits) ?? null

const speaksOf = (passage: Passage, topics: Concept[], corpus: Corpus): boolean => {
  return topics.some((topic) => spokenIn(passage.text, topic, corpus) >= ITEM_MATCH)
}

/** Items under a line that says what was asked: "They also identified the following areas for improvement:". */
function hangingList(question: Question, corpus: Corpus): Composed | null {
  // an event alone is no list: something has to be listed
  const topics = question.concepts.filter(({ required, light }) => !required || light)
  // "strengths", "problems": any list may stand under such a word
  if (asksForTone(question) && !ASKS_TO_IMPROVE.test(question.text)) return null
  if (topics.length === 0 && !ASKS_TO_IMPROVE.test(question.text)) return null
  const all = question.concepts.reduce((sum, { weight }) => sum + weight, 0)
  let best: { score: number; items: Placed[]; lead: Placed } | null = null
  for (const report of corpus.reports.filter(({ id }) => question.reports.includes(id)))
    for (const { lead, items } of hangingLists(report, corpus)) {
      const required = question.concepts.filter(
        (concept) => concept.required && !question.events.some((year) => concept.forms[0]?.stems[0] === String(year)),
      )
      if (required.some((concept) => spokenIn(lead.passage.text, concept, corpus) < ITEM_MATCH)) continue
      // the year of an event may stand in the words of the paper's opening instead
      const score =
        question.concepts.reduce(
          (sum, concept) =>
            sum + concept.weight * Math.max(spokenIn(lead.passage.text, concept, corpus), concept.required ? eventNear(concept, report) : 0),
          0,
        ) / all
      if (score >= LEAD_COVERAGE && score > (best?.score ?? 0)) best = { score, items, lead }
    }
  if (!best) return null
  const { items, lead } = best
  const quotes = items.map((placed) => quoteOf({ placed, sentences: null, why: `An item of the list “${lead.passage.text.slice(-80)}”` }))
  return { quotes, mentions: [lead.report.id], summary: `${count(quotes.length, 'list item')}, in the order printed.` }
}

const eventNear = (concept: Concept, report: Report): number =>
  report.sections.some(({ paragraphs }) => paragraphs.some(({ text }) => text.includes(concept.forms[0]?.stems[0] ?? '\0'))) ? 0.8 : 0

type HangingList = { lead: Placed; items: Placed[] }
/** Found once for a corpus: at 300 reports this took longer than all the rest of an answer. */
const hanging = new WeakMap<Corpus, Map<Report, HangingList[]>>()

function hangingLists(report: Report, corpus: Corpus): HangingList[] {
  const known = hanging.get(corpus) ?? new Map<Report, HangingList[]>()
  hanging.set(corpus, known)
  const lists = known.get(report) ?? report.sections.flatMap((section) => listsIn(section, corpus))
  known.set(report, lists)
  return lists
}

function listsIn({ paragraphs }: Section, corpus: Corpus): HangingList[] {
  return paragraphs.flatMap((passage, at) => {
    const lead = corpus.passages.get(passage.id)
    if (!lead || passage.kind !== 'text' || !passage.evidence || paragraphs[at + 1]?.kind !== 'item') return []
    const end = paragraphs.findIndex(({ kind }, i) => i > at && kind !== 'item')
    const items = paragraphs.slice(at + 1, end < 0 ? undefined : end)
    return [{ lead, items: items.flatMap(({ id }) => corpus.passages.get(id) ?? []) }]
  })
}
