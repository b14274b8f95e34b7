/** A page of the original as printed, with the quote marked on it. The words stand beside it as text, for whoever does not see it. */
import type { Report } from '../../index/model/report.ts'
import type { Box } from '../../server/original/page.ts'
import { originalHref, pageHref, pageImageHref, sentenceHref } from '../parts/links.ts'
import type { ReportCard } from '../parts/report-card.ts'

export type PageShown = {
  report: Pick<Report, 'id' | 'title' | 'publisher'>
  card: ReportCard
  /** As counted in the file, from 1, and how many there are. */
  page: number
  of: number
  /** In pixels; the boxes in parts of it. */
  picture: { width: number; height: number; boxes: Box[] }
  /** Stretches of the quote on this page that could not be marked. */
  unproven: number
  quote: { id: string; text: string; citation: string; passage: string } | null
  /** The pages that the quote stands on. */
  quotePages: number[]
}

const Steps = ({ shown: { report, page, of, quote }, below = false }: { shown: PageShown; below?: boolean }) => (
  <nav class="page-steps" aria-label={`Pages of the original${below ? ', below the page' : ''}`}>
    <ul>
      {page > 1 && (
        <li>
          <a rel="prev" href={pageHref(report.id, page - 1, quote?.id)}>
            Previous page
          </a>
        </li>
      )}
      <li aria-current="page">
        Page {page} of {of}
      </li>
      {page < of && (
        <li>
          <a rel="next" href={pageHref(report.id, page + 1, quote?.id)}>
            Next page
          </a>
        </li>
      )}
    </ul>
  </nav>
)

const Where = ({ shown: { report, page, quote, quotePages, picture, unproven } }: { shown: PageShown }) => {
  if (!quote) return null
  const others = quotePages.filter((other) => other !== page)
  return (
    <>
      {picture.boxes.length > 0 && <p>The quote is marked on the page{others.length > 0 ? ', as far as it stands on this one' : ''}.</p>}
      {unproven > 0 && <p class="caution">Not every word of it could be found on the page for certain, so not all is marked.</p>}
      {quotePages.length === 0 && <p class="caution">Where it stands on the page is not known, so nothing is marked.</p>}
      {others.length > 0 && (
        <p>
          {quotePages.includes(page) ? 'It also stands on ' : 'It does not stand on this page but on '}
          {others.map((other, i) => (
            <>
              {i > 0 && ' and '}
              <a href={pageHref(report.id, other, quote.id)}>page {other}</a>
            </>
          ))}
          .
        </p>
      )}
    </>
  )
}

export const OriginalPage = ({ shown }: { shown: PageShown }) => {
  const { report, card, page, picture, quote } = shown
  return (
    <article class="original">
      <header class="reader-head">
        <p class="crumbs">
          <a href="/reports">Reports</a> › <a href={`/reports/${encodeURIComponent(report.id)}`}>{report.title}</a>
        </p>
        <h1>
          Page {page} as printed
          <span class="original-of">
            {card.authority}, {card.kindName.toLowerCase()}, {card.date}
          </span>
        </h1>
      </header>
      {quote && (
        <section class="cited" aria-labelledby="quoted">
          <h2 id="quoted" class="govuk-visually-hidden">
            The quote
          </h2>
          <blockquote class="original-quote">
            <p>{quote.text}</p>
          </blockquote>
          <p>{quote.citation}</p>
          <Where shown={shown} />
        </section>
      )}
      <ul class="quote-actions">
        <li>
          <a href={quote ? sentenceHref(report.id, quote.passage, quote.id) : `/reports/${encodeURIComponent(report.id)}`}>
            Read it as text
          </a>
        </li>
        <li>
          <a href={`${originalHref(report.id)}#page=${page}`}>Open the original PDF at this page</a>
        </li>
      </ul>
      <Steps shown={shown} />
      <div class="original-page" id="page">
        <img
          src={pageImageHref(report.id, page, quote?.id)}
          width={picture.width}
          height={picture.height}
          alt={`Page ${page} of the original, as a picture. Its words are in the text of the report.`}
        />
        {picture.boxes.length > 0 && (
          <svg class="original-marks" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            {picture.boxes.map(({ left, top, width, height }) => (
              <rect x={left.toFixed(5)} y={top.toFixed(5)} width={width.toFixed(5)} height={height.toFixed(5)} />
            ))}
          </svg>
        )}
      </div>
      <Steps shown={shown} below />
    </article>
  )
}
