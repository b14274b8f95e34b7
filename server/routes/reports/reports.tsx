/** The catalogue and the reader. */
import { Hono } from 'hono'

import { hasOriginal } from '../../../index/library/originals/originals.ts'
import { passagesOf } from '../../../index/model/report.ts'
import { reportHref } from '../../../views/parts/links.ts'
import { CatalogueView } from '../../../views/reports/catalogue.tsx'
import { type Found, ReportView } from '../../../views/reports/report.tsx'
import { quoteIds } from '../../briefing/own.ts'
import { dayInWords, daysInWords } from '../../cite/citation.ts'
import { cutOf, type Quote, quoteOf } from '../../cite/quote.ts'
import type { Config } from '../../config.ts'
import { compressed } from '../../http/compressed.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { conversationBefore } from '../ask/came-from.ts'
import { judgedOf } from '../ask/turns.ts'
import { framed, ownEntries } from '../service/frame.tsx'
import { readShelf, shelfOf } from './catalogue.ts'
import { type Mentions, marksOf, mentionsOf } from './mentions.ts'
import { cardOf, collectionOf } from './report-card.ts'

/** Which mention is shown, from 1: the one that the address asks for, else the first at or after the quote; 0 for none. */
function shownMention({ order }: Mentions, asked: number, quoteAt: number, placeOf: (passage: string) => number): number {
  if (order.length === 0) return 0
  if (Number.isInteger(asked) && asked >= 1 && asked <= order.length) return asked
  return order.findIndex(({ passage }) => placeOf(passage) >= quoteAt) + 1 || 1
}

function foundOf(mentions: Mentions, at: number, address: (n: number) => string): Found {
  const { words, apart, order } = mentions
  return {
    words,
    total: order.length,
    at,
    apart,
    previous: at > 1 ? address(at - 1) : null,
    next: at < order.length ? address(at + 1) : null,
  }
}

const proofOf = ({ proof: { passage, start, end } }: Quote) => ({ passage, start, end })

export function reportRoutes({ dataDir, keepOriginals }: Pick<Config, 'dataDir' | 'keepOriginals'>) {
  const routes = new Hono<AppEnv>()
  routes.use(compressed())

  routes.get('/', (c) => {
    const wanted = readShelf(new URL(c.req.url).searchParams)
    const collection = collectionOf(c.get('corpus'))
    return c.html(
      framed(c, { title: 'Reports', here: '/reports' }, <CatalogueView shelf={shelfOf(collection, wanted)} collection={collection} />),
    )
  })

  routes.get('/:id', async (c) => {
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
    const ids = report.sections.flatMap(passagesOf).map(({ id }) => id)
    const at = mentions
      ? shownMention(mentions, Number(query.get('at')), quote ? ids.indexOf(quote.proof.passage) : 0, (id) => ids.indexOf(id))
      : 0
    const kept = keepOriginals && (await hasOriginal(dataDir, report.sha256)) ? { pages: report.pages !== null } : null
    const proof = quote && proofOf(quote)
    const { marks, seenAt } = marksOf(mentions, proof, at)
    const address = (n: number): string =>
      `${reportHref(report.id)}?${new URLSearchParams({ ...(asked && { quote: asked }), words, at: String(n) })}#${seenAt[n - 1]}`
    return c.html(
      framed(
        c,
        { title: `${report.title}, ${cardOf(report).date}`, here: '/reports' },
        <ReportView
          shown={{
            report,
            card: cardOf(report),
            inspected: report.inspected && daysInWords(report.inspected),
            published: report.published && dayInWords(report.published),
            judged: judgedOf(corpus),
            marks,
            quote: quote && {
              id: quote.id,
              passage: quote.proof.passage,
              citation: quote.citation,
              section: [...cut.placed.section.path, cut.placed.section.heading?.text].filter(Boolean).join(' › ') || null,
              isKept: quoteIds(ownEntries(c)).includes(quote.id),
            },
            cameFrom: conversationBefore(c),
            kept,
            back: `${new URL(c.req.url).pathname}${new URL(c.req.url).search}`,
            found: mentions && foundOf(mentions, at, address),
          }}
        />,
      ),
    )
  })
  return routes
}
