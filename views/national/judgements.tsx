/** The grades of all councils, each leading to the row that prints it. */
import type { Judgement } from '../../index/model/report.ts'
import type { Choice, Choices } from '../../server/national/councils.ts'
import type { Row, Sort, Table } from '../../server/national/judgement-grid.ts'
import { councilHref, passageHref, reportHref } from '../parts/links.ts'
import { Select } from '../parts/select.tsx'
import { count, GRADE_CLASS } from '../parts/wording.ts'
import { ChooseCouncils, Wide } from './choose-councils.tsx'

const SORT_NAMES: [Sort, string][] = [
  ['council', 'By council'],
  ['grade', 'By overall grade'],
  ['newest', 'Newest inspection first'],
  ['oldest', 'Oldest inspection first'],
]

export type JudgementPage = {
  tables: Table[]
  choice: Choice
  sort: Sort
  choices: Choices
  /** Councils in the collection, with and without grades. */
  councils: number
  csv: string
  /** Names of the columns of grades. */
  areas: string[]
  /** When a report was made, in words. */
  dateOf: (row: Row) => string
}

export const GradeLink = ({ judgement, report, of }: { judgement: Judgement; report: string; of: string }) => (
  <a class={`grade ${GRADE_CLASS[judgement.point]}`} href={passageHref(report, judgement.passageId)}>
    {judgement.grade}
    <span class="govuk-visually-hidden">, {of}</span>
  </a>
)

/** A judgement of several matters is named in each of their columns. */
const Cell = ({ judgements, row, column }: { judgements: Judgement[]; row: Row; column: string }) => (
  <td>
    {judgements.length === 0 && <span class="quiet">not judged</span>}
    {judgements.map((judgement) => (
      <span class="grid-grade">
        {judgement.part && <span class="quiet">{judgement.part}: </span>}
        <GradeLink judgement={judgement} report={row.report.id} of={`${column}, ${row.council.name}`} />
      </span>
    ))}
  </td>
)

const SCALES = {
  requiresImprovement: ['Graded since 2013', 'Outstanding, Good, Requires improvement to be good, Inadequate'],
  adequate: ['Graded until 2013', 'Outstanding, Good, Adequate, Inadequate'],
} as const

const Grades = ({ table, areas, dateOf }: { table: Table } & Pick<JudgementPage, 'areas' | 'dateOf'>) => {
  const [name, scale] = SCALES[table.scale]
  return (
    <>
      <h2 class="apart">
        {name}: {count(table.rows.length, 'inspection')}
      </h2>
      <p class="quiet">On the scale {scale}.</p>
      <Wide name={name}>
        <table class="grid">
          <caption class="govuk-visually-hidden">
            {name}, on the scale {scale}. Each grade leads to the row that prints it.
          </caption>
          <thead>
            <tr>
              <th scope="col">Council</th>
              <th scope="col">Inspection</th>
              {areas.map((area) => (
                <th scope="col">{area}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr>
                <th scope="row">
                  <a href={councilHref(row.council.slug)}>{row.council.name}</a>
                </th>
                <td>
                  <a href={reportHref(row.report.id)}>{dateOf(row)}</a>
                </td>
                {row.cells.map((judgements, i) => (
                  <Cell judgements={judgements} row={row} column={areas[i]!} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}

export const JudgementsView = ({ tables, choice, sort, choices, councils, csv, areas, dateOf }: JudgementPage) => {
  const shown = new Set(tables.flatMap(({ rows }) => rows.map(({ council }) => council.name))).size
  return (
    <div class="catalogue">
      <h1>Judgements of all councils</h1>
      <p class="lead">
        {choice.year ? `Inspections of ${choice.year}.` : 'The latest graded inspection of each council.'} Every grade leads to the row that
        prints it.
      </p>
      <ChooseCouncils action="/judgements" name="Find judgements" choice={choice} choices={choices} anyYear="Latest of each">
        <Select name="sort" label="Order" choices={SORT_NAMES} chosen={sort} />
      </ChooseCouncils>
      <p class="tally">
        <span>
          {shown} of {count(councils, 'council')}
        </span>
        {shown > 0 && <a href={csv}>Download as CSV</a>}
      </p>
      {tables.length > 1 && (
        <p class="notice">
          Two scales: the third grade was “Adequate” until 2013 and is “Requires improvement to be good” since. They are not the same grade,
          so they stand in two tables.
        </p>
      )}
      {tables.length === 0 && (
        <div class="no-answer">
          <h2>No graded inspection fits</h2>
          <p>
            <a href="/judgements">Show all councils</a>
          </p>
        </div>
      )}
      {tables.map((table) => (
        <Grades table={table} areas={areas} dateOf={dateOf} />
      ))}
    </div>
  )
}
