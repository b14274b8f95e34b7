/** The overall grades of each region by year, all charts on one measure. */
import type { Panel } from '../../server/national/grade-panels.ts'
import { WhatBarsSay } from './judgements.tsx'
import { PANEL_NAMES } from './lanes.tsx'
import { highest, Spread } from './spread.tsx'

export type RegionPanels = { region: string; panels: Panel[] }

/** Charts of one scale stand together, as high and as wide as each other. */
const Scale = ({ scale, regions, most }: { scale: Panel['scale']; regions: RegionPanels[]; most: number }) => {
  const own = regions.flatMap(({ region, panels }) => panels.flatMap((panel) => (panel.scale === scale ? { region, panel } : [])))
  return own.length === 0 ? null : (
    <section aria-labelledby={scale}>
      <h2 class="apart" id={scale}>
        {PANEL_NAMES[scale]}
      </h2>
      <p class="quiet">On the scale {own[0]!.panel.lanes.join(', ')}.</p>
      <div class="multiples">
        {own.map(({ region, panel }, i) => (
          <div class="chart">
            <h3>
              <a href={`/judgements?${new URLSearchParams({ region })}`}>{region}</a>
            </h3>
            <Spread panels={[panel]} id={`${scale}-${i}`} region={region} bars={2.25} most={most} />
          </div>
        ))}
      </div>
    </section>
  )
}

export const RegionsView = ({ regions }: { regions: RegionPanels[] }) => {
  const all = regions.flatMap(({ panels }) => panels)
  return (
    <div class="catalogue">
      <p class="crumbs">
        <a href="/judgements">Judgements of all councils</a>
      </p>
      <h1>Overall grades by region</h1>
      <WhatBarsSay panels={all} region="" />
      <Scale scale="requiresImprovement" regions={regions} most={highest(all)} />
      <Scale scale="adequate" regions={regions} most={highest(all)} />
    </div>
  )
}
