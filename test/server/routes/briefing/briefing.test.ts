import { describe, expect, it } from 'vitest'
import { makeApp } from '../../../../server/app.ts'
import { fieldsOfEntries } from '../../../../server/briefing/own.ts'
import { queryOf } from '../../../../server/briefing/pad.ts'
import { TEN, TEN_LINK } from '../../../support/briefings.ts'
import { realCorpus } from '../../../support/corpus.ts'
import { diceOf } from '../../../support/dice.ts'
import { docxParts } from '../../../support/docx-parts.ts'
import { keptBy } from '../../../support/kept.ts'
import { manyCouncils } from '../../../support/many-councils.ts'

const corpus = await realCorpus()
const app = makeApp({ corpus, loadedAt: null }, { clock: () => '2026-11-21' })
const page = async (query: string) => (await app.request(`/briefing?${query}`)).text()
const send = (fields: [string, string][], path = '/briefing', cookie = '') =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie },
    body: new URLSearchParams(fields).toString(),
  })
const linkAfter = async (...fields: [string, string][]): Promise<string> => {
  const response = await send(fields)
  expect(response.status).toBe(303)
  return `/briefing?${queryOf(fieldsOfEntries(keptBy(response)))}`.replace(/~[0-9a-f]{8}/g, '')
}
const q = (...ids: string[]): [string, string][] => ids.map((id) => ['quote', id])

