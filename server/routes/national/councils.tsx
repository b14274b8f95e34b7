/** Pages about councils: all of them, one of them, and the grades of all. */
import { Hono } from 'hono'

import type { Corpus } from '../../../index/search/corpus.ts'
import { CouncilView } from '../../../views/national/council.tsx'
import { CouncilsView } from '../../../views/national/councils.tsx'
import { JudgementsView } from '../../../views/national/judgements.tsx'
import { RegionsView } from '../../../views/national/regions.tsx'
import { reportDate } from '../../cite/citation.ts'
import { compressed } from '../../http/compressed.ts'
import { csvHeaders, csvText } from '../../http/csv.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { type Council, choiceFields, choicesOf, councilsIn, fits, readChoice } from '../../national/councils.ts'
import { gradePanels } from '../../national/grade-panels.ts'
import { AREAS, councilTables, judgementTables, SORTS, type Sort, type Table } from '../../national/judgement-grid.ts'
import { mentionsByCouncil, USUAL_TOPICS } from '../../national/topic-grid.ts'
import { collectionOf } from '../reports/report-card.ts'
import { framed } from '../service/frame.tsx'

/** Questions about topics on a council's page. */
const TOPIC_QUESTIONS = 2

/** Each has an answer in the council's reports. */
async function questionsOn({ name, reports, latest }: Council, corpus: Corpus): Promise<string[]> {
  const mentioned = await Promise.all(USUAL_TOPICS.map((topic) => mentionsByCouncil(topic, corpus)))
  const topics = USUAL_TOPICS.filter((_, i) => mentioned[i]!.has(name))
  const years = reports.flatMap((report) => (report.judgements.length > 0 ? report.years : []))
  return [
    ...(latest ? [`What was ${name}’s overall effectiveness?`] : []),
    ...(reports.some(({ recommendations }) => recommendations.length > 0) ? [`What needs to improve in ${name}?`] : []),
    ...topics.slice(0, TOPIC_QUESTIONS).map((topic) => `What did Ofsted say about ${topic.toLowerCase()} in ${name}?`),
    ...(new Set(years).size > 1 ? [`How has ${name} changed since ${Math.min(...years)}?`] : []),
  ]
}

const readSort = (query: URLSearchParams): Sort => SORTS.find((sort) => sort === query.get('sort')) ?? 'council'

const HEADER = ['council', 'region', 'inspected', 'kind', 'scale', 'part', 'judgement', 'grade', 'printed', 'link']
const SCALE = { requiresImprovement: 'since 2013', adequate: 'until 2013' } as const

/** One row for each judgement, those that the page has no column for as well. */
const judgementsCsv = (tables: Table[], origin: string): string =>
  csvText([
    HEADER,
    ...tables.flatMap(({ scale, rows }) =>
      rows.flatMap(({ council, report }) =>
        report.judgements.map(({ area, part, grade, verbatim, passageId }) => [
          council.name,
          council.known?.region ?? null,
          report.inspected?.to ?? report.published,
          report.kind,
          SCALE[scale],
          part,
          area,
          grade,
          verbatim,
          `${origin}/reports/${encodeURIComponent(report.id)}?quote=${encodeURIComponent(passageId)}#${passageId}`,
        ]),
      ),
    ),
  ])

export function councilRoutes() {
  const routes = new Hono<AppEnv>()
  routes.use('/councils/*', compressed())
  routes.use('/councils', compressed())
  routes.use('/judgements', compressed())
  routes.use('/judgements/*', compressed())

  routes.get('/councils', (c) => {
    const all = councilsIn(c.get('corpus'))
    const choice = readChoice(new URL(c.req.url).searchParams)
    const ofYear = ({ reports }: Council): boolean => !choice.year || reports.some(({ years }) => years.includes(Number(choice.year)))
    return c.html(
      framed(
        c,
        { title: 'Councils', here: '/reports' },
        <CouncilsView
          councils={all.filter((council) => fits(council, choice) && ofYear(council))}
          choice={choice}
          choices={choicesOf(all)}
          dateOf={reportDate}
        />,
      ),
    )
  })

  routes.get('/councils/:slug', async (c) => {
    const corpus = c.get('corpus')
    const slug = c.req.param('slug')
    const council = councilsIn(corpus).find((one) => one.slug === slug)
    if (!council) throw new RequestFault(404, `There is no council “${slug.slice(0, 60)}” in the collection.`)
    const cards = new Map(collectionOf(corpus).cards.map((card) => [card.id, card]))
    return c.html(
      framed(
        c,
        { title: council.name, here: '/reports' },
        <CouncilView
          council={council}
          cards={cards}
          questions={await questionsOn(council, corpus)}
          panels={gradePanels([council], councilsIn(corpus))}
          tables={councilTables(council)}
          areas={AREAS.map(([area]) => area)}
          dateOf={({ report }) => reportDate(report)}
        />,
      ),
    )
  })

  routes.get('/judgements', (c) => {
    const query = new URL(c.req.url).searchParams
    const councils = councilsIn(c.get('corpus'))
    const choice = readChoice(query)
    const sort = readSort(query)
    return c.html(
      framed(
        c,
        { title: 'Judgements of all councils', here: '/reports' },
        <JudgementsView
          tables={judgementTables(councils, choice, sort)}
          panels={gradePanels(
            councils.filter((council) => fits(council, { ...choice, grade: '' })),
            councils,
          )}
          choice={choice}
          sort={sort}
          choices={choicesOf(councils)}
          councils={councils.length}
          areas={AREAS.map(([area]) => area)}
          csv={`/judgements.csv?${new URLSearchParams([...choiceFields(choice), ['sort', sort]])}`}
          dateOf={({ report }) => reportDate(report)}
        />,
      ),
    )
  })

  routes.get('/judgements/regions', (c) => {
    const all = councilsIn(c.get('corpus'))
    const regions = choicesOf(all).regions.flatMap((region) => {
      const panels = gradePanels(
        all.filter(({ known }) => known?.region === region),
        all,
      )
      return panels.length > 0 ? [{ region, panels }] : []
    })
    return c.html(framed(c, { title: 'Overall grades by region', here: '/reports' }, <RegionsView regions={regions} />))
  })

  routes.get('/judgements.csv', (c) => {
    const url = new URL(c.req.url)
    const tables = judgementTables(councilsIn(c.get('corpus')), readChoice(url.searchParams), readSort(url.searchParams))
    return c.body(judgementsCsv(tables, url.origin), 200, csvHeaders('judgements'))
  })
  return routes
}
