import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { makeApp } from '../../../../server/app.ts'
import { readConfig } from '../../../../server/config.ts'
import { type Library, loadLibrary } from '../../../../server/library.ts'
import { mentionsOf } from '../../../../server/routes/reports/mentions.ts'
import { slimCss } from '../../../../server/routes/service/slim-css.ts'

const library: Library = { corpus: null, loadedAt: null }
const get = async (path: string) => {
  const reply = await makeApp(library).request(path)
  return { status: reply.status, headers: reply.headers, text: await reply.text() }
}
beforeAll(async () => {
  await loadLibrary(library, readConfig({ SEEDS_DIR: 'seeds' }))
})

test.each([
  ['/', 200],
  ['/?q=', 422],
  [`/?q=${'a'.repeat(501)}`, 422],
  [`/?q=${'a'.repeat(500)}`, 200],
  ['/?q=my+name+is+Ann', 200],
  ['/reports', 200],
  ['/reports/nothing', 404],
  ['/reports/004?quote=000.u1', 404],
  ['/about', 200],
  ['/accessibility', 200],
  ['/privacy', 200],
])('%s replies %i with a whole page', async (path, status) => {
  const page = await get(path)
  expect(page.status).toBe(status)
  expect(page.text).toMatch(/^<!doctype html><html lang="en-GB">/)
  expect(page.text.includes('<title>Error - ')).toBe(status >= 400)
})

test('every example of the start page is answered, and the judgements come as a line of time', async () => {
  const { text } = await get('/')
  const examples = [...text.matchAll(/<a href="(\/\?q=[^"]+)" hx-get/g)].map(([, href]) => href!)
  expect(examples.length).toBeGreaterThanOrEqual(5)
  for (const href of examples) expect((await get(href)).text).toContain('data-announce="Answer ready')
  expect((await get(examples.find((href) => href.includes('judgements'))!)).text).toContain('class="timeline"')
})

test('a comparison says how many quotes each side has, and notes stand under the quotes they qualify', async () => {
  const { text } = await get('/?q=Compare+Staffordshire+and+Stoke-on-Trent+on+thresholds')
  expect(text).toMatch(/word for word(?:<\/span>)?\s*\(Staffordshire: \d, Stoke-on-Trent: \d\)/)
  const history = (await get('/?q=How+have+Staffordshire%E2%80%99s+judgements+changed%3F')).text
  expect(history).toMatch(/class="timeline".*<ul class="notes">.*different scales/s)
})

test('a side of a comparison without an answer says so, and can be asked alone', async () => {
  const { text } = await get('/?q=Compare+Staffordshire+and+Stoke-on-Trent+on+private+fostering')
  const [, href] = /No answer was found on this side\. <a href="([^"]+)">Ask it of Staffordshire alone/.exec(text) ?? []
  expect(href).toMatch(/&amp;q=private\+fostering\+in\+Staffordshire#a2$/)
  expect((await get(href!.replaceAll('&amp;', '&'))).text).toContain('id="a2"')
})

test('mentions are not offered of what no report mentions', async () => {
  const { text } = await get('/?q=zebras')
  expect(text).toContain('Nothing was found in any of the 5 reports searched')
  expect(text).not.toContain('href="/mentions?q=')
})

test('a question is drawn as text, never as markup', async () => {
  const { text } = await get(`/?q=${encodeURIComponent('<img src=x onerror=alert(1)> caseloads')}`)
  expect(text).not.toContain('<img')
  expect(text).toContain('&lt;img')
})

test('controls that were left alone leave the address', async () => {
  const { status, headers } = await get('/?q=caseloads&authority=&year=2009&kind=')
  expect([status, headers.get('location')]).toEqual([302, '/?q=caseloads&year=2009'])
})

test('a conversation stays in no cache', async () => {
  expect((await get('/?q=caseloads')).headers.get('cache-control')).toBe('no-store')
})

test('the mark in the reader is the quote, and only it', async () => {
  const { text } = await get('/reports/004?quote=004.p24.s2')
  expect([...text.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, inner]) => inner)).toEqual([
    'Records of incidents and return home interviews are not fully evidenced on children&#39;s case files.',
  ])
})

test('a mention inside the quote is seen at the quote, others at their own marks', async () => {
  const { text } = await get('/reports/004?quote=004.p24.s2&words=return+home+interviews')
  expect(text).toContain('<mark id="quote">Records of incidents')
  expect([...text.matchAll(/<mark id="(m\d+)" class="mark--mention">(.*?)</g)].map(([, id, words]) => [id, words])).toEqual([
    ['m2', 'return home interviews'],
  ])
  expect(text).toContain('at=2#m2')
})

test('asterisks that extraction left are drawn as emphasis', async () => {
  const { text } = await get('/reports/002')
  expect(text).toContain('<em>First Response</em>')
})

test('browsers can add the site as a search engine', async () => {
  const { text, headers } = await get('/opensearch.xml')
  expect(headers.get('content-type')).toContain('opensearchdescription+xml')
  expect(text).toContain('template="http://localhost/?q={searchTerms}"')
})

test('the catalogue filters and sorts', async () => {
  const titles = async (query: string) => [...(await get(`/reports?${query}`)).text.matchAll(/id="tick-(\d+)"/g)].map(([, id]) => id)
  expect(await titles('sort=oldest')).toEqual(['002', '001', '000', '004', '003'])
  expect(await titles('authority=Stoke-on-Trent')).toEqual(['004'])
  expect(await titles('year=2019&kind=committee_report')).toEqual(['001'])
  expect(await titles('words=staffordshire+focused')).toEqual(['003'])
})

test('words are found together first, in any of their forms, else one by one', () => {
  const report = library.corpus!.reports.find(({ id }) => id === '004')!
  const together = mentionsOf('return home interview', report)
  expect(together.apart).toBe(false)
  const [first] = together.order
  const text = library.corpus!.passages.get(first!.passage)!.passage.text
  const [start, end] = together.places.get(first!.passage)![0]!
  expect(text.slice(start, end).toLowerCase()).toBe('return home interviews')
  expect(mentionsOf('thresholds placements', report).apart).toBe(true)
  expect(mentionsOf('zebra', report).order).toEqual([])
})

test('the slim style sheet keeps whole rules of used blocks and drops the rest', () => {
  const css =
    '@font-face{font-family:"GDS Transport"}.govuk-button,.govuk-panel{color:red}.govuk-panel__title{a:b}@media print{.govuk-panel{a:b}.govuk-body{font-family:GDS Transport,arial}}:root{--a:b}'
  expect(slimCss(css)).toBe('.govuk-button{color:red}@media print{.govuk-body{font-family:var(--font)}}:root{--a:b}')
})

test('every class of govuk-frontend that a view names is in the style sheet', async () => {
  const folder = new URL('../../../../views/', import.meta.url)
  const views = await Promise.all(
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFile(new URL(name, folder), 'utf8')),
  )
  const named = new Set(views.join(' ').match(/(?<=["' ])govuk-[\w!-]+/g))
  const { text } = await get('/assets/style.css')
  const missing = [...named].filter((name) => !text.includes(`.${name.replace('!', '\\!')}`))
  // These two only name what they stand in.
  expect(missing.filter((name) => !/^govuk-(?:label$|error-summary__body)/.test(name))).toEqual([])
})