describe('the briefing pad', () => {
  it('shows quotes, headings and notes in the order of the link, notes apart from quotes', async () => {
    const html = await page(TEN_LINK)
    expect(html).toContain('10 quotes from 5 of 5 documents.')
    expect(html.indexOf('Missing children &amp; judgements')).toBeLessThan(html.indexOf('Records of incidents'))
    expect(html).toMatch(/Your note, not a quote<\/strong><p>My own view: ask for the &lt;2025&gt; figures\./)
    expect(html.match(/<blockquote/g)).toHaveLength(10)
  })
  it('says under each quote whose it is and of when', async () => {
    const html = await page('quote=004.p24.s2&quote=000.i3')
    expect(html.match(/<strong class="pad-source">[^<]+/g)).toEqual([
      '<strong class="pad-source">Stoke-on-Trent, 4 to 15 February 2019',
      '<strong class="pad-source">Staffordshire, 4 to 8 February 2019',
    ])
  })
  it('names of four hundred documents only those of the councils that are quoted', async () => {
    const many = makeApp({ corpus: manyCouncils(), loadedAt: null }, { clock: () => '2026-11-21' })
    const [id] = /[^/"]+(?=\?quote=[^"]+\.r1)/.exec(await (await many.request('/councils/barnet')).text()) ?? []
    const text = await (await many.request(`/briefing/export?format=txt&quote=${id}.r1`)).text()
    expect(text.match(/Not quoted: [^\n]+/g)?.every((line) => line.includes('Barnet'))).toBe(true)
    expect(text.match(/Not quoted: /g)).toHaveLength(3)
    expect(text).toContain('Nothing is quoted of 396 other documents, on other councils.')
  })
  it('moves entries up and down and takes them away by buttons', async () => {
    const pad = q('004.p24.s2', '000.i3', '003.i2')
    expect(await linkAfter(...pad, ['do', 'up:2'])).toBe('/briefing?quote=004.p24.s2&quote=003.i2&quote=000.i3')
    expect(await linkAfter(...pad, ['do', 'down:0'])).toBe('/briefing?quote=000.i3&quote=004.p24.s2&quote=003.i2')
    expect(await linkAfter(...pad, ['do', 'remove:1'])).toBe('/briefing?quote=004.p24.s2&quote=003.i2')
    expect(await linkAfter(...pad, ['do', 'up:0'])).toBe('/briefing?quote=004.p24.s2&quote=000.i3&quote=003.i2')
  })
  it('takes headings, notes, ids, reader’s links and other pads’ links', async () => {
    expect(await linkAfter(...q('000.i3'), ['newHeading', 'Missing'], ['do', 'heading'])).toBe('/briefing?quote=000.i3&heading=Missing')
    expect(await linkAfter(...q('000.i3'), ['newNote', 'a = b'], ['do', 'note'])).toBe('/briefing?quote=000.i3&note=a+%3D+b')
    const paste = '004.p24.s2\nhttp://localhost/reports/004?quote=004.r5#004.r5\n/briefing?heading=H&quote=003.i2'
    expect(await linkAfter(['paste', paste], ['do', 'paste'])).toBe('/briefing?quote=004.p24.s2&quote=004.r5&heading=H&quote=003.i2')
  })
  it('takes of a conversation the quotes kept in it, or else its answers', async () => {
    const talk = '/?q=What+did+Ofsted+say+about+return+home+interviews%3F'
    expect(await linkAfter(['paste', `${talk}&keep=004.r5&keep=003.i2`], ['do', 'paste'])).toBe('/briefing?quote=004.r5&quote=003.i2')
    expect((await linkAfter(['paste', talk], ['do', 'paste'])).split('quote=').length).toBeGreaterThan(3)
  })
  it('takes a whole answer', async () => {
    const link = await linkAfter(['ask', 'What did Ofsted say about return home interviews?'], ['do', 'ask'])
    expect(new URLSearchParams(link.split('?')[1]).getAll('quote').length).toBeGreaterThan(1)
  })
  it('takes any passage: a row, a list item, a heading, a run of sentences', async () => {
    expect(await page('quote=004.r5&quote=004.i1&quote=004.h1&quote=004.p2.s1-2')).toContain('4 quotes from 1 of 5 documents.')
  })
  it('names what it cannot use and keeps the rest', async () => {
    const html = await page('quote=004.p24.s2&quote=004.p99&quote=%3Cscript%3E&quote=000.i3&note=mine&quote=004.p24.s2')
    expect(html).toContain('There is no quote “004.p99” in this collection.')
    expect(html).toContain('“&lt;script&gt;” is no quote’s id.')
    expect(html).toContain('“004.p24.s2” is in the briefing already.')
    expect(html).toContain('2 quotes from 2 of 5 documents.')
    expect(html).toContain('mine')
  })
  it('holds a hundred quotes in a link that common proxies pass, five hundred in a cookie, and more in a form', async () => {
    const ids = corpus.units
      .filter(({ placed }) => placed.passage.kind !== 'heading')
      .slice(0, 100)
      .map(({ placed, at }) => `${placed.passage.id}.s${at + 1}`)
    const response = await send([...q(...ids), ['do', 'up:99']])
    expect(response.status).toBe(303)
    expect(`/briefing?${queryOf(fieldsOfEntries(keptBy(response)))}`.length).toBeLessThan(4000)
    const many = corpus.units
      .filter(({ placed }) => placed.passage.kind !== 'heading')
      .map(({ placed, at }) => `${placed.passage.id}.s${at + 1}`)
    const full = await send([...q(...[...new Set(many)].slice(0, 500)), ['do', 'up:1']])
    expect(full.status).toBe(303)
    expect(keptBy(full)).toHaveLength(500)
    const dice = diceOf(7)
    const own = Array.from({ length: 40 }, (): [string, string] => [
      'note',
      Array.from({ length: 120 }, () => dice().toString(36).slice(2, 8)).join(' '),
    ])
    const long = await send([...q(...ids), ...own, ['do', 'up:1']])
    expect(long.status).toBe(200)
    const html = await long.text()
    expect(html).toContain('too long for a link')
    expect(html).toContain('too long for this browser to keep')
    const again = await send(
      [
        ...[
          ...html
            .split('action="/briefing/export"')[1]!
            .split('</form>')[0]!
            .matchAll(/name="(quote|note)" value="([^"]*)"/g),
        ].map(([, name, value]): [string, string] => [name!, value!]),
        ['format', 'txt'],
      ],
      '/briefing/export',
    )
    expect((await again.text()).match(/^\[\d+\] /gm)).toHaveLength(new Set(ids.map((id) => id)).size)
  })
  it('cuts notes that are too long and says so', async () => {
    const response = await send([...q('000.i3'), ['newNote', 'x'.repeat(3000)], ['do', 'note']])
    expect(await response.text()).toMatch(/A note has at most 2,000 characters/)
  })
})

