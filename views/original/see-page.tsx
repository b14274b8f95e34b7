/** The way from the text to the page: a small picture of it that is fetched only when it is opened, and the file itself. */
import { originalHref, pageHref, pageImageHref } from '../parts/links.ts'

/** What is kept of the file that a report was read from. `pages`: it can be shown; otherwise it can only be saved. */
export type KeptOriginal = { pages: boolean }

/** A closed `details` draws nothing, so a lazy picture inside it costs nothing until somebody opens it: with or without a script. */
export const SeePage = ({ report, page, quote }: { report: string; page: number; quote: string }) => (
  <details class="see-page">
    <summary>See the page</summary>
    <a href={pageHref(report, page, quote)}>
      <img
        src={pageImageHref(report, page, quote, 'small')}
        width={220}
        height={311}
        loading="lazy"
        alt={`Open page ${page} as printed, with the quote marked`}
      />
    </a>
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
