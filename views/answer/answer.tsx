/** One question with its answer: the question, how it was understood, the quotes, and what was searched. */
import { NO_PICKS, reportHref } from '../parts/links.ts'
import type { Collection, ReportCard } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import { Suggestions } from './ask-next.tsx'
import { Keep } from './keep.tsx'
import { isNear, NoAnswer, ONLY_NEAR, OUTCOMES } from './no-answer.tsx'
import { foldOf, gradesCounted, inShownOrder, isJudged, isOverMany } from './order.ts'
import { type Drawn, Quotes } from './quotes.tsx'
import { Understood } from './understood.tsx'

/** `kept`: ids of the quotes that are in the briefing. */
export type Turn = Drawn & {
  kept: ReadonlySet<string>
  /** How many of the reports searched mention what was asked, and where they are listed; null where no more do than are quoted. */
  mentioned: { reports: number; searched: number; href: string } | null
}

/** More than these are listed by council, with a link for each year: an answer of the whole country names four hundred. */
const MOST_BY_NAME = 20

const ByCouncil = ({ cards }: { cards: ReportCard[] }) => (
  <ul class="by-council">
    {[...new Set(cards.map(({ authority }) => authority))].map((council) => (
      <li>
        {council}{' '}
        {cards
          .filter(({ authority }) => authority === council)
          .map(({ id, day }) => (
            <>
              <a href={reportHref(id)}>{day.slice(0, 4) || 'undated'}</a>{' '}
            </>
          ))}
      </li>
    ))}
  </ul>
)

const Reports = ({ ids, cards }: { ids: string[]; cards: Map<string, ReportCard> }) => {
  const listed = ids.flatMap((id) => cards.get(id) ?? [])
  if (listed.length > MOST_BY_NAME) return <ByCouncil cards={listed.toSorted((a, b) => a.authority.localeCompare(b.authority))} />
  return (
    <ul>
      {listed.map((card) => (
        <li>
          <a href={reportHref(card.id)}>
            {card.authority}, {card.kindName.toLowerCase()}
          </a>
          , {card.date}
        </li>
      ))}
    </ul>
  )
}

const Coverage = ({ answer: { coverage }, cards, number }: Turn) => {
  const { searched, quoted, silent } = coverage
  if (searched.length === 0) return null
  const others = searched.filter((id) => !quoted.includes(id) && !silent.includes(id))
  return (
    <details class="coverage">
      <summary>
        <span>
          {silent.length === searched.length
            ? silent.length === 1
              ? 'Nothing was found in the one report searched'
              : `Nothing was found in any of the ${silent.length} reports searched`
            : `Searched ${count(searched.length, 'report')}: ${[
                quoted.length > 0 && `${quoted.length} quoted`,
                others.length > 0 && `${others.length} that speak of it and are not quoted`,
                silent.length > 0 && `nothing found in ${silent.length}`,
              ]
                .filter(Boolean)
                .join(', ')}`}
        </span>
        <span class="change">
          Show<span class="govuk-visually-hidden"> the reports searched for question {number}</span>
        </span>
      </summary>
      <div class="coverage-lists">
        {[['Quoted', quoted] as const, ['Mentioned, not quoted', others] as const, ['Nothing found on it', silent] as const].map(
          ([name, ids]) =>
            ids.length > 0 && (
              <section>
                <h4>{name}</h4>
                <Reports ids={ids} cards={cards} />
              </section>
            ),
        )}
      </div>
    </details>
  )
}

/** What was counted comes first: quotes are a choice, and this says of how many. */
const Counted = ({ turn }: { turn: Turn }) => {
  const { answer, cards, judged, restated, mentioned } = turn
  const { sides, coverage } = answer
  const quotes = answer.quotes.filter(({ id }) => !restated.has(id))
  const many = isOverMany(answer)
  const { open, folded } = foldOf(answer, cards)
  const grades = many && isJudged(answer) ? gradesCounted(answer, judged) : null
  return (
    <span class="counted">
      {mentioned && (
        <a href={mentioned.href}>
          {mentioned.reports} of {count(mentioned.searched, 'report')} {mentioned.reports === 1 ? 'mentions' : 'mention'} this
        </a>
      )}
      {grades && <span>{grades}</span>}
      <span>
        {many && folded.length > 0 && !grades
          ? `The strongest ${open.length} of ${quotes.length} quotes`
          : `${count(quotes.length, 'quote')} from ${count(coverage.quoted.length, 'report')}`}
        {many ? ', newest inspection first' : <span class="wide-only">, word for word</span>}
        {sides.length > 0 && ` (${sides.map((side) => `${side.name}: ${side.quotes.length}`).join(', ')})`}
      </span>
    </span>
  )
}

const Mentioned = ({ mentioned }: Turn) =>
  mentioned && (
    <p class="mentioned">
      <a href={mentioned.href}>Show all {mentioned.reports} reports that mention this</a>
    </p>
  )

/** Our own words, so set apart from the quotes. */
const Notes = ({ notes }: { notes: string[] }) =>
  notes.length === 0 ? null : (
    <ul class="notes">
      {notes.map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  )

/** A heading that states the grade of a row once more is no second quote. */
const KeepAll = ({ turn: { answer, cards, kept, number, restated, placings } }: { turn: Turn }) => {
  const left = inShownOrder(answer, cards).filter(({ id }) => !kept.has(id) && !restated.has(id))
  return left.length < 2 ? null : (
    <Keep
      ids={left.flatMap(({ id }) => placings.get(id)!.ids)}
      anchor={`a${number}`}
      isKept={false}
      what={`all ${left.length} quotes`}
      all
    />
  )
}

/** What the status line says aloud when the answer stands on the page. */
export function announcement({ answer, restated }: Pick<Turn, 'answer' | 'restated'>): string {
  const { outcome } = answer
  const quotes = answer.quotes.filter(({ id }) => !restated.has(id))
  if (isNear(answer)) return `${ONLY_NEAR}. The nearest follow: ${count(answer.related.length, 'passage')}`
  if (outcome !== 'answered') return `${OUTCOMES[outcome]}.`
  return `Answer ready: ${count(quotes.length, 'quote')} from ${count(answer.coverage.quoted.length, 'report')}`
}

export const AnswerView = ({ turn, collection, last }: { turn: Turn; collection: Collection; last: boolean }) => {
  const { answer, number, asked } = turn
  return (
    <section class="answer" aria-labelledby={`a${number}`} data-announce={last ? announcement(turn) : undefined}>
      <h2 class="question" id={`a${number}`} tabindex={-1}>
        {answer.question}
      </h2>
      <Understood
        answer={answer}
        picks={asked[number - 1]?.picks ?? NO_PICKS}
        number={number}
        before={asked.slice(0, number - 1)}
        after={asked.slice(number)}
        collection={collection}
      />
      {answer.outcome === 'answered' ? (
        <>
          <p class="tally">
            <Counted turn={turn} />
            <KeepAll turn={turn} />
          </p>
          <Quotes drawn={turn} />
          <Notes notes={answer.notes} />
          <Mentioned {...turn} />
        </>
      ) : (
        <NoAnswer turn={turn} collection={collection} last={last} />
      )}
      <Coverage {...turn} />
      {last && <Suggestions {...turn} />}
    </section>
  )
}