describe('an export', () => {
  const get = (rest: string) => app.request(`/briefing/export?${TEN_LINK}&${rest}`)
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
    ['md', 'text/markdown; charset=utf-8', 'md'],
    ['txt', 'text/plain; charset=utf-8', 'txt'],
    ['html', 'text/html; charset=utf-8', 'html'],
    ['csv', 'text/csv; charset=utf-8', 'csv'],
    ['csl', 'application/vnd.citationstyles.csl+json', 'json'],
    ['ris', 'application/x-research-info-systems', 'ris'],
  ])('as %s is a file of its kind, the same by GET and POST', async (format, type, extension) => {
    const response = await get(`format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="briefing-2026-11-21.${extension}"`)
    const posted = await send([...new URLSearchParams(`${TEN_LINK}&format=${format}`)], '/briefing/export')
    if (format !== 'docx') expect(await posted.text()).toBe(await response.text())
  })
  it('has every quote word for word, its citation, the licences, the day and the fingerprint, in every text format', async () => {
    for (const format of ['md', 'txt', 'html']) {
      const text = (await (await get(`format=${format}`)).text()).replaceAll('\\', '').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
      for (const id of TEN.filter((one) => !one.includes('.p24.s1-2'))) {
        const [, passage, sentence] = /^(.+?)(?:\.s(\d+))?$/.exec(id)!
        const { passage: held } = corpus.passages.get(passage!)!
        const span = sentence ? held.sentences[Number(sentence) - 1]! : { start: 0, end: held.text.length }
        expect(text).toContain(held.text.slice(span.start, span.end))
      }
      expect(text).toContain('paragraph 24')
      expect(text).toContain('licensed under the Open Government Licence v3.0')
      expect(text).toContain('non-commercial educational purposes')
      expect(text).toContain('The document states no licence.')
      expect(text).toContain('Viewed on 21 November 2026')
      expect(text).toContain(corpus.fingerprint)
    }
  })
  it('says which documents were searched and are not quoted', async () => {
    const text = await (await app.request('/briefing/export?quote=004.p24.s2&format=txt')).text()
    expect(text).toContain('The collection holds 5 documents: 1 quoted here, 4 not.')
    expect(text.match(/Not quoted: /g)).toHaveLength(4)
  })
  it('as CSV opens in a spreadsheet without running anything', async () => {
    const text = await (
      await send([...q('004.p24.s2'), ['note', '=HYPERLINK("http://evil")'], ['format', 'csv']], '/briefing/export')
    ).text()
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`)
    expect(text.split('\r\n')).toHaveLength(4)
  })
  it('as CSL-JSON has one item for each document and the proof of each quote', async () => {
    const items = JSON.parse(await (await get('format=csl')).text()) as {
      type: string
      custom: { quotes: { proof: { source: string } }[] }
    }[]
    expect(items.map(({ type }) => type)).toEqual(Array(5).fill('report'))
    expect(items.flatMap(({ custom }) => custom.quotes)).toHaveLength(10)
  })
  it('as RIS has one closed record for each document', async () => {
    const text = await (await get('format=ris')).text()
    expect(text.match(/^TY {2}- RPRT/gm)).toHaveLength(5)
    expect(text.match(/^ER {2}- $/gm)).toHaveLength(5)
    expect(text.match(/^N1 {2}- /gm)).toHaveLength(10)
  })
  it('as Word has ten real footnotes, headings and tables', async () => {
    const parts = docxParts(await (await get('format=docx')).arrayBuffer())
    const document = parts.get('word/document.xml') ?? ''
    expect(document.match(/<w:footnoteReference w:id="\d+"/g)).toHaveLength(10)
    expect(document.match(/<w:tbl>/g)).toHaveLength(2)
    expect(document).toContain('w:val="Heading1"')
    expect((parts.get('word/footnotes.xml') ?? '').match(/<w:footnote w:id="\d+">/g)).toHaveLength(10)
  })
  it.each([
    ['without a quote', '/briefing/export?note=mine', 422, /no quote to export/],
    ['of unknown quotes only', '/briefing/export?quote=nope', 422, /There is no quote “nope”/],
    ['in an unknown format', '/briefing/export?quote=000.i3&format=pdf', 422, /no format “pdf”/],
    ['in an unknown style', '/briefing/export?quote=000.i3&style=apa', 422, /no citation style “apa”/],
  ])('%s is refused with a message', async (_, path, status, message) => {
    const response = await app.request(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(message)
  })
})
