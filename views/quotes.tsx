/** The quotes of an answer, grouped as its kind of question asks: by report, by side, by date or as a table. */
import type { Answer, Quote } from '../server/answer/answer.ts'
import { Grade } from './grade.tsx'
import { reportHref } from './links.ts'
import { type Placing, QuoteActions, QuotePlace, QuoteView } from './quote.tsx'
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
    const sided = answer.sides.flatMap((side) => byReport(answer.quotes.filter(({ id }) => side.quotes.includes(id))))
    const shown = sided.flatMap(([, quotes]) => quotes)
    return [...new Set([...shown, ...answer.quotes])]
  }
  return byReport(answer.quotes).flatMap(([, quotes]) => quotes)
}

/** `beneath`: a name that stands above already, and is not said again. */
const ReportLine = ({ card, beneath }: { card: ReportCard; beneath?: string | undefined }) => (
  <div class="report-line">
    <h3 class="report-name">
      <a href={reportHref(card.id)}>
        {card.authority !== beneath && (
          <>
            <strong>{card.authority}</strong>{' '}
          </>
        )}
        <span>{card.kindName}</span>
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

/** Neighbours that are items of one list, said in one voice, stand under one line that says so. */
function listsOf(quotes: Quote[]): Quote[][] {
  const lists: Quote[][] = []
  for (const quote of quotes) {
    const list = lists.at(-1)
    const last = list?.[0]
    if (
      last &&
      quote.kind === 'item' &&
      last.kind === 'item' &&
      quote.section === last.section &&
      quote.part === last.part &&
      quote.voice === last.voice
    )
      list.push(quote)
    else lists.push([quote])
  }
  return lists
}

const Listed = ({ quotes, drawn }: { quotes: Quote[]; drawn: Drawn }) => (
  <div class="listed">
    <QuotePlace quote={quotes[0]!} whole />
    {quotes.map((quote) => (
      <QuoteView quote={quote} placing={drawn.placings.get(quote.id)!} compact />
    ))}
  </div>
)

type GroupProps = { quotes: Quote[]; drawn: Drawn; bare?: boolean; beneath?: string | undefined }
const Group = ({ quotes, drawn, bare = false, beneath }: GroupProps) => (
  <section class="group">
    {!bare && <ReportLine card={drawn.cards.get(quotes[0]!.report.id)!} beneath={beneath} />}
    {listsOf(quotes).map((list) =>
      list.length > 1 ? <Listed quotes={list} drawn={drawn} /> : <QuoteView quote={list[0]!} placing={drawn.placings.get(list[0]!.id)!} />,
    )}
  </section>
)

/** Judgements as printed in a table: the area and the grade are read out of the row, and the row stands beneath. */
const JudgementRow = ({ quote, drawn }: { quote: Quote; drawn: Drawn }) => {
  const tag = drawn.judged.get(quote.proof.passage)
  const placing = drawn.placings.get(quote.id)!
  const area = tag?.area.slice(tag.area.indexOf(': ') + 1).trim()
  return (
    <tr
      class="quote quote--row"
      id={placing.anchor}
      tabindex={-1}
      data-citation={quote.citation}
      data-words={quote.text}
      aria-current={placing.isOpen ? 'true' : undefined}
    >
      <th scope="row">
        <span class="quote-number" aria-hidden="true">
          {placing.number}
        </span>
        <span>
          {tag?.area ?? quote.section}
          {quote.text !== `${area} ${tag?.grade}` && (
            <q class="printed" hx-ignore>
              <Words text={quote.text} marks={tag ? [] : quote.marks} />
            </q>
          )}
          {quote.caution && <span class="printed">{quote.caution}</span>}
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

/** Tables for what the reports judged, then whatever else was quoted; as a timeline where one council has several. */
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
  const authorities = new Set(groups.map(([id]) => drawn.cards.get(id)!.authority))
  if (groups.length === 1 || authorities.size > 1)
    return (
      <>
        {groups.map((group) => (
          <section class="group">{drawGroup(group)}</section>
        ))}
      </>
    )
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
            <Group quotes={group} drawn={drawn} beneath={side.name} />
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
