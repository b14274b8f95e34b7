/** The catalogue and the reader. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { CatalogueView } from '../../views/catalogue.tsx'
import { Layout } from '../../views/layout.tsx'
import { reportHref } from '../../views/links.ts'
import { type Found, ReportView } from '../../views/report.tsx'
import { dayInWords, daysInWords } from '../answer/citation.ts'
import { cutOf, quoteOf } from '../answer/quote.ts'
import type { AppEnv } from '../app.ts'
import { RequestFault } from '../errors.ts'
import { assetUrl } from './assets.ts'
import { readShelf, shelfOf } from './catalogue.ts'
import { type Mentions, mentionsOf } from './mentions.ts'
import { cardOf, collectionOf } from './report-card.ts'
import { judgedOf } from './turns.ts'

/** Which mention is shown: the one that the address asks for, else the first at or after the quote. */
function foundOf(mentions: Mentions, id: string, query: URLSearchParams, start: number): Found {
  const total = mentions.order.length
  const asked = Number(query.get('at'))
  const at = total === 0 ? 0 : Number.isInteger(asked) && asked >= 1 && asked <= total ? asked : start
  const quote = query.get('quote')
  const address = (n: number): string =>
    `${reportHref(id)}?${new URLSearchParams({ ...(quote && { quote }), words: mentions.words, at: String(n) })}#m${n}`
  return {
    words: mentions.words,
    total,
    at,
    apart: mentions.apart,
    previous: at > 1 ? address(at - 1) : null,
    next: at < total ? address(at + 1) : null,
  }
}

export function reportRoutes() {
  const routes = new Hono<AppEnv>()
  routes.use(compress())

  routes.get('/', (c) => {
    const wanted = readShelf(new URL(c.req.url).searchParams)
    const collection = collectionOf(c.get('corpus'))
    return c.html(
      `<!doctype html>${(
        <Layout title="Reports" assets={assetUrl} here="/reports">
          <CatalogueView shelf={shelfOf(collection, wanted)} collection={collection} />
        </Layout>
      )}`,
    )
  })

  routes.get('/:id', (c) => {
    const corpus = c.get('corpus')
    const report = corpus.reports.find(({ id }) => id === c.req.param('id'))
    if (!report) throw new RequestFault(404, `There is no report “${c.req.param('id')}” in the collection.`)
    const query = new URL(c.req.url).searchParams
    const asked = query.get('quote')
    const cut = asked ? cutOf(asked, corpus) : null
    if (asked && cut?.placed.report !== report) throw new RequestFault(404, `There is no quote “${asked}” in this report.`)
    const quote = cut && quoteOf(cut)
    const words = (query.get('words') ?? '').trim().slice(0, 100)
    const mentions = words ? mentionsOf(words, report) : null
    const ids = [...corpus.passages.keys()]
    const after =
      quote && mentions ? mentions.order.findIndex(({ passage }) => ids.indexOf(passage) >= ids.indexOf(quote.proof.passage)) : 0
    const marks = new Map(mentions?.places)
    // The quote is one mark: mentions inside it would cut it up.
    if (quote) marks.set(quote.proof.passage, [[quote.proof.start, quote.proof.end]])
    const numbers = new Map(mentions?.order.map(({ passage, nth }, i) => [`${passage} ${nth}`, i + 1]))
    return c.html(
      `<!doctype html>${(
        <Layout title={`${report.title}, ${cardOf(report).date}`} assets={assetUrl} here="/reports">
          <ReportView
            shown={{
              report,
              card: cardOf(report),
              inspected: report.inspected && daysInWords(report.inspected),
              published: report.published && dayInWords(report.published),
              judged: judgedOf(corpus),
              marks,
              markId: (passage, nth) => (numbers.has(`${passage} ${nth}`) ? `m${numbers.get(`${passage} ${nth}`)}` : undefined),
              quote: quote && { id: quote.id, passage: quote.proof.passage, citation: quote.citation },
              found: mentions && foundOf(mentions, report.id, query, Math.max(after, 0) + 1),
            }}
          />
        </Layout>
      )}`,
    )
  })
  return routes
}
