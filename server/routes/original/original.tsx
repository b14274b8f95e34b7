/** The file that a report was read from: its pages with the quote marked on them, and the file itself. Only what was ingested, by report id. */
import { type Context, Hono } from 'hono'
import { readOriginal } from '../../../index/library/originals/originals.ts'
import type { Report } from '../../../index/model/report.ts'
import { OriginalPage, type PageShown } from '../../../views/original/page.tsx'
import { pageHref } from '../../../views/parts/links.ts'
import { cutOf, type Quote, quoteOf } from '../../cite/quote.ts'
import type { Config } from '../../config.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { type PageAsked, type Pages, RoomFault, type Stretch, tagOf } from '../../original/pages.ts'
import { cardOf } from '../reports/report-card.ts'
import { framed } from '../service/frame.tsx'

/** Some PDFs have a few stray bytes before their mark. */
const PDF_MARK_WITHIN = 1024
/** Nothing of what comes with it is loaded or run. Browsers show a PDF in a process of its own, and none of them in a sandbox. */
const PDF_POLICY =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** Whatever else it is, it is saved and never shown. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** In the place of a page's number: the page on which the quote stands. */
const OF_QUOTE = 'quote'
const NOT_KEPT =
  'The file that this report was read from is not kept here. Shipped reports are plain text; of others only ingested ones are kept.'

export function originalRoutes(pages: Pages, { dataDir, keepOriginals }: Pick<Config, 'dataDir' | 'keepOriginals'>) {
  const routes = new Hono<AppEnv>()

  routes.get('/:id/original', async (c) => {
    const report = reportOf(c)
    const bytes = keepOriginals ? await readOriginal(dataDir, report.sha256) : null
    if (!bytes) throw new RequestFault(404, NOT_KEPT)
    const isPdf = bytes.subarray(0, PDF_MARK_WITHIN).includes('%PDF-')
    const name = `filename="${plainName(report.source)}"; filename*=UTF-8''${encodeURIComponent(nameOf(report.source))}`
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': isPdf ? 'application/pdf' : 'application/octet-stream',
      'content-disposition': `${isPdf ? 'inline' : 'attachment'}; ${name}`,
      'content-security-policy': isPdf ? PDF_POLICY : FILE_POLICY,
      'cache-control': 'private, no-cache',
      etag: `"${report.sha256.slice(0, 22)}"`,
    })
  })

  routes.get('/:id/pages/:page/image', async (c) => {
    const asked = await askedOf(c, pages)
    if (c.req.query('size') === 'small') asked.size = 'small'
    const headers = { 'cache-control': 'private, no-cache', etag: tagOf(asked) }
    if ((c.req.header('if-none-match') ?? '').includes(tagOf(asked))) return c.body(null, 304, headers)
    return c.body((await draw(pages, asked)).png, 200, { ...headers, 'content-type': 'image/png' })
  })

  routes.get('/:id/pages/:page', async (c) => {
    const asked = await askedOf(c, pages)
    const { report, page } = asked
    const quote = quoteAsked(c, report)
    // its own address, so that a link to it names the page
    if (c.req.param('page') === OF_QUOTE && quote) return c.redirect(pageHref(report.id, page, quote.id))
    const { width, height, boxes, unproven } = await draw(pages, asked)
    const shown: PageShown = {
      report,
      card: cardOf(report),
      page,
      of: report.pages ?? page,
      picture: { width, height, boxes },
      unproven,
      quote: quote && { id: quote.id, text: quote.text, citation: quote.citation, passage: quote.proof.passage },
      quotePages: quote ? await pages.pagesOf(report, stretchOf(quote)) : [],
    }
    return c.html(framed(c, { title: `Page ${page} of ${report.title}`, here: '/reports' }, <OriginalPage shown={shown} />))
  })
  return routes
}

const reportOf = (c: Context<AppEnv>): Report => {
  const report = c.get('corpus').reports.find(({ id }) => id === c.req.param('id'))
  if (!report) throw new RequestFault(404, `There is no report “${c.req.param('id')}” in the collection.`)
  return report
}

const stretchOf = ({ proof: { passage, start, end } }: Quote): Stretch => ({ passage, start, end })

function quoteAsked(c: Context<AppEnv>, report: Report): Quote | null {
  const asked = c.req.query('quote')
  if (!asked) return null
  const cut = cutOf(asked, c.get('corpus'))
  if (cut?.placed.report !== report) throw new RequestFault(404, `There is no quote “${asked}” in this report.`)
  return quoteOf(cut)
}

async function askedOf(c: Context<AppEnv>, pages: Pages): Promise<PageAsked> {
  const report = reportOf(c)
  const quote = quoteAsked(c, report)
  const asked = c.req.param('page')
  const page = asked === OF_QUOTE && quote && report.pages ? await firstPageOf(quote, report, c, pages) : Number(asked)
  if (!Number.isInteger(page) || page < 1 || page > (report.pages ?? 0))
    throw new RequestFault(404, report.pages ? `This report has the pages 1 to ${report.pages}.` : NOT_KEPT)
  return { report, page, quote: quote && stretchOf(quote), size: 'page' }
}

/** Where its words are found; else where its passage begins. */
async function firstPageOf(quote: Quote, report: Report, c: Context<AppEnv>, pages: Pages): Promise<number> {
  const [first] = await pages.pagesOf(report, stretchOf(quote))
  return first ?? c.get('corpus').passages.get(quote.proof.passage)?.passage.page?.pdf ?? 1
}

async function draw(pages: Pages, asked: PageAsked) {
  const drawn = await pages.draw(asked).catch((error: unknown) => {
    if (!(error instanceof RoomFault)) throw error
    if (error.kind === 'busy') throw new RequestFault(503, 'Other pages are being drawn. Try again in a moment.')
    throw new RequestFault(422, `This page cannot be drawn: it ${error.message}. The text of the report says what is on it.`)
  })
  if (!drawn) throw new RequestFault(404, NOT_KEPT)
  return drawn
}

const nameOf = (source: string): string => source.split('/').at(-1) ?? source
/** For programs that know no other letters: quotation marks and lines would end the name. */
const plainName = (source: string): string => nameOf(source).replace(/[^\w. ()-]/g, '_')
