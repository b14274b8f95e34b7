/** What is offered under the question box: each has an answer or leads to a report. */
import { expect, test } from 'vitest'
import { underBasePath } from '../../../../server/http/base-path.ts'
import type { Suggestion } from '../../../../server/routes/ask/suggestions.ts'
import { realApp, realLibrary } from '../../../support/app.ts'

test('every report is offered by council, kind and date, the newest first, and leads to it', async () => {
  const app = await realApp()
  const offered = (await (await app.request('/suggestions')).json()) as Suggestion[]
  const reports = offered.filter((one) => one.kind === 'report')
  expect(reports).toHaveLength((await realLibrary()).corpus!.reports.length)
  expect(reports[0]!.text).toBe('Staffordshire, focused visit, 9 to 10 December 2025')
  for (const { text, url } of reports) {
    const page = await (await app.request(url)).text()
    const [council, ...rest] = text.split(', ')
    for (const part of [council, rest.at(-1)]) expect(page).toContain(part)
  }
  expect(offered.findIndex(({ kind }) => kind === 'report')).toBe(offered.length - reports.length)
})

test('behind a path of a proxy the addresses of suggestions are under it', async () => {
  const app = await realApp()
  const fetch = underBasePath((request: Request) => app.request(request), '/quotes')
  const page = await (await fetch(new Request('http://127.0.0.1/quotes/'))).text()
  expect(page.match(/data-suggest(?:ions)?="[^"]+/g)).toEqual([
    'data-suggestions="/quotes/suggestions',
    expect.stringMatching(/^data-suggest="\/quotes\/assets\/suggest\.js/),
  ])
  const [first] = ((await (await fetch(new Request('http://127.0.0.1/quotes/suggestions'))).json()) as Suggestion[]).filter(
    (one) => one.kind === 'report',
  )
  expect(first?.kind === 'report' && first.url).toBe('/quotes/reports/003')
})
