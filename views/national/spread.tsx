/** How many inspections of each year had which overall grade: as bars, and as the table behind them. */
import type { Mark, Panel } from '../../server/national/grade-panels.ts'
import { passageHref } from '../parts/links.ts'
import { count } from '../parts/wording.ts'
import { Wide } from './choose-councils.tsx'
import { columnsOf, HEAD, Lanes, PANEL_NAMES, Panels, percent, rem } from './lanes.tsx'

/** Inspections, not grades: one in two parts with the same grade counts once. */
type Cell = { year: number; point: number; marks: Mark[] }

function cellsOf({ marks }: Panel): Cell[] {
  const cells = new Map<string, Cell>()
  for (const mark of marks) {
    const key = `${mark.year} ${mark.point}`
    const cell = cells.get(key) ?? { year: mark.year, point: mark.point, marks: [] }
    if (!cell.marks.some(({ report }) => report === mark.report)) cell.marks.push(mark)
    cells.set(key, cell)
  }
  return [...cells.values()].sort((a, b) => a.point - b.point || a.year - b.year)
}

export const highest = (panels: Panel[]): number =>
  Math.max(1, ...panels.flatMap((panel) => cellsOf(panel).map(({ marks }) => marks.length)))

/** One inspection leads to the row that prints it, several to the list of them. */
function hrefOf({ year, marks }: Cell, panel: Panel, region: string): string {
  const [first] = marks
  if (marks.length === 1 && first) return passageHref(first.report, first.passage)
  const query = new URLSearchParams({ ...(region && { region }), grade: first!.name, year: String(year) })
  return `/judgements?${query}#${panel.scale}`
}

const nameOf = ({ year, marks }: Cell): string =>
  `${year}, ${marks[0]!.name}: ${count(marks.length, 'inspection')}${marks.length === 1 ? ` (${marks[0]!.council}, ${marks[0]!.date})` : ''}`

type Drawn = { panel: Panel; region: string }

/** `bars`: the height of the highest bar, in rem; `most`: how many inspections that is. */
const Bars = ({ panel, region, bars, most }: Drawn & { bars: number; most: number }) => {
  const columns = columnsOf(panel)
  const lane = HEAD + 1 + bars + 0.25
  return cellsOf(panel).map((cell) => {
    const left = (cell.year - panel.from) / columns
    const top = (cell.point - 1) * lane
    const height = (cell.marks.length / most) * bars
    const foot = top + lane - 0.25
    return (
      <a href={hrefOf(cell, panel, region)} aria-label={nameOf(cell)}>
        <title>{nameOf(cell)}</title>
        <rect class="hit" x={percent(left)} y={rem(top + HEAD - 0.1)} width={percent(1 / columns)} height={rem(1 + bars + 0.2)} rx="4" />
        <rect
          class={`bar sign-${cell.point}`}
          x={percent(left + 0.14 / columns)}
          y={rem(foot - height)}
          width={percent(0.72 / columns)}
          height={rem(height)}
        />
        <text class="bar-count" x={percent(left + 0.5 / columns)} y={rem(foot - height - 0.25)} text-anchor="middle">
          {cell.marks.length}
        </text>
      </a>
    )
  })
}

const SpreadTable = ({ panel, region, of }: Drawn & { of: string }) => {
  const cells = cellsOf(panel)
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => b - a)
  return (
    <table class="grid grid--numbers">
      <caption>
        {PANEL_NAMES[panel.scale]}: inspections{of} by year and overall grade
      </caption>
      <thead>
        <tr>
          <th scope="col">Year</th>
          {panel.lanes.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr>
            <th scope="row">{year}</th>
            {panel.lanes.map((_, i) => {
              const cell = cells.find((one) => one.year === year && one.point === i + 1)
              return (
                <td>
                  {cell ? (
                    <a href={hrefOf(cell, panel, region)}>
                      {cell.marks.length}
                      <span class="govuk-visually-hidden">, {nameOf(cell)}</span>
                    </a>
                  ) : (
                    <span class="quiet">0</span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { panels: Panel[]; id: string; region?: string; bars: number; most?: number }

export const Spread = ({ panels, id, region = '', bars, most = highest(panels) }: Props) => {
  const of = region && ` in ${region}`
  return (
    <>
      <a class="govuk-visually-hidden-focusable" href={`#${id}-table`}>
        Skip the picture{of}
      </a>
      <Panels
        panels={panels}
        draw={(panel) => (
          <Lanes
            panel={panel}
            lane={HEAD + 1 + bars + 0.25}
            id={`${id}-${panel.scale}`}
            title={`Overall grades of inspections${of}, ${panel.from} to ${panel.to}`}
            desc={`For each grade of the scale ${panel.lanes.join(', ')} one bar a year, as high as there were inspections with it. ${count(panel.marks.length, 'grade')} in all; the same stands in the table below.`}
          >
            <Bars panel={panel} region={region} bars={bars} most={most} />
          </Lanes>
        )}
      />
      <details class="chart-table" id={`${id}-table`}>
        <summary>
          The same as a table<span class="govuk-visually-hidden">{of}</span>
        </summary>
        <Wide
          name={`Inspections by year and overall grade${of}${panels.map(({ scale }) => `, ${PANEL_NAMES[scale].toLowerCase()}`).join('')}`}
        >
          {panels.map((panel) => (
            <SpreadTable panel={panel} region={region} of={of} />
          ))}
        </Wide>
      </details>
    </>
  )
}
