/** One council: its inspections along a line of time, what the latest asks for, and what one can ask. */
import type { Judgement, Report } from '../../index/model/report.ts'
import type { Council } from '../../server/national/councils.ts'
import type { Panel } from '../../server/national/grade-panels.ts'
import type { Table } from '../../server/national/judgement-grid.ts'
import { chatHref, NO_PICKS, passageHref, reportHref } from '../parts/links.ts'
import type { ReportCard } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import { CouncilChart } from './council-chart.tsx'
import { GradeLink, type Grid, JudgementGrid } from './judgement-grid.tsx'
import { PANEL_NAMES } from './lanes.tsx'

export type CouncilPage = Pick<Grid, 'areas' | 'dateOf'> & {
  council: Council
  cards: Map<string, ReportCard>
  questions: string[]
  /** Its overall grades, for the picture; `tables`: all its grades. */
  panels: Panel[]
  tables: Table[]
}

const Grades = ({ report, card, judgements }: { report: Report; card: ReportCard; judgements: Judgement[] }) => (
  <ul class="timeline-grades">
    {judgements.map((judgement) => {
      const label = card.judgements[report.judgements.indexOf(judgement)]?.label
      return (
        <li>
          <span>{label}</span> <GradeLink judgement={judgement} report={report.id} of={`${label}, ${card.date}`} />
        </li>
      )
    })}
  </ul>
)

/** More judgements than this (the reports of 2009 print 33) fold away under the overall ones. */
const AT_A_GLANCE = 6
const isOverall = ({ area }: Judgement): boolean => /^overall effectiveness/i.test(area)
/** The overall ones stand first, wherever the report prints them. */
function atAGlance({ judgements }: Report): Judgement[] {
  const overall = judgements.filter(isOverall)
  if (judgements.length <= AT_A_GLANCE) return [...overall, ...judgements.filter((one) => !isOverall(one))]
  return overall.length > 0 ? overall : judgements.slice(0, 1)
}

const Inspection = ({ report, card }: { report: Report; card: ReportCard }) => {
  const short = atAGlance(report)
  return (
    <li>
      <h3 class="report-name">
        <a href={reportHref(report.id)}>
          <strong>{card.date}</strong> <span>{card.kindName}</span>
        </a>
      </h3>
      {report.judgements.length === 0 ? (
        <p class="quiet">No graded judgement</p>
      ) : (
        <>
          {report.scale === 'adequate' && <p class="quiet">On the scale until 2013: Outstanding, Good, Adequate, Inadequate.</p>}
          <Grades report={report} card={card} judgements={short} />
          {short.length < report.judgements.length && (
            <details class="all-grades">
              <summary>
                All {report.judgements.length} judgements<span class="govuk-visually-hidden"> of {card.date}</span>
              </summary>
              <Grades report={report} card={card} judgements={report.judgements} />
            </details>
          )}
        </>
      )}
    </li>
  )
}

const ToImprove = ({ report, card }: { report: Report; card: ReportCard }) => (
  <section aria-labelledby="improve">
    <h2 class="apart" id="improve">
      What has to improve
    </h2>
    <p class="quiet">
      In the words of the report of {card.date}: {count(report.recommendations.length, 'point')}.
    </p>
    <ol class="improve" hx-ignore>
      {report.recommendations.map(({ text, deadline, passageId }, i) => (
        <li>
          {text} {deadline && <span class="quiet">{deadline}. </span>}
          <a href={passageHref(report.id, passageId)}>
            In the report<span class="govuk-visually-hidden">: point {i + 1}</span>
          </a>
        </li>
      ))}
    </ol>
  </section>
)

/** A single mark says less than its row: the picture begins with the second inspection. */
const OverTime = ({ council, panels, tables, areas, dateOf }: CouncilPage) =>
  new Set(panels.flatMap(({ marks }) => marks.map(({ report }) => report))).size < 2 ? null : (
    <section aria-labelledby="over-time" class="chart">
      <h2 class="apart" id="over-time">
        Overall grades over time
      </h2>
      <CouncilChart name={council.name} panels={panels} />
      <details class="chart-table">
        <summary>All grades as a table</summary>
        {tables.map((table) => (
          <JudgementGrid
            table={table}
            areas={areas}
            dateOf={dateOf}
            name={`${council.name}: ${PANEL_NAMES[table.scale]}`}
            of={council.name}
          />
        ))}
      </details>
    </section>
  )

export const CouncilView = (page: CouncilPage) => {
  const { council, cards, questions } = page
  const { name, known, reports } = council
  const asking = reports.find(({ recommendations }) => recommendations.length > 0)
  const scales = new Set(reports.flatMap(({ scale }) => scale ?? []))
  return (
    <div class="council">
      <p class="crumbs">
        <a href="/councils">Councils</a>
      </p>
      <h1>{name}</h1>
      <p class="reader-line">
        {known && <span>{known.council}</span>}
        {known && <span>{known.region}</span>}
        <span>{count(reports.length, 'document')}</span>
        {known?.until && <span>Until {known.until}</span>}
      </p>
      <OverTime {...page} />
      <nav class="suggestions" aria-labelledby="ask-council">
        <h2 class="apart" id="ask-council">
          Ask about {name}
        </h2>
        <ul>
          {questions.map((question) => (
            <li>
              <a href={chatHref([{ question, picks: NO_PICKS, sure: false }])}>{question}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="inspections">
        <h2 class="apart" id="inspections">
          Inspections and visits
        </h2>
        {scales.size > 1 && (
          <p class="quiet">
            Two scales: the third grade was “Adequate” until 2013 and is “Requires improvement to be good” since. They are not the same
            grade.
          </p>
        )}
        <ol class="timeline">
          {reports.map((report) => (
            <Inspection report={report} card={cards.get(report.id)!} />
          ))}
        </ol>
      </section>
      {asking && <ToImprove report={asking} card={cards.get(asking.id)!} />}
    </div>
  )
}
