/** The quotes of an answer, grouped as its kind of question asks: by report, by side, by date or as a table. */
import type { Answer, Quote } from '../server/answer/answer.ts'
import { Grade } from './grade.tsx'
import { reportHref } from './links.ts'
import { type Placing, QuoteActions, QuoteView } from './quote.tsx'
import type { GradeTag, ReportCard } from './report-card.ts'
import { Words } from './words.tsx'

export type Drawn = {
  answer: Answer
  cards: Map<string, ReportCard>
  placings: Map<string, Placing>
  /** What a table row judges, by the passage that prints it. */
  judged: Map<string, GradeTag>
}

/** Reports in the order in which their first quote comes. */
export function byReport(quotes: Quote[]): [string, Quote[]][] {
  const groups = new Map<string, Quote[]>()
  for (const quote of quotes) groups.set(quote.report.id, [...(groups.get(quote.report.id) ?? []), quote])
  return [...groups]
}

/** Sides in their order, reports in theirs: the order in which the page shows, and so numbers, the quotes. */
export function inShownOrder(answer: Answer): Quote[] {
  if (answer.sides.length > 0) {
    const sided = answer.sides.flatMap((side) => side.quotes.flatMap((id) => answer.quotes.find((quote) => quote.id === id) ?? []))
    return [...sided, ...answer.quotes.filter((quote) => !sided.includes(quote))]
  }
  return byReport(answer.quotes).flatMap(([, quotes]) => quotes)
}

export const ReportLine = ({ card }: { card: ReportCard }) => (
  <div class="report-line">
    <h3 class="report-name">
      <a href={reportHref(card.id)}>
        <strong>{card.authority}</strong> <span>{card.kindName}</span>
      </a>
    </h3>
    <p class="report-date">{card.date}</p>
    {card.overall.length > 0 && (
      <p class="report-grades">
        {card.overall.map((tag) => (
          <Grade tag={tag} named />
        ))}
      </p>
    )}
  </div>
)

const isListed = (quotes: Quote[]): boolean => quotes.length > 1 && quotes.every(({ kind }) => kind === 'item')

const Group = ({ quotes, drawn, bare = false }: { quotes: Quote[]; drawn: Drawn; bare?: boolean }) => {
  const card = drawn.cards.get(quotes[0]!.report.id)!
  const compact = isListed(quotes)
  return (
    <section class={compact ? 'group group--list' : 'group'}>
      {!bare && <ReportLine card={card} />}
      {quotes.map((quote) => (
        <QuoteView quote={quote} placing={drawn.placings.get(quote.id)!} compact={compact} />
      ))}
    </section>
  )
}

/** Judgements as printed in a table: the area and the grade are read out of the row, and the row stands beneath. */
const JudgementRow = ({ quote, drawn }: { quote: Quote; drawn: Drawn }) => {
  const tag = drawn.judged.get(quote.proof.passage)
  const placing = drawn.placings.get(quote.id)!
  return (
    <tr
      class="quote quote--row"
      id={placing.anchor}
      tabindex={-1}
      data-citation={quote.citation}
      aria-current={placing.isOpen ? 'true' : undefined}
    >
      <th scope="row">
        <span class="quote-number" aria-hidden="true">
          {placing.number}
        </span>
        <span>
          {tag?.area ?? quote.section}
          <q class="printed quote-text" hx-ignore>
            <Words text={quote.text} marks={tag ? [] : quote.marks} />
          </q>
          <QuoteActions quote={quote} placing={placing} />
        </span>
      </th>
      <td>{tag && <Grade tag={tag} />}</td>
    </tr>
  )
}

const JudgementTable = ({ quotes, drawn }: { quotes: Quote[]; drawn: Drawn }) => (
  <table class="judgements">
    <caption class="govuk-visually-hidden">Judgements, each with the row as printed</caption>
    <thead>
      <tr>
        <th scope="col">What was judged</th>
        <th scope="col">Grade</th>
      </tr>
    </thead>
    <tbody>
      {quotes.map((quote) => (
        <JudgementRow quote={quote} drawn={drawn} />
      ))}
    </tbody>
  </table>
)

/** Tables for what the reports judged, then whatever else was quoted; by date where there are several reports. */
const Judgements = ({ drawn }: { drawn: Drawn }) => {
  const groups = byReport(drawn.answer.quotes)
  const drawGroup = ([id, quotes]: [string, Quote[]]) => {
    const rows = quotes.filter((quote) => drawn.judged.has(quote.proof.passage))
    const rest = quotes.filter((quote) => !rows.includes(quote))
    return (
      <>
        <ReportLine card={drawn.cards.get(id)!} />
        {rows.length > 0 && <JudgementTable quotes={rows} drawn={drawn} />}
        {rest.length > 0 && <Group quotes={rest} drawn={drawn} bare />}
      </>
    )
  }
  if (groups.length === 1) return <section class="group">{drawGroup(groups[0]!)}</section>
  return (
    <ol class="timeline">
      {groups.map((group) => (
        <li>
          <section class="group">{drawGroup(group)}</section>
        </li>
      ))}
    </ol>
  )
}

const Sides = ({ drawn }: { drawn: Drawn }) => (
  <div class="sides">
    {drawn.answer.sides.map((side) => {
      const quotes = drawn.answer.quotes.filter(({ id }) => side.quotes.includes(id))
      return (
        <section class="side">
          <h3 class="side-name">{side.name}</h3>
          {quotes.length === 0 && <p class="quiet">Nothing found on this side.</p>}
          {byReport(quotes).map(([, group]) => (
            <Group quotes={group} drawn={drawn} />
          ))}
        </section>
      )
    })}
  </div>
)

export const Quotes = ({ drawn }: { drawn: Drawn }) => {
  const { answer } = drawn
  if (answer.sides.length > 0) return <Sides drawn={drawn} />
  if (answer.interpretation.intent === 'judgement' && answer.quotes.some(({ proof }) => drawn.judged.has(proof.passage)))
    return <Judgements drawn={drawn} />
  return (
    <>
      {byReport(answer.quotes).map(([, quotes]) => (
        <Group quotes={quotes} drawn={drawn} />
      ))}
    </>
  )
}
