/** Lists: every item, in order, with its deadline and part. */
import { tokens } from '../../../index/analyzer.ts'
import type { Corpus, Placed } from '../../../index/corpus.ts'
import type { Passage, Report, Section } from '../../../index/report.ts'
import type { Composed, Intent } from '../intents.ts'
import { partIn } from '../judgement-words.ts'
import { indexed, match } from '../match.ts'
import type { Concept, Question } from '../question.ts'
import { quoteOf } from '../quote.ts'
import { lastDay } from '../scope.ts'
import { count } from '../wording.ts'

const ASKS_TO_IMPROVE =
  /\b(what|which|areas?|things?|where|list|recommendations?|actions?|priorit(y|ies))\b.{0,60}\b(needs?|need(ed)? to|got to|must|should|had to|has to|have to|required to|for) (be )?(improve(d|ments?)?|improvement|(be )?done|taken|do|better)\b|\bareas? (for|of|needing) (improvement|development)\b|\brecommend(ations?|ed|s)?\b|\bneeds? to (get better|improve)\b|\b(asked?|told|required) (\w+ ){0,4}to (be done|do|improve|take)\b|\bactions? .{0,60}\b(taken|within|required)\b|\bimprovements? (needed|required|asked)\b|\b(put right|sort out|fix|work on)\b|\bwithin (\w+) (weeks|months)\b/i
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
  const fitting = topics.length === 0 ? items : items.filter(({ passage }) => speaksOf(passage, topics, corpus))
  if (fitting.length === 0) return null
  const quotes = fitting.map((placed) =>
    quoteOf({ placed, sentences: null, why: `An item of “${placed.section.heading?.text ?? 'the list'}”` }),
  )
  const from = [...new Set(fitting.map(({ report }) => report.id))]
  return {
    quotes,
    mentions: from,
    summary: `${count(quotes.length, 'list item')}, in the order printed, from ${count(from.length, 'report')}. ${count(reports.length, 'report')} searched.`,
  }
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** The deadline as reports print it: "in 3 months" is "within three months". */
const deadlineIn = (text: string): string | null =>
  DEADLINE.exec(text)?.[0]
    .toLowerCase()
    .replace(/^(?:in|by) /, 'within ')
    .replace(/\b\d{1,2}\b/, (digits) => NUMBERS[Number(digits)] ?? digits) ?? null

const speaksOf = (passage: Passage, topics: Concept[], corpus: Corpus): boolean => {
  const own = indexed(tokens(passage.text))
  return topics.some((topic) => match(topic, own, corpus).value >= ITEM_MATCH)
}

/** Items under a line that says what was asked: "They also identified the following areas for improvement:". */
function hangingList(question: Question, corpus: Corpus): Composed | null {
  // an event alone is no list: something has to be listed
  const topics = question.concepts.filter(({ required, light }) => !required || light)
  if (topics.length === 0 && !ASKS_TO_IMPROVE.test(question.text)) return null
  const all = question.concepts.reduce((sum, { weight }) => sum + weight, 0)
  let best: { score: number; items: Placed[]; lead: Placed } | null = null
  for (const report of corpus.reports.filter(({ id }) => question.reports.includes(id)))
    for (const { lead, items } of hangingLists(report, corpus)) {
      const own = indexed(tokens(lead.passage.text))
      const required = question.concepts.filter(
        (concept) => concept.required && !question.events.some((year) => concept.forms[0]?.stems[0] === String(year)),
      )
      if (required.some((concept) => match(concept, own, corpus).value < ITEM_MATCH)) continue
      // the year of an event may stand in the words of the paper's opening instead
      const score =
        question.concepts.reduce(
          (sum, concept) =>
            sum + concept.weight * Math.max(match(concept, own, corpus).value, concept.required ? eventNear(concept, report) : 0),
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

function hangingLists(report: Report, corpus: Corpus): { lead: Placed; items: Placed[] }[] {
  return report.sections.flatMap((section: Section) => {
    const lists: { lead: Placed; items: Placed[] }[] = []
    section.paragraphs.forEach((passage, at) => {
      const next = section.paragraphs[at + 1]
      if (passage.kind !== 'text' || !passage.evidence || next?.kind !== 'item') return
      const end = section.paragraphs.findIndex(({ kind }, i) => i > at && kind !== 'item')
      const items = section.paragraphs.slice(at + 1, end < 0 ? undefined : end)
      const lead = corpus.passages.get(passage.id)
      if (lead) lists.push({ lead, items: items.flatMap(({ id }) => corpus.passages.get(id) ?? []) })
    })
    return lists
  })
}
