import type { Passage, Report } from '../index/report.ts'

type Mark = { passage: string; start: number; end: number } | null

const Text = ({ passage, mark }: { passage: Passage; mark: Mark }) =>
  mark?.passage === passage.id ? (
    <>
      {passage.text.slice(0, mark.start)}
      <mark>{passage.text.slice(mark.start, mark.end)}</mark>
      {passage.text.slice(mark.end)}
    </>
  ) : (
    passage.text
  )

export const ReportView = ({ report, mark }: { report: Report; mark: Mark }) => (
  <article>
    <h1 class="govuk-heading-l">{report.title}</h1>
    {report.sections.map(({ heading, paragraphs }) => (
      <section>
        {heading && (
          <h2 class="govuk-heading-m" id={heading.id}>
            <Text passage={heading} mark={mark} />
          </h2>
        )}
        {paragraphs.map((passage) => (
          <p class="govuk-body" id={passage.id}>
            {passage.number && `${passage.number}. `}
            <Text passage={passage} mark={mark} />
          </p>
        ))}
      </section>
    ))}
  </article>
)
