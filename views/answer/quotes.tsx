/** The quotes of an answer, grouped as its kind of question asks: by report, by side, by date or as a table. */
import type { Answer } from '../../server/answer/answer.ts'
import type { Quote } from '../../server/cite/quote.ts'
import { JudgementTables } from '../national/judgement-table.tsx'
import { Grade } from '../parts/grade.tsx'
import { type Asked, chatHref, NO_PICKS, reportHref } from '../parts/links.ts'
import type { GradeTag, ReportCard } from '../parts/report-card.ts'
import { count, listed } from '../parts/wording.ts'
import { byCouncil, byReport, councilsQuoted, foldOf, isJudged } from './order.ts'
import { type Placing, QuoteView, VoiceBadge } from './quote.tsx'

export type Drawn = {
  answer: Answer
  /** Its number in the conversation, from 1, and what was asked in it. */
  number: number
  asked: Asked[]
  cards: Map<string, ReportCard>
  placings: Map<string, Placing>
  /** What a table row judges, by the passage that prints it. */
  judged: Map<string, GradeTag>
  /** Ids of headings that state the grade of a quoted row once more. */
  restated: ReadonlySet<string>
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

/** Neighbours in one section stand under one line that names it; judged table rows are a table of their own. */
function runsOf(quotes: Quote[], drawn: Drawn): Quote[][] {
  const kindOf = ({ kind, section, part, proof }: Quote): string =>
    drawn.judged.has(proof.passage) ? 'judged' : kind === 'heading' ? 'heading' : `${part} ${section}`
  const runs: Quote[][] = []
  for (const quote of quotes) {
    const run = runs.at(-1)
    if (run && kindOf(run[0]!) === kindOf(quote)) run.push(quote)
    else runs.push([quote])
  }
  return runs
}

/** Items of one list, said in one voice, need the voice and the place only once. */
const isList = (quotes: Quote[]): boolean =>
  quotes.length > 1 && quotes.every(({ kind, voice }) => kind === 'item' && voice === quotes[0]!.voice)

/** `apart`: other runs of the same report stand above or below, so that a place has to be named even where there is no heading. */
const Run = ({ quotes, drawn, apart }: { quotes: Quote[]; drawn: Drawn; apart: boolean }) => {
  const [first] = quotes
  if (!first) return null
  if (drawn.judged.has(first.proof.passage)) return <JudgementTables quotes={quotes} drawn={drawn} />
  const list = isList(quotes)
  const section = first.kind === 'heading' ? null : (first.section ?? (apart ? 'Above the first heading' : null))
  return (
    <div class="run">
      {(section || first.part) && (
        <p class="section-line">
          {list && <VoiceBadge voice={first.voice} />}
          <span>{[first.part, section].filter(Boolean).join(' › ')}</span>
        </p>
      )}
      {quotes.map((quote) => (
        <QuoteView quote={quote} placing={drawn.placings.get(quote.id)!} place={list ? 'none' : 'spot'} />
      ))}
    </div>
  )
}

type GroupProps = { quotes: Quote[]; drawn: Drawn; beneath?: string | undefined }
/** `more`: another report of the council above. */
const Group = ({ quotes, drawn, beneath, more = false }: GroupProps & { more?: boolean }) => {
  const again = quotes.filter(({ id }) => drawn.restated.has(id))
  const own = quotes.filter((quote) => !again.includes(quote))
  return (
    <section class={more ? 'group group--more' : 'group'}>
      <ReportLine card={drawn.cards.get(quotes[0]!.report.id)!} beneath={beneath} />
      {runsOf(own, drawn).map((run, _, runs) => (
        <Run quotes={run} drawn={drawn} apart={runs.length > 1} />
      ))}
      {again.length > 0 && <Again quotes={again} drawn={drawn} />}
    </section>
  )
}

/** Two proofs of one grade: the row stands in the table, and the heading is there for who wants it. */
const Again = ({ quotes, drawn }: { quotes: Quote[]; drawn: Drawn }) => (
  <details class="again">
    <summary>
      The same in {count(quotes.length, 'heading')}
      <span class="govuk-visually-hidden"> of {drawn.cards.get(quotes[0]!.report.id)!.date}</span>
    </summary>
    {quotes.map((quote) => (
      <QuoteView quote={quote} placing={drawn.placings.get(quote.id)!} place="spot" />
    ))}
  </details>
)

type FoldedProps = { open: Quote[]; folded: Quote[]; drawn: Drawn; beneath?: string; of?: string }
const Folded = ({ open, folded, drawn, beneath, of = '' }: FoldedProps) => (
  <>
    <Groups quotes={open} drawn={drawn} beneath={beneath} />
    {folded.length > 0 && (
      <details class="rest">
        <summary>
          Show all {open.length + folded.length} quotes{of}
        </summary>
        <Groups quotes={folded} drawn={drawn} beneath={beneath} />
      </details>
    )}
  </>
)

/** Reports of one council stand one under another, and only the first says its name. */
export const Groups = ({ quotes, drawn, beneath }: GroupProps) => (
  <>
    {byCouncil(quotes).map((own) =>
      byReport(own).map((group, i) => (
        <Group quotes={group} drawn={drawn} beneath={i > 0 ? drawn.cards.get(group[0]!.report.id)!.authority : beneath} more={i > 0} />
      )),
    )}
  </>
)

/** One council's reports along a line of time. */
const Timeline = ({ drawn }: { drawn: Drawn }) => (
  <ol class="timeline">
    {byReport(drawn.answer.quotes).map((group) => (
      <li>
        <Group quotes={group} drawn={drawn} />
      </li>
    ))}
  </ol>
)

/** Asked alone, a side may well have an answer: there it competes with no other. */
const Empty = ({ name, drawn: { answer, asked, number } }: { name: string; drawn: Drawn }) => {
  const topic = listed(answer.interpretation.terms.map(({ word }) => word))
  // a time is one of the council's
  const where = /^\d{4}$/.test(name) ? [...answer.interpretation.scope.authorities, name].join(' in ') : name
  const alone = { question: `${topic} in ${where}`, picks: NO_PICKS, sure: false }
  return (
    <p class="quiet">
      No answer was found on this side.{' '}
      {topic && <a href={chatHref([...asked.slice(0, number), alone], { hash: `a${number + 1}` })}>Ask it of {where} alone</a>}
    </p>
  )
}

/** Fewer than in an answer: a column of a comparison has half the room. */
const FOLDED_FROM_ON_A_SIDE = 6
const SHOWN_ON_A_SIDE = 4

/** Columns for two, and a line of time for more than two years: three columns leave no room to read. */
const Sides = ({ drawn }: { drawn: Drawn }) => {
  const { sides, quotes } = drawn.answer
  const asTimeline = sides.length > 2 && sides.every(({ name }) => /^\d{4}$/.test(name))
  return (
    <div class={asTimeline ? 'timeline' : 'sides'}>
      {sides.map((side) => {
        const own = byReport(quotes.filter(({ id }) => side.quotes.includes(id))).flat()
        // a table folds by itself, as a whole
        const isTable = own.every(({ id, proof }) => drawn.judged.has(proof.passage) || drawn.restated.has(id))
        const shown = isTable || own.length < FOLDED_FROM_ON_A_SIDE ? own.length : SHOWN_ON_A_SIDE
        return (
          <section class="side">
            <h3 class="side-name">{side.name}</h3>
            {own.length === 0 && <Empty name={side.name} drawn={drawn} />}
            <Folded open={own.slice(0, shown)} folded={own.slice(shown)} drawn={drawn} beneath={side.name} of={` on ${side.name}`} />
          </section>
        )
      })}
    </div>
  )
}

export const Quotes = ({ drawn }: { drawn: Drawn }) => {
  const { answer, cards } = drawn
  const reports = new Set(answer.quotes.map(({ report }) => report.id)).size
  if (answer.sides.length > 0) return <Sides drawn={drawn} />
  if (isJudged(answer) && reports > 1 && councilsQuoted(answer) === 1) return <Timeline drawn={drawn} />
  return <Folded {...foldOf(answer, cards)} drawn={drawn} />
}
