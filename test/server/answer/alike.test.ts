/** A finding that several reports print in the same words is evidence for each, and is shown once with all its citations. */
import { describe, expect, it } from 'vitest'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { ask } from '../../../server/answer/ask.ts'
import { makeApp } from '../../../server/app.ts'
import { docxLines } from '../../support/docx-parts.ts'
import { madeReport } from '../../support/made-report.ts'

const SHARED = 'Advocacy is offered to every child in care and is of high quality.'
const report = (authority: string, ...findings: string[]) => madeReport({ authority, day: '2019-03-04', overall: 'Good', findings })
const corpus = makeCorpus([
  report('Leeds', SHARED, 'Social workers in Leeds visit children often.'),
  report('Kent', 'Foster carers are trained.', SHARED),
  report('Bury', 'Caseloads are manageable.', 'Advocacy in Bury is offered late to children in care.'),
])
const answerTo = (question: string) => ask(question, [], corpus)

describe('words that two councils’ reports print alike', () => {
  it('are one quote with both citations', async () => {
    const { quotes, coverage } = await answerTo('Is advocacy offered to children in care?')
    const shared = quotes.filter(({ text }) => text === SHARED)
    expect(shared).toHaveLength(1)
    const [{ report: first, alike } = { report: null, alike: [] }] = shared
    expect([first?.authority, ...alike.map((also) => also.report.authority)].sort()).toEqual(['Kent', 'Leeds'])
    expect(coverage.quoted).toEqual(expect.arrayContaining(corpus.reports.slice(0, 2).map(({ id }) => id)))
    for (const { id, proof, citation, report: own } of alike) {
      const { passage } = corpus.passages.get(proof.passage)!
      expect(passage.text.slice(proof.start, proof.end)).toBe(SHARED)
      expect(citation).toContain(own.title)
      expect(id.startsWith(own.id)).toBe(true)
    }
  })

  it('stay the one council’s where that is asked for', async () => {
    const { quotes } = await answerTo('Is advocacy offered to children in care in Kent?')
    expect(quotes[0]).toMatchObject({ text: SHARED, report: { authority: 'Kent' }, alike: [] })
  })
})

describe('the page', () => {
  const app = makeApp({ corpus, loadedAt: null }, {})

  it('names the other report under the quote, and keeps and takes out both', async () => {
    const html = await (await app.request('/?q=Is+advocacy+offered+to+children+in+care%3F')).text()
    expect(html).toMatch(/The same words are in <a href="[^"]+">(?:Leeds|Kent), 4 March 2019<\/a>/)
    const [, ids = ''] = /name="add" value="([^"#]+ [^"#]+)#a1q\d"/.exec(html) ?? []
    expect(ids.split(' ')).toHaveLength(2)
    const send = (body: Record<string, string>, cookie = '') =>
      app.request('/briefing/keep', {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: { accept: 'application/json', cookie, origin: 'http://localhost', host: 'localhost' },
      })
    const kept = await send({ add: `${ids}#a1q1` })
    expect(await kept.json()).toEqual({ ids: ids.split(' '), undo: null })
    const cookie = kept.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect(await (await send({ take: `${ids}#a1q1` }, cookie)).json()).toMatchObject({ ids: [], undo: expect.stringContaining('quote=') })
    const pad = await (await app.request('/briefing', { headers: { cookie } })).text()
    expect(pad.split(SHARED)).toHaveLength(2)
    expect(pad).toContain('The same words, of another report:')
  })
})

describe('a briefing of words that two councils print alike', () => {
  const app = makeApp({ corpus, loadedAt: null }, { clock: () => '2026-11-21' })
  const [leeds, kent, bury] = corpus.reports.map(
    ({ id, sections }) =>
      sections.flatMap(({ paragraphs }) => paragraphs).find(({ id: passage, text }) => passage.startsWith(id) && text.includes('dvocacy'))!
        .id,
  )
  const exported = (ids: unknown[], format: string) =>
    app.request(`/briefing/export?${ids.map((id) => `quote=${id}`).join('&')}&format=${format}`)

  it.each(['md', 'txt', 'html'])('prints them once, with both sources, as %s', async (format) => {
    const text = await (await exported([leeds, kent, bury], format)).text()
    expect(text.split(SHARED)).toHaveLength(2)
    expect(text).toMatch(/Leeds, 4 March 2019; Kent, 4 March 2019/)
    expect(text).toMatch({ md: /\[\^1\]\[\^2\]/, txt: /\[1\] \[2\]/, html: /#note-1.*<sup>, <\/sup>.*#note-2/ }[format]!)
  })

  it('prints them once in Word, with two footnotes', async () => {
    const lines = docxLines(await (await exported([leeds, kent], 'docx')).arrayBuffer())
    expect(lines.filter(({ text }) => text.includes(SHARED)).map(({ text }) => text)).toEqual([`“${SHARED}”[1], [2]`])
  })

  it('has a row, and a record, for each source', async () => {
    const rows = (await (await exported([leeds, kent], 'csv')).text()).split('\n').filter((line) => line.includes(SHARED))
    expect(rows).toHaveLength(2)
    const records = JSON.parse(await (await exported([leeds, kent], 'csl')).text())
    expect(records.map((record: { custom: { quotes: unknown[] } }) => record.custom.quotes.length)).toEqual([1, 1])
  })

  it('keeps them apart where other words stand between', async () => {
    const text = await (await exported([leeds, bury, kent], 'txt')).text()
    expect(text.split(SHARED)).toHaveLength(3)
  })
})
