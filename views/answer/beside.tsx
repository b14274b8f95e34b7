/** The passage of a quote in its section, beside the chat on a wide screen. */

import type { Section } from '../../index/model/report.ts'
import type { Quote } from '../../server/cite/quote.ts'
import { Shelf } from '../ask/shelf.tsx'
import { Grade } from '../parts/grade.tsx'
import { quoteHref, reportHref } from '../parts/links.ts'
import type { Collection, GradeTag, ReportCard } from '../parts/report-card.ts'
import { Passages } from '../reports/passages.tsx'

export type Open = {
  quote: Quote
  card: ReportCard
  section: Section
  judged: Map<string, GradeTag>
  /** The quote's number and element id in the chat; null where it is not in the last answer. */
  number: number | null
  anchor: string | null
  /** It only comes near what was asked: it is not marked as evidence. */
  near: boolean
  /** This page without it. */
  closeHref: string
  words: string
}

export const Beside = ({ open, collection }: { open: Open | null; collection: Collection }) =>
  open ? (
    <aside id="beside" class="beside" aria-labelledby="beside-title">
      <div class="beside-head">
        <p class="beside-number">
          {open.number ? (
            <a href={`#${open.anchor}`} class="back-to-quote" data-back={open.anchor}>
              <span class="quote-number">{open.number}</span>
              <span>Back to the quote</span>
            </a>
          ) : (
            'In the report'
          )}
          <a class="beside-close" href={open.closeHref}>
            Close<span class="govuk-visually-hidden"> the passage</span>
          </a>
        </p>
        {open.near && <p class="beside-near">Near to what was asked. It does not answer it.</p>}
        <h2 id="beside-title" tabindex={-1}>
          <span class="govuk-visually-hidden">Passage{open.number ? ` of quote ${open.number}` : ''}: </span>
          {open.card.authority}, {open.card.kindName.toLowerCase()}
        </h2>
        <p class="beside-date">
          {open.card.date}{' '}
          {open.card.overall.map((tag) => (
            <Grade tag={tag} named />
          ))}
        </p>
      </div>
      <section class="beside-text sheet" aria-label="The section that holds the quote" hx-ignore>
        {open.section.path.length > 0 && <p class="section-path">{open.section.path.join(' › ')}</p>}
        {open.section.heading && <h3 class="sheet-heading">{open.section.heading.text}</h3>}
        <Passages
          passages={open.section.paragraphs}
          marks={
            new Map([
              [
                open.quote.proof.passage,
                [{ at: [open.quote.proof.start, open.quote.proof.end], ...(open.near && { look: 'near' as const }) }],
              ],
            ])
          }
          judged={open.judged}
          idPrefix="b-"
        />
      </section>
      <p class="beside-foot">
        <a href={quoteHref(open.quote, open.words)}>Read the whole report</a>
        <a href={reportHref(open.card.id)}>About this report</a>
      </p>
    </aside>
  ) : (
    <div id="beside" class="beside beside--shelf">
      <Shelf collection={collection} />
    </div>
  )
