/** Grades side by side, an inspection a row, each grade leading to the row that prints it. */
import type { Judgement } from '../../index/model/report.ts'
import type { Row, Table } from '../../server/national/judgement-grid.ts'
import { councilHref, passageHref, reportHref } from '../parts/links.ts'
import { GRADE_CLASS } from '../parts/wording.ts'
import { Wide } from './choose-councils.tsx'

export const GradeLink = ({ judgement, report, of }: { judgement: Judgement; report: string; of: string }) => (
  <a class={`grade ${GRADE_CLASS[judgement.point]}`} href={passageHref(report, judgement.passageId)}>
    {judgement.grade}
    <span class="govuk-visually-hidden">, {of}</span>
  </a>
)

export type Grid = {
  table: Table
  /** Names of the columns of grades. */
  areas: string[]
  /** When a report was made, in words. */
  dateOf: (row: Row) => string
}

/** A judgement of several matters is named in each of their columns. */
const Cell = ({ judgements, of, report }: { judgements: Judgement[]; of: string; report: string }) => (
  <td>
    {judgements.length === 0 && <span class="quiet">not judged</span>}
    {judgements.map((judgement) => (
      <span class="grid-grade">
        {judgement.part && <span class="quiet">{judgement.part}: </span>}
        <GradeLink judgement={judgement} report={report} of={of} />
      </span>
    ))}
  </td>
)

/** `of`: the one council of all rows, which then is not named in each. */
export const JudgementGrid = ({ table, areas, dateOf, name, of }: Grid & { name: string; of?: string }) => (
  <Wide name={name}>
    <table class="grid">
      <caption class={of ? undefined : 'govuk-visually-hidden'}>
        {name}
        <span class="govuk-visually-hidden">. Each grade leads to the row that prints it.</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{of ? 'Inspection' : 'Council and inspection'}</th>
          {areas.map((area) => (
            <th scope="col">{area}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr>
            <th scope="row">
              {!of && <a href={councilHref(row.council.slug)}>{row.council.name}</a>}
              <a class={of ? undefined : 'grid-date'} href={reportHref(row.report.id)}>
                {dateOf(row)}
              </a>
            </th>
            {row.cells.map((judgements, i) => (
              <Cell judgements={judgements} report={row.report.id} of={`${areas[i]}, ${of ? dateOf(row) : row.council.name}`} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Wide>
)
