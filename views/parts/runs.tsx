import type { Run } from '../../server/cite/styles.ts'

/** A citation with its italics and links. */
export const RunsView = ({ runs }: { runs: Run[] }) => (
  <>{runs.map(({ text, italic, href }) => (href ? <a href={href}>{text}</a> : italic ? <i>{text}</i> : text))}</>
)
