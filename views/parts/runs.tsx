import type { Run } from '../../server/cite/styles.ts'

/** A citation with its italics and links. */
export const RunsView = ({ runs }: { runs: Run[] }) => (
  <>
    {runs.map(({ text, italic, href }) =>
      href ? (
        <a class="govuk-link" href={href}>
          {text}
        </a>
      ) : italic ? (
        <i>{text}</i>
      ) : (
        text
      ),
    )}
  </>
)
