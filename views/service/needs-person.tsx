/** The reports of which nobody knows the council yet, at the top of the page, each with a way to say it. */
import type { CouncilFound, Report } from '../../index/model/report.ts'
import { count } from '../parts/wording.ts'

export type Unsettled = Pick<Report, 'id' | 'title' | 'source' | 'sha256' | 'authority' | 'councilFound'>

const WHY: Record<NonNullable<CouncilFound['open']>, string> = {
  none: 'Nothing in it names a council.',
  two: 'It names more than one council.',
  'not listed': 'The council that it names is not on the list of English authorities.',
}
const WHERE: Record<CouncilFound['evidence'][number]['from'], string> = {
  person: 'set by a person',
  catalogue: 'the catalogue',
  title: 'the title',
  head: 'the head of the letter or cover',
  path: 'the name of the file or folder',
  text: 'the running text',
}

/** `councils`: names of all authorities that may be chosen. */
export const NeedsPerson = ({ reports, councils }: { reports: Unsettled[]; councils: string[] }) => (
  <section aria-labelledby="needs-person">
    <h2 class="govuk-heading-m" id="needs-person">
      {count(reports.length, 'report')} {reports.length === 1 ? 'needs' : 'need'} a person
    </h2>
    <p class="govuk-body">
      Nobody knows yet which council {reports.length === 1 ? 'this report is' : 'these reports are'} about. Answers about a council leave{' '}
      {reports.length === 1 ? 'it' : 'them'} out and say so. What you set here is kept when the file is read again.
    </p>
    <ul class="govuk-list">
      {reports.map((report) => (
        <li>
          <p class="govuk-body">
            <a href={`/reports/${report.id}`}>{report.title}</a>, {report.source}.{' '}
            {report.councilFound.open && WHY[report.councilFound.open]}
          </p>
          {report.councilFound.evidence.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {report.councilFound.evidence.map(({ from, authority, printed }) => (
                <li>
                  {authority} in {WHERE[from]}: <q>{printed}</q>
                </li>
              ))}
            </ul>
          )}
          <SetCouncil report={report} councils={councils} />
        </li>
      ))}
    </ul>
  </section>
)

/** Says which council a report is about; what was found so far stands first. */
const SetCouncil = ({ report, councils }: { report: Unsettled; councils: string[] }) => {
  const found = [...new Set(report.councilFound.evidence.flatMap(({ authority }) => authority ?? []))]
  const field = `council-${report.sha256.slice(0, 12)}`
  return (
    <form action="/admin/reports/council" method="post">
      <input type="hidden" name="sha256" value={report.sha256} />
      <label class="govuk-label" for={field}>
        Council of this report
      </label>
      <select class="govuk-select" id={field} name="authority">
        {[...found, ...councils.filter((name) => !found.includes(name))].map((name) => (
          <option value={name}>{name}</option>
        ))}
        <option value="">No one council</option>
      </select>{' '}
      <button class="govuk-button" type="submit" aria-label={`Set the council of ${report.title}`}>
        Set
      </button>
    </form>
  )
}

/** Beside a report whose council a person has set: the way back. */
export const SettledByPerson = ({ report }: { report: Unsettled }) =>
  report.councilFound.evidence[0]?.from === 'person' ? (
    <form action="/admin/reports/council/undo" method="post">
      <input type="hidden" name="sha256" value={report.sha256} />
      Set by a person: {report.authority ?? 'no one council'}.{' '}
      <button
        class="govuk-button govuk-button--secondary"
        type="submit"
        aria-label={`Let the council of ${report.title} be found by reading`}
      >
        Undo
      </button>
    </form>
  ) : null
