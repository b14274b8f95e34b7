/** The way from the text to the page: a small picture of it that is fetched only when it is opened, and the file itself. */
import { originalHref, pageHref, pageImageHref } from '../parts/links.ts'

/** What is kept of the file that a report was read from. `pages`: it can be shown; otherwise it can only be saved. */
export type KeptOriginal = { pages: boolean }

/**
 * A lazy picture in a closed `details` costs nothing until somebody opens it. Browsers without scripts fetch lazy pictures at once: for
 * them there is the link alone.
 */
export const PageOfQuote = ({ report, quote, of = '' }: { report: string; quote: string; of?: string }) => (
  <a class="page-of-quote" href={pageHref(report, 'quote', quote)}>
    <picture>
      <source media="(scripting: enabled)" srcset={pageImageHref(report, 'quote', quote, 'small')} />
      <img class="needs-script" width={220} height={311} loading="lazy" alt="" />
    </picture>
    <span>
      See the page as printed
      {of && <span class="govuk-visually-hidden">: {of}</span>}
    </span>
  </a>
)

export const SeePage = ({ report, quote }: { report: string; quote: string }) => (
  <details class="see-page">
    <summary>See the page</summary>
    <PageOfQuote report={report} quote={quote} />
  </details>
)

export const OriginalNote = ({ report, kept }: { report: string; kept: KeptOriginal | null }) => (
  <p class="original-note">
    {kept?.pages ? (
      <>
        <a href={pageHref(report, 1)}>See its pages as printed</a> or <a href={originalHref(report)}>open the original PDF</a>.
      </>
    ) : kept ? (
      <>
        <a href={originalHref(report)}>Download the original file</a>. It is no PDF, so there are no pages to show.
      </>
    ) : (
      'The original file is not kept here, so its pages cannot be shown. The text is the whole of what was read.'
    )}
  </p>
)
