/**
 * The ground of every chart of grades: a lane for each grade, the best at the top, and the years beneath. Lengths across are shares of
 * the width and those down are in rem: on a phone and at 400% zoom the words stay as large as the page's.
 */
import type { Child } from 'hono/jsx'
import type { Panel } from '../../server/national/grade-panels.ts'

export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`
export const rem = (n: number): string => `${Math.round(n * 1000) / 1000}rem`

/** In rem: the room for the name of a lane at its head, between two lanes, and for the years. */
export const HEAD = 1.45
const GAP = 0.15
const YEARS = 1.5

/** So many years have room for their names on the narrowest phone. */
const FEW = 6

/** A shape for each grade, so that none is told by its colour alone. */
const SIGNS: Record<number, string> = {
  1: 'M0-9 9 0 0 9-9 0Z',
  2: 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z',
  3: 'M0-9 9.5 7.5H-9.5Z',
  4: 'M-7.5-7.5H7.5V7.5H-7.5Z',
}
export const Sign = ({ point, small = false }: { point: number; small?: boolean }) => (
  <path class={`sign sign-${point}`} d={SIGNS[point]} transform={small ? 'scale(0.6)' : undefined} />
)

export const columnsOf = ({ from, to }: Panel): number => to - from + 1

const Ground = ({ panel, lane }: { panel: Panel; lane: number }) => {
  const columns = columnsOf(panel)
  return (
    <g>
      {panel.lanes.map((name, i) => (
        <>
          <rect class={`lane lane-${i + 1}`} y={rem(i * lane)} width="100%" height={rem(lane - GAP)} />
          <svg class="at" x="0.85rem" y={rem(i * lane + 0.8)} aria-hidden="true">
            <Sign point={i + 1} small />
          </svg>
          <text class="lane-name" x="1.6rem" y={rem(i * lane + 1.1)}>
            {name}
          </text>
        </>
      ))}
      {Array.from({ length: columns }, (_, i) => (
        <text
          class={columns > FEW && (columns - 1 - i) % 2 === 1 ? 'year year--between' : 'year'}
          x={percent((i + 0.5) / columns)}
          y={rem(panel.lanes.length * lane + YEARS - 0.45)}
          text-anchor="middle"
        >
          {panel.from + i}
        </text>
      ))}
    </g>
  )
}

type Props = { panel: Panel; lane: number; id: string; title: string; desc: string; children?: Child }

/** `lane`: the height of one, in rem. `id`: unique on the page. The marks are links, so the picture is a group and no image. */
export const Lanes = ({ panel, lane, id, title, desc, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a picture has no element for a group of links
  <svg class="lanes" role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`} height={rem(4 * lane + YEARS)}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{desc}</desc>
    <Ground panel={panel} lane={lane} />
    {children}
  </svg>
)

export const PANEL_NAMES = { adequate: 'Graded until 2013', requiresImprovement: 'Graded since 2013' } as const

/** Panels side by side, as wide as they have years. */
export const Panels = ({ panels, draw }: { panels: Panel[]; draw: (panel: Panel) => Child }) => (
  <div class={panels.length > 1 ? 'panels panels--two' : 'panels'}>
    {panels.map((panel) => (
      <div class="panel">
        {panels.length > 1 && <p class="panel-name">{PANEL_NAMES[panel.scale]}</p>}
        {draw(panel)}
      </div>
    ))}
  </div>
)
