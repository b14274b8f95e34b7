/** ask(): the one entry, for page, API, command line, MCP and evaluation. */
import type { Corpus } from '../../index/search/corpus.ts'
import { quoteOf } from '../cite/quote.ts'
import type { Answer } from './answer.ts'
import { aboutCollection } from './kinds/about-collection.ts'
import type { Composed } from './kinds/kind.ts'
import { INTENTS } from './kinds/kinds.ts'
import { passages } from './kinds/passages.ts'
import { falsePremise } from './kinds/premise.ts'
import { smallTalk } from './kinds/small-talk.ts'
import { mentionsIn } from './mentions.ts'
import { notesOn } from './notes.ts'
import { ALL_PARTS, type IntentName, type Question } from './question.ts'
import { suggestionsFor } from './suggestions.ts'
import { leans } from './understand/follow-up.ts'
import { emptyGroup } from './understand/groups.ts'
import { type Picked, understand } from './understand/understand.ts'
import { FIXED, NOT_FOUND, reportName, SUMMARY, speakersOf } from './wording.ts'

/** "Who said that?" is asked of the answer before. */
const WHO_SAID = /^(?:and )?who (?:said|says|wrote|is saying|claims?) (?:that|this|it|so|these|those)\b|^whose words\b/i

/** `earlier` are the questions of the conversation, oldest first. The same question to the same corpus gives the same answer. */
export async function ask(text: string, earlier: string[], corpus: Corpus, picked: Picked = {}, parts = ALL_PARTS): Promise<Answer> {
  const talk = aboutCollection(text, corpus) ?? smallTalk(text)
  if (talk) return refusal(text, talk)
  const last = earlier.at(-1)
  if (last !== undefined && WHO_SAID.test(text)) {
    const answer = await ask(last, earlier.slice(0, -1), corpus, picked, parts)
    return { ...answer, question: text, summary: answer.quotes.length > 0 ? speakersOf(answer.quotes) : answer.summary }
  }
  const understood = understand(text, earlier, corpus, picked, parts)
  const question = { ...understood, vector: (await corpus.reader?.encode(understood.text)) ?? null }
  const none = unanswerable(question, earlier.length, corpus)
  if (none) return answerOf(question, 'passages', none, corpus)
  for (const intent of parts.intents ? INTENTS : [passages]) {
    if (!intent.matches(question)) continue
    const composed = await intent.compose(question, corpus)
    if (composed) return answerOf(question, intent.name, composed, corpus)
  }
  return answerOf(question, 'passages', { quotes: [], mentions: [] }, corpus)
}

/** Which kind of answer takes a question, for fitting: see `ask`. */
export async function answeredBy(text: string, earlier: string[], corpus: Corpus): Promise<{ kind: string; question: Question }> {
  const understood = understand(text, earlier, corpus)
  const question = { ...understood, vector: (await corpus.reader?.encode(understood.text)) ?? null }
  if (aboutCollection(text, corpus) ?? smallTalk(text) ?? unanswerable(question, earlier.length, corpus)) return { kind: 'no', question }
  for (const intent of INTENTS) {
    if (!intent.matches(question)) continue
    if (intent.name === 'figure' || intent.name === 'passages') {
      const composed = await intent.compose(question, corpus)
      return { kind: composed && !composed.summary ? intent.name : 'other', question }
    }
    if (await intent.compose(question, corpus)) return { kind: intent.name, question }
  }
  return { kind: 'passages', question }
}

/** Why no report can answer, before any is searched; null where one may. */
function unanswerable(question: Question, earlier: number, corpus: Corpus): Composed | null {
  const { missing, reports, concepts, phrases, scope } = question
  const because = (reason: string): Composed => ({ quotes: [], mentions: [], reason })
  if (missing?.authority && missing.year === null) return because(NOT_FOUND.authority(missing.authority, corpus))
  if (missing?.year) return because(NOT_FOUND.year(missing.year, missing.authority, corpus))
  if (question.group && reports.length === 0) return because(emptyGroup(question.group.group, corpus.reports))
  if (reports.length === 0) return because(NOT_FOUND.noReports)
  // nothing is asked for and nothing is named
  if (concepts.length === 0 && phrases.length === 0 && scope.reports.length === 0 && scope.authorities.length === 0)
    return leans(question.text) && earlier === 0 ? { ...because(FIXED.unclear), unclear: true } : because(FIXED.empty)
  const premise = falsePremise(question, corpus)
  if (!premise) return null
  const grades = premise.found.map(({ report, judgement }) => `${judgement.grade} (${reportName(report)})`)
  const related = premise.found.flatMap(({ judgement }) => {
    const placed = corpus.passages.get(judgement.passageId)
    return placed ? [quoteOf({ placed, sentences: null, why: 'The grade that was given' })] : []
  })
  return { quotes: [], mentions: [], reason: NOT_FOUND.premise(premise.asserted, scope.authorities.join(' and '), grades), related }
}

async function answerOf(question: Question, intent: IntentName, composed: Composed, corpus: Corpus): Promise<Answer> {
  const { quotes, mentions, related = [], sides = [] } = composed
  const answered = quotes.length > 0
  const quoted = [...new Set(quotes.map(({ report }) => report.id))]
  const speaking = new Set([...mentions, ...quoted, ...mentionsIn(question, corpus).map(({ unit }) => unit.placed.report.id)])
  return {
    question: question.asked,
    interpretation: {
      question: question.text,
      intent,
      scope: question.scope,
      terms: question.concepts.filter(({ light }) => !light).map(({ words, also }) => ({ word: words, also })),
      corrections: question.corrections,
    },
    outcome: answered ? 'answered' : composed.unclear ? 'needs_clarifying' : 'not_found',
    reason: answered ? null : (composed.reason ?? whyNothing(question, corpus)),
    summary: answered
      ? [composed.summary ?? SUMMARY.passages(quotes.length, quoted.length, question.reports.length), groupLine(question)]
          .filter(Boolean)
          .join(' ')
      : '',
    quotes,
    sides: answered ? sides : [],
    coverage: { searched: question.reports, quoted, silent: question.reports.filter((id) => !speaking.has(id)) },
    related: answered ? [] : related,
    notes: notesOn(composed, intent, question, corpus),
    suggestions: await suggestionsFor(question, intent, [...new Set(quotes.flatMap(({ report }) => report.authority ?? []))], corpus),
  }
}

const groupLine = ({ group }: Question): string => (group ? `Asked of ${group.words}.` : '')

function whyNothing(question: Question, corpus: Corpus): string {
  const [event] = question.events
  if (event !== undefined) return NOT_FOUND.event(event, question, corpus)
  const unknown = question.concepts.filter(
    ({ forms, light }) => !light && forms.every(({ stems }) => stems.some((stem) => corpus.sentenceIndex.documentFrequency(stem) === 0)),
  )
  return NOT_FOUND.nothing(
    question,
    corpus,
    unknown.map(({ words }) => words),
  )
}

/** A fixed reply to what is no question about the reports. */
function refusal(text: string, reason: string): Answer {
  return {
    question: text,
    interpretation: { question: text, intent: 'passages', scope: { authorities: [], years: [], reports: [] }, terms: [], corrections: [] },
    outcome: 'not_found',
    reason,
    summary: '',
    quotes: [],
    sides: [],
    coverage: { searched: [], quoted: [], silent: [] },
    related: [],
    notes: [],
    suggestions: [],
  }
}
