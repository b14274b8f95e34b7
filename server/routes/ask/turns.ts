/** Answer → all that its drawing needs from the corpus. */
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Turn } from '../../../views/answer/answer.tsx'
import type { Open } from '../../../views/answer/beside.tsx'
import { inShownOrder, together } from '../../../views/answer/order.ts'
import type { Around } from '../../../views/answer/quote.tsx'
import { type Asked, chatHref, mentionsHref, NO_PICKS, type Picks } from '../../../views/parts/links.ts'
import type { GradeTag } from '../../../views/parts/report-card.ts'
import type { Answer } from '../../answer/answer.ts'
import { mentionsIn } from '../../answer/mentions.ts'
import { understand } from '../../answer/understand/understand.ts'
import { daysInWords } from '../../cite/citation.ts'
import type { Quote } from '../../cite/quote.ts'
import { type AlsoPrinted, cutOf, idsOf, namedOf, quoteOf } from '../../cite/quote.ts'
import { type Kept, withPages } from '../original/kept.ts'
import { collectionOf } from '../reports/report-card.ts'
import { scopeOf } from './asked.ts'
import { tabled } from './tables.ts'

const judgedIn = new WeakMap<Corpus, Map<string, GradeTag>>()

/** Grade tags by the passage that prints them. */
export function judgedOf(corpus: Corpus): Map<string, GradeTag> {
  const known = judgedIn.get(corpus)
  if (known) return known
  const tags = new Map<string, GradeTag>()
  const cards = new Map(collectionOf(corpus).cards.map((card) => [card.id, card]))
  for (const report of corpus.reports)
    report.judgements.forEach(({ passageId }, i) => {
      const tag = cards.get(report.id)?.judgements[i]
      if (tag) tags.set(passageId, tag)
    })
  judgedIn.set(corpus, tags)
  return tags
}

/** The words of a question worth looking for again in a report. */
const wordsOf = ({ interpretation }: Answer): string => interpretation.terms.map(({ word }) => word).join(' ')

function aroundOf(quote: Quote, corpus: Corpus): Around | null {
  const placed = corpus.passages.get(quote.proof.passage)
  if (!placed) return null
  const { paragraphs } = placed.section
  const at = paragraphs.indexOf(placed.passage)
  const near = (i: number): string | null => {
    const passage = at < 0 ? undefined : paragraphs[i]
    return passage?.evidence ? passage.text : null
  }
  return { before: near(at - 1), passage: placed.passage.text, after: near(at + 1), start: quote.proof.start, end: quote.proof.end }
}

/** Kinds of question whose answer is a choice among all that mention it. */
const CHOOSING: ReadonlySet<string> = new Set(['passages', 'figure'])

/** How many of the reports searched mention what was asked: counted once an answer, which is kept. */
const mentioning = new WeakMap<Answer, number>()

async function mentionedBy(answer: Answer, picks: Picks, corpus: Corpus): Promise<Turn['mentioned']> {
  const { interpretation, outcome, coverage } = answer
  const { question, intent } = interpretation
  if (outcome !== 'answered' || !CHOOSING.has(intent)) return null
  let reports = mentioning.get(answer)
  if (reports === undefined) {
    const found = await mentionsIn(understand(question, [], corpus, picks === NO_PICKS ? {} : scopeOf(picks, corpus)), corpus)
    reports = new Set(found.map(({ report }) => report)).size
    mentioning.set(answer, reports)
  }
  return reports > coverage.quoted.length ? { reports, searched: coverage.searched.length, href: mentionsHref(question, picks) } : null
}

/** A conversation as it is drawn: what was asked, the ids of the quotes that are in the briefing, and where originals are kept. */
export type Talk = { asked: Asked[]; kept: ReadonlySet<string>; originals: Kept }

/** `opened`: the id of the quote whose passage stands beside the chat. */
export async function turnOf(
  made: Answer,
  number: number,
  { asked, kept, originals }: Talk,
  corpus: Corpus,
  opened: string | null,
): Promise<Turn> {
  const cards = new Map(collectionOf(corpus).cards.map((card) => [card.id, card]))
  const { answer, restated } = tabled(made, cards, corpus)
  const shown = [...inShownOrder(answer, cards), ...together(answer.related)]
  const words = wordsOf(answer)
  const paged = await withPages(new Set(shown.map(({ report }) => report.id)), corpus, originals)
  return {
    answer,
    number,
    asked,
    kept,
    cards,
    judged: judgedOf(corpus),
    restated,
    mentioned: await mentionedBy(made, asked[number - 1]?.picks ?? NO_PICKS, corpus),
    placings: new Map(
      shown.map((quote, i) => [
        quote.id,
        {
          number: i + 1,
          anchor: `a${number}q${i + 1}`,
          around: aroundOf(quote, corpus),
          openHref: chatHref(asked, { open: quote.id }),
          ids: idsOf(quote),
          isKept: idsOf(quote).every((id) => kept.has(id)),
          hasPage: paged.has(quote.report.id),
          alike: namedOf(quote).map((also) => ({ name: nameOf(also), url: also.url })),
          isOpen: quote.id === opened,
          words,
        },
      ]),
    ),
  }
}

/** "Leeds, 4 to 8 February 2019". */
const nameOf = ({ report: { authority, title, inspected } }: AlsoPrinted): string =>
  [authority ?? title, inspected && daysInWords(inspected)].filter(Boolean).join(', ')

/**
 * What stands beside the chat: the quote asked for, else the first of the last answer. A comparison needs the width, and passages
 * that only come near are no answer: these open on demand.
 */
export function openOf(id: string | null, turns: Turn[], corpus: Corpus): Open | null {
  const answers = turns.toReversed()
  const last = answers.find(({ answer }) => answer.quotes.length + answer.related.length > 0)
  if (!last) return null
  const turn = answers.find(({ placings }) => id !== null && placings.has(id))
  const first = last.answer.outcome === 'answered' && last.answer.sides.length === 0 ? inShownOrder(last.answer, last.cards)[0] : undefined
  const cut = id ? cutOf(id, corpus) : null
  const quote = turn ? [...turn.answer.quotes, ...turn.answer.related].find((one) => one.id === id) : cut ? quoteOf(cut) : first
  const placed = quote && corpus.passages.get(quote.proof.passage)
  if (!quote || !placed) return null
  const placing = (turn ?? last).placings.get(quote.id)
  return {
    quote,
    card: last.cards.get(quote.report.id)!,
    section: placed.section,
    judged: last.judged,
    number: placing?.number ?? null,
    anchor: placing?.anchor ?? null,
    near: turn?.answer.related.some((one) => one.id === quote.id) ?? false,
    closeHref: chatHref(last.asked, placing ? { hash: placing.anchor } : {}),
    words: placing?.words ?? '',
  }
}
