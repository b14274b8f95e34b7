/** All reports that mention what was asked, with the first passage of each. */
import type { Quote } from '../../server/cite/quote.ts'
import { chatHref, mentionsHref, NO_PICKS, type Picks, quoteHref, reportHref } from '../parts/links.ts'
import { Pages } from '../parts/pages.tsx'
import type { ReportCard } from '../parts/report-card.ts'
import { count, listed } from '../parts/wording.ts'
import { Words } from '../parts/words.tsx'

export type MentionPage = {
  question: string
  picks: Picks
  terms: string[]
  /** Which councils are meant, where they were named together. */
  group: string | null
  /** Why there is none. */
  reason: string | null
  entries: { card: ReportCard; quote: Quote; mentions: number }[]
  reports: number
  passages: number
  searched: number
  page: number
  pages: number
  csv: string
}

const Ask = ({ question }: { question: string }) => (
  <form class="find" action="/mentions" method="get">
    <label for="mentioned">Find every report that mentions</label>
    <div class="find-row">
      <input class="govuk-input" id="mentioned" name="q" type="search" value={question} maxlength={500} autocomplete="off" />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Find
      </button>
    </div>
  </form>
)

export const MentionsView = (shown: MentionPage) => {
  const { question, picks, terms, group, reason, entries, reports, passages, searched, page, pages, csv } = shown
  return (
    <div class="catalogue">
      <h1>{question ? 'Every report that mentions it' : 'Find mentions'}</h1>
      <Ask question={question} />
      {question && (
        <p class="tally">
          <span>
            {count(reports, 'report')} of {searched} {reports === 1 ? 'mentions' : 'mention'} {listed(terms) || 'this'}, in{' '}
            {count(passages, 'passage')}
            {group && `. Asked of ${group}`}
          </span>
          {reports > 0 && (
            <>
              <a href={chatHref([{ question, picks, sure: false }])}>Ask it as a question</a>
              <a href={csv}>Download as CSV</a>
            </>
          )}
        </p>
      )}
      {question && reports === 0 && (
        <div class="no-answer">
          <h2>No report mentions this</h2>
          {reason && <p class="no-answer-why">{reason}</p>}
          {picks !== NO_PICKS && (
            <p>
              <a href={mentionsHref(question)}>Look in all reports</a>
            </p>
          )}
        </div>
      )}
      {entries.length > 0 && (
        <ol class="entries">
          {entries.map(({ card, quote, mentions }) => (
            <li class="mention">
              <h2>
                <a href={reportHref(card.id)}>
                  {card.authority}, {card.kindName.toLowerCase()}
                </a>
                <span class="quiet">, {card.date}</span>
              </h2>
              <blockquote cite={quote.url} hx-ignore>
                <Words text={quote.text} marks={quote.marks.map((at) => ({ at }))} />
              </blockquote>
              <p class="quiet">
                {quote.speaker !== 'Ofsted' && `Words of ${quote.speaker}. `}
                {quote.section && `Under “${quote.section}”${quote.paragraph ? `, paragraph ${quote.paragraph}` : ''}. `}
                <a href={quoteHref(quote, listed(terms.slice(0, 1)))}>
                  {mentions === 1 ? 'Read it in the report' : `Read the first of ${mentions} passages`}
                  <span class="govuk-visually-hidden">
                    : {card.authority}, {card.date}
                  </span>
                </a>
              </p>
            </li>
          ))}
        </ol>
      )}
      <Pages what="mentions" page={page} pages={pages} href={(to) => mentionsHref(question, picks, to)} />
    </div>
  )
}
