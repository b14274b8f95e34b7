/** One council's overall grades along the years, each mark a way to the row that prints it. */
import type { Mark, Panel } from '../../server/national/grade-panels.ts'
import { passageHref } from '../parts/links.ts'
import { count } from '../parts/wording.ts'
import { HEAD, Lanes, Panels, percent, rem, Sign } from './lanes.tsx'

const LANE = 4.1
/** The middle of a mark, under the top of its lane. */
const MIDDLE = HEAD + 0.8
/** Two parts of one report stand so many pixels apart. */
const APART = 22
/** Years nearer to each other than this share of the narrowest picture would run together. */
const CLOSE = 0.12

const lineOf = ({ point }: Mark): number => (point - 1) * LANE + MIDDLE

/** A grade stands until the next inspection: across, then up or down. Parts are judged apart, and have no line. */
const Steps = ({ marks }: { marks: Mark[] }) => (
  <g class="steps">
    {marks.slice(1).map((mark, i) => {
      const before = marks[i]!
      return (
        <>
          <line x1={percent(before.at)} y1={rem(lineOf(before))} x2={percent(mark.at)} y2={rem(lineOf(before))} />
          <line x1={percent(mark.at)} y1={rem(lineOf(before))} x2={percent(mark.at)} y2={rem(lineOf(mark))} />
        </>
      )
    })}
  </g>
)

const Point = ({ mark, marks }: { mark: Mark; marks: Mark[] }) => {
  const inLane = marks.filter(({ point }) => point === mark.point)
  const parts = inLane.filter(({ report }) => report === mark.report)
  const shift = (parts.indexOf(mark) - (parts.length - 1) / 2) * APART
  const before = inLane[inLane.indexOf(parts[0]!) - 1]
  const name = [mark.grade, mark.part, mark.date].filter(Boolean).join(', ')
  const isClose = before !== undefined && mark.at - before.at < CLOSE
  return (
    <svg class="at" x={percent(mark.at)} y={rem(lineOf(mark))}>
      <title>{name}</title>
      <a href={passageHref(mark.report, mark.passage)} transform={shift ? `translate(${shift})` : undefined} aria-label={name}>
        <rect class="hit" x="-14" y="-14" width="28" height="28" rx="5" />
        <Sign point={mark.point} />
        {mark === parts[0] && (
          <text class={`mark-year halo-${mark.point}`} x={-shift} y={isClose ? '-0.95rem' : '1.5rem'} text-anchor="middle">
            {mark.year}
          </text>
        )}
      </a>
    </svg>
  )
}

const textOf = ({ marks }: Panel): string => marks.map(({ grade, part, date }) => `${date}: ${grade}${part ? ` (${part})` : ''}.`).join(' ')

/** Pictures of a single mark say less than its row. */
export const CouncilChart = ({ name, panels }: { name: string; panels: Panel[] }) => (
  <Panels
    panels={panels}
    draw={(panel) => (
      <Lanes
        panel={panel}
        lane={LANE}
        id={`grades-${panel.scale}`}
        title={`Overall grades of ${name}, ${panel.from} to ${panel.to}`}
        desc={`${count(panel.marks.length, 'grade')} on the scale ${panel.lanes.join(', ')}. ${textOf(panel)}`}
      >
        {panel.marks.every(({ part }) => part === null) && <Steps marks={panel.marks} />}
        {panel.marks.map((mark) => (
          <Point mark={mark} marks={panel.marks} />
        ))}
      </Lanes>
    )}
  />
)
