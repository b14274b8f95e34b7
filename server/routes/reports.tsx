/** The catalogue and the reader. */
import { Hono } from 'hono'
import { Layout } from '../../views/layout.tsx'
import { ReportView } from '../../views/report.tsx'
import { cutOf, quoteOf } from '../answer/quote.ts'
import type { AppEnv } from '../app.ts'
import { RequestFault } from '../errors.ts'
import { assetUrl } from './assets.ts'

export function reportRoutes() {
  const routes = new Hono<AppEnv>()
  routes.get('/:id', (c) => {
    const report = c.get('corpus').reports.find(({ id }) => id === c.req.param('id'))
    if (!report) throw new RequestFault(404, `There is no report “${c.req.param('id')}” in the collection.`)
    const asked = c.req.query('quote')
    const cut = asked ? cutOf(asked, c.get('corpus')) : null
    if (asked && !cut) throw new RequestFault(404, `There is no quote “${asked}” in this report.`)
    const proof = cut && quoteOf(cut).proof
    return c.html(
      <Layout title={report.title} assets={assetUrl}>
        <ReportView report={report} mark={proof} />
      </Layout>,
    )
  })
  return routes
}
