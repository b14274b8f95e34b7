/** Where a topic is mentioned: the grid of topics by council, and the list of reports. */
import { type Context, Hono } from 'hono'

import type { Corpus } from '../../../index/search/corpus.ts'
import { LONGEST_QUESTION } from '../../../views/ask/ask-form.tsx'
import { GridView } from '../../../views/national/grid.tsx'
import { MentionsView } from '../../../views/national/mentions.tsx'
import { isPicked, NO_PICKS, type Picks, pickFields } from '../../../views/parts/links.ts'
import { mentionQuote, mentionsByReport } from '../../answer/mentions.ts'
import type { Question } from '../../answer/question.ts'
import { emptyGroup } from '../../answer/understand/scope/groups.ts'
import { understand } from '../../answer/understand/understand.ts'
import { NOT_FOUND } from '../../answer/wording.ts'
import { compressed } from '../../http/compressed.ts'
import { csvHeaders, csvText } from '../../http/csv.ts'
import type { AppEnv } from '../../http/env.ts'
import { choiceFields, choicesOf, councilsIn, readChoice } from '../../national/councils.ts'
import { cellQuotes, readTopics, topicGrid } from '../../national/topic-grid.ts'
import { readConversation, scopeOf } from '../ask/asked.ts'
import { collectionOf } from '../reports/report-card.ts'
import { framed } from '../service/frame.tsx'

/** Reports on one page of mentions. */
export const PAGE_SIZE = 25

type Asked = { text: string; picks: Picks; question: Question | null }

function readAsked(c: Context<AppEnv>): Asked {
  const { asked } = readConversation(new URL(c.req.url).searchParams)
  const last = asked.at(-1)
  const text = (last?.question ?? '').slice(0, LONGEST_QUESTION)
  const picks = last && isPicked(last.picks) ? last.picks : NO_PICKS
  const corpus = c.get('corpus')
  return { text, picks, question: text ? understand(text, [], corpus, picks === NO_PICKS ? {} : scopeOf(picks, corpus)) : null }
}

function whyNone({ missing, group, reports }: Question, corpus: Corpus): string | null {
  if (missing?.authority && missing.elsewhere) return NOT_FOUND.elsewhere(missing.authority, missing.elsewhere, corpus)
  if (missing?.authority && missing.year === null) return NOT_FOUND.authority(missing.authority, corpus)
  if (missing?.year) return NOT_FOUND.year(missing, corpus)
  return group && reports.length === 0 ? emptyGroup(group.group, corpus.reports) : null
}

export function topicRoutes() {
  const routes = new Hono<AppEnv>()
  routes.use('/grid', compressed())
  routes.use('/mentions', compressed())

  routes.get('/grid', async (c) => {
    const query = new URL(c.req.url).searchParams
    const corpus = c.get('corpus')
    const choice = readChoice(query)
    const topics = readTopics(query)
    return c.html(
      framed(
        c,
        { title: 'Topics by council', here: '/reports' },
        <GridView
          grid={await topicGrid(topics, choice, corpus)}
          choice={choice}
          choices={choicesOf(councilsIn(corpus))}
          csv={`/grid.csv?${new URLSearchParams([...topics.map((topic): [string, string] => ['topic', topic]), ...choiceFields(choice)])}`}
        />,
      ),
    )
  })

  routes.get('/grid.csv', async (c) => {
    const { searchParams, origin } = new URL(c.req.url)
    const corpus = c.get('corpus')
    const grid = await topicGrid(readTopics(searchParams), readChoice(searchParams), corpus)
    const quotes = grid.topics.map((topic) => cellQuotes(topic, corpus))
    const rows = grid.rows.flatMap(({ council, cells }) =>
      cells.map((cell, i) => {
        const topic = grid.topics[i]!
        const quote = quotes[i]!(cell)
        return [
          council.name,
          council.known?.region ?? null,
          topic,
          cell.count,
          quote?.text ?? null,
          quote?.citation ?? null,
          quote && `${origin}${quote.url}`,
        ]
      }),
    )
    return c.body(
      csvText([['council', 'region', 'topic', 'passages', 'first quote', 'citation', 'link'], ...rows]),
      200,
      csvHeaders('topics'),
    )
  })

  routes.get('/mentions', async (c) => {
    const corpus = c.get('corpus')
    const { text, picks, question } = readAsked(c)
    const all = question ? await mentionsByReport(question, corpus) : []
    const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE))
    const asked = Number(new URL(c.req.url).searchParams.get('page'))
    const page = Number.isInteger(asked) && asked > 1 ? Math.min(asked, pages) : 1
    const cards = new Map(collectionOf(corpus).cards.map((card) => [card.id, card]))
    const entries = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ report, mentions }) => ({
      card: cards.get(report.id)!,
      quote: mentionQuote(mentions[0]!, question!.concepts, corpus),
      mentions: mentions.length,
    }))
    return c.html(
      framed(
        c,
        { title: text ? `Mentions: ${text}` : 'Find mentions', here: '/reports' },
        <MentionsView
          question={text}
          picks={picks}
          terms={question?.concepts.filter(({ light }) => !light).map(({ words }) => words) ?? []}
          group={question?.group?.words ?? null}
          reason={question && whyNone(question, corpus)}
          entries={entries}
          reports={all.length}
          passages={all.reduce((sum, { mentions }) => sum + mentions.length, 0)}
          searched={question?.reports.length ?? 0}
          page={page}
          pages={pages}
          csv={`/mentions.csv?${new URLSearchParams([['q', text], ...pickFields(picks)])}`}
        />,
      ),
    )
  })

  routes.get('/mentions.csv', async (c) => {
    const corpus = c.get('corpus')
    const { origin } = new URL(c.req.url)
    const { question } = readAsked(c)
    const rows = (question ? await mentionsByReport(question, corpus) : []).map(({ report, mentions }) => {
      const quote = mentionQuote(mentions[0]!, question!.concepts, corpus)
      return [
        report.authority,
        report.title,
        report.inspected?.to ?? report.published,
        mentions.length,
        quote.text,
        quote.citation,
        `${origin}${quote.url}`,
      ]
    })
    return c.body(
      csvText([['council', 'report', 'date', 'passages', 'first quote', 'citation', 'link'], ...rows]),
      200,
      csvHeaders('mentions'),
    )
  })
  return routes
}
