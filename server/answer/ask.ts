/** ask(): the one entry, for page, API, command line, MCP and evaluation. */
import { spelledOut } from '../../index/lexicon/short-forms.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import { turn } from '../../index/work/turn.ts'
import type { Answer } from './answer.ts'
import type { Made } from './kinds/kind.ts'
import { compose } from './kinds/kinds.ts'
import { speakingReports } from './mentions.ts'
import { asides, notesOn } from './notes.ts'
import { ALL_PARTS, type Question } from './question.ts'
import { suggestionsFor } from './suggestions.ts'
import { type Topic, topicsNear } from './topics/topics.ts'
import { withPurpose } from './understand/purpose/purpose.ts'
import { isoToday, type Picked, understand } from './understand/understand.ts'
import { SUMMARY, whyNothing } from './wording.ts'

/**
 * `earlier` are the questions of the conversation, oldest first. The same question to the same corpus gives the same answer, on
 * the same day: "last year" is read by `today`, an ISO day.
 */
export async function ask(
  text: string,
  earlier: string[],
  corpus: Corpus,
  picked: Picked = {},
  parts = ALL_PARTS,
  today = isoToday(),
): Promise<Answer> {
  const question = await readQuestion(text, earlier, corpus, picked, parts, today)
  // reading, answering and telling each take up to a tenth of a second over four hundred reports: others have their turn between them
  await turn()
  // asked in one turn, so that an engine far away answers both in one trip
  const [made, speaking] = await Promise.all([compose(question, corpus), speakingReports(question, corpus)])
  await turn()
  const { quotes, unclear } = made.composed
  const read = (next: string): Question => understand(next, [...earlier, text], corpus, picked, parts, today)
  const near = quotes.length > 0 || unclear ? [] : await topicsNear(question, read, corpus)
  const isAnswered = async ({ question: next }: Topic): Promise<boolean> =>
    (await compose(await withVector(read(next), corpus), corpus)).composed.quotes.length > 0
  const answered = await Promise.all(near.map(isAnswered))
  const topics = near.filter((_, i) => answered[i])
  return answerOf(question, made, speaking, topics, corpus)
}

/** The question as understood, with what the reader makes of it. */
export async function readQuestion(
  text: string,
  earlier: string[],
  corpus: Corpus,
  picked: Picked = {},
  parts = ALL_PARTS,
  today = isoToday(),
): Promise<Question> {
  return withVector(understand(text, earlier, corpus, picked, parts, today), corpus)
}

async function withVector(question: Question, { reader, reports }: Corpus): Promise<Question> {
  if (!reader) return question
  const vector = await reader.encode(spelledOut(question.topic))
  const purposed = withPurpose(question, vector, reader.version)
  const inScope = new Set(question.reports)
  const places = reports.flatMap(({ id }, place) => (inScope.has(id) ? [place] : []))
  // one report without vectors beside others with them would be at a loss: then all are searched by words
  return places.length > 0 && reader.covers(places) ? { ...purposed, vector } : purposed
}

async function answerOf(read: Question, { kind, composed }: Made, speaking: Set<string>, topics: Topic[], corpus: Corpus): Promise<Answer> {
  const { quotes, mentions, related = [], sides = [], searched } = composed
  const { intent } = kind
  const question = searched ? { ...read, reports: searched, scope: { ...read.scope, years: [], reports: searched } } : read
  const answered = quotes.length > 0
  const quoted = [...new Set(quotes.flatMap(({ report, alike }) => [report, ...alike.map((also) => also.report)]).map(({ id }) => id))]
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
    reason: answered ? null : [composed.reason ?? whyNothing(question, corpus), ...asides(question, corpus)].join(' '),
    summary: answered
      ? SUMMARY.whole(composed.summary ?? SUMMARY.passages(quotes.length, quoted.length, question.reports.length), question)
      : '',
    quotes,
    sides: answered ? sides : [],
    coverage: { searched: question.reports, quoted, silent: silentIn(question, [...mentions, ...quoted, ...speaking]) },
    related: answered ? [] : related,
    notes: notesOn(composed, intent, question, corpus),
    topics,
    suggestions: [
      ...topics.map((topic) => topic.question),
      ...(await suggestionsFor(question, intent, [...new Set(quotes.flatMap(({ report }) => report.authority ?? []))], corpus)),
    ],
  }
}

/** The reports that do not speak of what is asked. */
function silentIn(question: Question, speaking: string[]): string[] {
  const known = new Set(speaking)
  return question.reports.filter((id) => !known.has(id))
}
