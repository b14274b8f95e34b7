/** The grades of all councils, each leading to the row that prints it. */
import type { Choice, Choices } from '../../server/national/councils.ts'
import type { Panel } from '../../server/national/grade-panels.ts'
import type { Sort, Table } from '../../server/national/judgement-grid.ts'
import { Select } from '../parts/select.tsx'
import { count } from '../parts/wording.ts'
import { ChooseCouncils } from './choose-councils.tsx'
import { type Grid, JudgementGrid } from './judgement-grid.tsx'
import { Spread } from './spread.tsx'

const SORT_NAMES: [Sort, string][] = [
  ['council', 'By council'],
  ['grade', 'By overall grade'],
  ['newest', 'Newest inspection first'],
  ['oldest', 'Oldest inspection first'],
]

export type JudgementPage = Pick<Grid, 'areas' | 'dateOf'> & {
  tables: Table[]
  /** Every graded inspection of the region chosen, whatever the year and grade. */
  panels: Panel[]
  choice: Choice
  sort: Sort
  choices: Choices
  /** Councils in the collection, with and without grades. */
  councils: number
  csv: string
}

const SCALES = {
  requiresImprovement: ['Graded since 2013', 'Outstanding, Good, Requires improvement to be good, Inadequate'],
  adequate: ['Graded until 2013', 'Outstanding, Good, Adequate, Inadequate'],
} as const

const Grades = ({ table, areas, dateOf }: Grid) => {
  const [name, scale] = SCALES[table.scale]
  return (
    <>
      <h2 class="apart" id={table.scale}>
        {name}: {count(table.rows.length, 'inspection')}
      </h2>
      <p class="quiet">On the scale {scale}.</p>
      <JudgementGrid table={table} areas={areas} dateOf={dateOf} name={`${name}, on the scale ${scale}`} />
    </>
  )
}

/** What is counted, and what a change from year to year does not say. */
export const WhatBarsSay = ({ panels, region }: { panels: Panel[]; region: string }) => {
  const marks = panels.flatMap((panel) => panel.marks)
  return (
    <p class="quiet">
      {count(new Set(marks.map(({ report }) => report)).size, 'inspection')} of{' '}
      {count(new Set(marks.map(({ council }) => council)).size, 'council')}
      {region && ` in ${region}`} with an overall grade, by the year in which each ended. Other councils are inspected each year, so the
      bars of two years are not the same councils twice.
    </p>
  )
}

const InPictures = ({ panels, region }: { panels: Panel[]; region: string }) =>
  panels.length === 0 ? null : (
    <section aria-labelledby="years" class="chart">
      <h2 class="apart" id="years">
        Overall grades by year{region && `: ${region}`}
      </h2>
      <WhatBarsSay panels={panels} region={region} />
      <Spread panels={panels} id="all" region={region} bars={2.75} />
      <p class="chart-more">
        <a href="/judgements/regions">One chart for each region</a>
      </p>
    </section>
  )

export const JudgementsView = ({ tables, panels, choice, sort, choices, councils, csv, areas, dateOf }: JudgementPage) => {
  const shown = new Set(tables.flatMap(({ rows }) => rows.map(({ council }) => council.name))).size
  return (
    <div class="catalogue">
      <h1>Judgements of all councils</h1>
      <p class="lead">
        {choice.year ? `Inspections of ${choice.year}.` : 'The latest graded inspection of each council.'} Every grade leads to the row that
        prints it. {panels.length > 0 && shown > 0 && <a href="#list">Straight to the table</a>}
      </p>
      <ChooseCouncils action="/judgements#list" name="Find judgements" choice={choice} choices={choices} anyYear="Latest of each">
        <Select name="sort" label="Order" choices={SORT_NAMES} chosen={sort} />
      </ChooseCouncils>
      <InPictures panels={panels} region={choice.region} />
      <p class="tally" id="list">
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
