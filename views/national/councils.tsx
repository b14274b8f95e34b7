/** All councils by region, each with its latest overall grade. */
import type { Report } from '../../index/model/report.ts'
import type { Choice, Choices, Council } from '../../server/national/councils.ts'
import { councilHref } from '../parts/links.ts'
import { count } from '../parts/wording.ts'
import { ChooseCouncils } from './choose-councils.tsx'
import { GradeLink } from './judgement-grid.tsx'

type Props = { councils: Council[]; choice: Choice; choices: Choices; dateOf: (report: Report) => string }

const NOWHERE = 'Region not known'

export const CouncilsView = ({ councils, choice, choices, dateOf }: Props) => {
  const regions = [...new Set(councils.map(({ known }) => known?.region ?? NOWHERE))].sort()
  return (
    <div class="catalogue">
      <h1>Councils</h1>
      <p class="lead">
        {count(councils.length, 'council')} with reports in the collection, each with the overall grade of its latest graded inspection.
        Grades until 2013 are on another scale, and say so.
      </p>
      <ChooseCouncils action="/councils" name="Find councils" choice={choice} choices={choices} anyYear="Any year" />
      {councils.length === 0 && (
        <div class="no-answer">
          <h2>No council fits</h2>
          <p>
            <a href="/councils">Show all councils</a>
          </p>
        </div>
      )}
      {regions.map((region, i) => (
        <section aria-labelledby={`region-${i}`}>
          <h2 class="apart" id={`region-${i}`}>
            {region}
          </h2>
          <ul class="council-list">
            {councils
              .filter(({ known }) => (known?.region ?? NOWHERE) === region)
              .map(({ name, slug, latest, reports }) => (
                <li>
                  <span>
                    <a href={councilHref(slug)}>{name}</a> <span class="quiet">{count(reports.length, 'document')}</span>
                  </span>
                  <span>
                    {latest && <span class="quiet">{dateOf(latest.report)}</span>}
                    {latest?.report.scale === 'adequate' && <span class="quiet"> (scale until 2013)</span>}{' '}
                    {latest?.overall.map((judgement) => (
                      <GradeLink judgement={judgement} report={latest.report.id} of={`overall, ${name}, ${latest.report.years.at(-1)}`} />
                    ))}
                    {!latest && <span class="quiet">not graded</span>}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
