/** The pages about all councils, over four hundred made-up reports and over the five real ones. */
import { beforeAll, describe, expect, it, test } from 'vitest'
import { makeCorpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { mentionsIn } from '../../../../server/answer/mentions.ts'
import { understand } from '../../../../server/answer/understand/understand.ts'
import { makeApp } from '../../../../server/app.ts'
import { realApp } from '../../../support/app.ts'
import { madeReport } from '../../../support/made-report.ts'
import { GRADES, HELD, manyCouncils } from '../../../support/many-councils.ts'

const corpus = manyCouncils()
const app = makeApp({ corpus, loadedAt: null })
const get = async (path: string) => {
  const reply = await app.request(path)
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() }
}
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '')
const rowsOf = (csv: string): string[] => csv.replace('\uFEFF', '').trim().split('\r\n').slice(1)

describe('the catalogue of four hundred reports', () => {
  const ids = (text: string) => all(text, /id="tick-([^"]+)"/g)

  it('has eight pages of fifty, each report once', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (page) => ids((await get(`/reports?sort=council&page=${page}`)).text)),
    )
    expect(pages.map((page) => page.length)).toEqual(Array.from({ length: 8 }, () => 50))
    expect(new Set(pages.flat()).size).toBe(400)
  })

  it('goes to the last page where a later one is asked for, and names the page', async () => {
    const { text } = await get('/reports?page=99')
    expect(text).toContain('Page 8 of 8')
    expect(text).not.toContain('rel="next"')
  })

  it('keeps what was chosen from page to page', async () => {
    const { text } = await get('/reports?year=2019&sort=oldest')
    expect(text).toContain('100 of 400 documents')
    expect(all(text, /rel="next" href="([^"]+)"/g)).toEqual(['/reports?year=2019&amp;sort=oldest&amp;page=2'])
  })

  it('finds by words, and leads to the council', async () => {
    const { text } = await get(`/reports?words=${encodeURIComponent(HELD[3]!.name)}`)
    expect(ids(text).length).toBeGreaterThanOrEqual(4)
    expect(text).toContain('href="/councils/')
  })
})

describe('the judgements of all councils', () => {
  it('show the latest of each, every grade with the row that prints it', async () => {
    const { text } = await get('/judgements')
    expect(text).toContain('100 of 100 councils')
    const links = all(text, /<a class="grade [^"]+" href="([^"]+)"/g)
    expect(links).toHaveLength(100)
    for (const link of links.slice(0, 3)) {
      const page = await get(link.replaceAll('&amp;', '&').replace(/#.*/, ''))
      expect(page.text).toMatch(/<mark id="quote">Overall effectiveness/)
    }
  })

  it('narrow by region, grade and year, and sort', async () => {
    const { text } = await get('/judgements?region=London&grade=Good&sort=newest')
    const regions = new Set(
      all(text, /<th scope="row"><a href="[^"]+">([^<]+)/g).map((name) => HELD.find((one) => one.name === name)?.region),
    )
    expect([...regions]).toEqual(['London'])
    expect(new Set(all(text, /class="grade [^"]+" href="[^"]+">([^<]+)/g))).toEqual(new Set(['Good']))
    expect((await get('/judgements?year=2012')).text).toContain('Graded until 2013: 100 inspections')
  })

  it('keep two scales apart and say so', async () => {
    const mixed = makeCorpus([
      madeReport({ authority: 'Kent', day: '2013-07-19', overall: 'Adequate' }),
      madeReport({ authority: 'Leeds', day: '2015-01-20', overall: 'Good' }),
    ])
    const text = await (await makeApp({ corpus: mixed, loadedAt: null }).request('/judgements?sort=grade')).text()
    expect(text).toContain('They are not the same grade')
    expect(text.match(/<svg class="lanes"/g)).toHaveLength(2)
    expect(text.match(/<h2[^>]*>Graded (?:since|until) 2013: 1 inspection</g)).toHaveLength(2)
  })

  it('stand as bars by year, each with as many inspections as its list holds', async () => {
    const { text } = await get('/judgements?region=London')
    const bars = [...text.matchAll(/<a href="([^"]+)" aria-label="(\d{4}), ([^:]+): (\d+) inspections?/g)].map(([, ...found]) => found)
    expect(bars.reduce((sum, [, , , count]) => sum + Number(count), 0)).toBe(HELD.filter(({ region }) => region === 'London').length * 4)
    expect(new Set(bars.map(([, year]) => year))).toEqual(new Set(['2012', '2015', '2019', '2023']))
    for (const [href = '', year, grade, count] of bars) {
      const page = (await get(href.replaceAll('&amp;', '&').replace(/#.*/, ''))).text
      if (count === '1') expect(page).toMatch(new RegExp(`<mark id="quote">Overall effectiveness ${grade}`))
      else expect([year, grade, all(page, /<th scope="row">(<a)/g).length]).toEqual([year, grade, Number(count)])
    }
  })

  it('have a chart for each region, all on one measure', async () => {
    const { text } = await get('/judgements/regions')
    const regions = new Set(HELD.flatMap(({ region }) => region ?? []))
    expect(all(text, /<title id="[^"]+">([^<]+)</g)).toHaveLength(2 * regions.size)
    const counts = all(text, /aria-label="[^"]*: (\d+) inspections?/g).map(Number)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(400)
    const tallest = [...text.matchAll(/class="bar sign-\d"[^>]*height="([\d.]+)rem"/g)].map(([, height]) => Number(height))
    expect(tallest.indexOf(Math.max(...tallest))).toBe(counts.indexOf(Math.max(...counts)))
  })

  it('come as a file, one row for each judgement', async () => {
    const { type, text } = await get('/judgements.csv?region=London')
    expect(type).toContain('text/csv')
    expect(rowsOf(text)).toHaveLength(HELD.filter(({ region }) => region === 'London').length)
  })
})

describe('one council', () => {
  it('has its inspections newest first, what the latest asks for, and questions that are answered', async () => {
    const { name } = HELD[0]!
    const slug = name.toLowerCase().replaceAll(' ', '-')
    const { text } = await get(`/councils/${slug}`)
    expect(all(text, /<strong>\d+ \w+ (\d{4})<\/strong>/g)).toEqual(['2023', '2019', '2015', '2012'])
    expect(text).toContain('The quality of plan 0 in 2023.')
    expect(text).toContain('On the scale until 2013')
    const questions = all(text, /href="\/\?q=([^"]+)"/g).map((one) => decodeURIComponent(one.replaceAll('+', ' ')))
    expect(questions.length).toBeGreaterThan(2)
    for (const question of questions) expect([question, (await ask(question, [], corpus)).outcome]).toEqual([question, 'answered'])
  })

  it('has its overall grades as a picture, one for each scale, each mark with the row that prints it', async () => {
    const { text } = await get(`/councils/${HELD[3]!.name.toLowerCase().replaceAll(' ', '-')}`)
    const pictures = text.split('<svg class="lanes"').slice(1)
    expect(pictures.map((picture) => all(picture, /class="lane-name"[^>]*>([^<]+)/g))).toEqual([
      ['Outstanding', 'Good', 'Adequate', 'Inadequate'],
      ['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate'],
    ])
    const marks = [...text.matchAll(/<svg class="at"[^>]*><title>([^<]+)<\/title><a href="([^"]+)"/g)]
    expect(marks.map(([, name]) => name?.replace(/, .*(?=\d{4})/, ', '))).toEqual([
      'Adequate, 2012',
      ...[2015, 2019, 2023].map((year, i) => `${GRADES[(3 + i + 1) % 4]}, ${year}`),
    ])
    for (const [, name, href = ''] of marks)
      expect((await get(href.replaceAll('&amp;', '&').replace(/#.*/, ''))).text).toContain(
        `<mark id="quote">Overall effectiveness ${name!.split(',')[0]}`,
      )
  })

  it('that is not there is a page that says so', async () => {
    expect((await get('/councils/nowhere')).status).toBe(404)
  })

  it('is one of all councils by region', async () => {
    const { text } = await get('/councils')
    expect(new Set(all(text, /href="(\/councils\/[^"]+)"/g)).size).toBe(100)
  })
})

describe('topics by council', () => {
  it('count passages and lead to the first of the newest report', async () => {
    const { text } = await get('/grid?topic=advocacy&topic=caseloads')
    expect(text).toContain('100 councils, 400 reports searched')
    const cells = all(text, /<td[^>]*>(?:<a[^>]*>(\d+)|<span aria-hidden="true">(?:–)<\/span>)/g)
    expect(cells).toHaveLength(200)
    expect(cells.filter((_, i) => i % 2 === 0 && cells[i] === '1')).toHaveLength(25)
    expect(cells.filter((cell, i) => i % 2 === 1 && cell === '4')).toHaveLength(100)
  })

  it('narrow by region and year, and come as a file', async () => {
    const { text } = await get('/grid.csv?topic=caseloads&region=London&year=2023')
    const rows = rowsOf(text)
    expect(rows).toHaveLength(HELD.filter(({ region }) => region === 'London').length)
    expect(rows.every((row) => /"caseloads","1","In team \d+ of 2023, caseloads/.test(row))).toBe(true)
  })

  it('have usual topics where none is asked for', async () => {
    expect((await get('/grid')).text).toContain('Return home interviews')
  })
})

describe('every report that mentions it', () => {
  it('is listed once, twenty-five on a page, with its first quote', async () => {
    const pages = await Promise.all([1, 2, 15, 16].map((page) => get(`/mentions?q=caseloads&page=${page}`)))
    expect(pages.map(({ text }) => text.match(/<blockquote/g)?.length)).toEqual([25, 25, 25, 25])
    expect(pages[3]?.text).toContain('Page 16 of 16')
    expect(pages[0]?.text).toContain('400 reports of 400 mention caseloads, in 400 passages')
  })

  it('is counted over the whole collection, not over the best', async () => {
    const question = understand('What did Ofsted say about caseloads?', [], corpus)
    expect(await mentionsIn(question, corpus)).toHaveLength(400)
    const { coverage } = await ask('What did Ofsted say about caseloads?', [], corpus)
    expect(coverage.silent).toEqual([])
    expect((await ask('What did Ofsted say about advocacy?', [], corpus)).coverage.silent).toHaveLength(375)
  })

  it('is one link away from the answer', async () => {
    const { text } = await get('/?q=What+did+Ofsted+say+about+advocacy%3F')
    expect(text).toContain('Show all 25 reports that mention this')
  })

  it('comes as a file', async () => {
    expect(rowsOf((await get('/mentions.csv?q=advocacy')).text)).toHaveLength(25)
  })

  test.each([
    ['/mentions?q=zebras', 'No report mentions this'],
    ['/mentions?q=caseloads+in+adequate+councils', 'The collection has no council whose latest overall grade is Adequate'],
    ['/mentions', 'Find every report that mentions'],
  ])('%s says “%s”', async (path, said) => {
    expect((await get(path)).text).toContain(said)
  })
})

describe('an answer over many councils', () => {
  it('quotes at most two passages of each, the same ones each time', async () => {
    const answer = await ask('What did Ofsted say about caseloads?', [], corpus)
    const councils = answer.quotes.map(({ report }) => report.authority)
    for (const council of councils) expect(councils.filter((one) => one === council).length).toBeLessThanOrEqual(2)
    expect(await ask('What did Ofsted say about caseloads?', [], corpus)).toEqual(answer)
  })

  it('leads with what was counted, and shows the strongest quotes by council, the newest inspection first', async () => {
    const { quotes } = await ask('What did Ofsted say about caseloads?', [], corpus)
    const { text } = await get('/?q=What+did+Ofsted+say+about+caseloads%3F')
    const tally = text.indexOf('>400 of 400 reports mention this</a>')
    expect(tally).toBeGreaterThan(0)
    expect(tally).toBeLessThan(text.indexOf('<blockquote'))
    const [open = '', folded = ''] = (text.split('class="tally"')[1] ?? '').split('<details class="rest">')
    expect(text).toContain('quotes, newest inspection first')
    for (const strong of quotes.slice(0, 6)) expect(open).toContain(`data-citation="${strong.citation}"`)
    const councils = [open, folded.split('</details><')[0]!].map((part) => all(part, /report-name"><a[^>]*><strong>([^<]+)/g))
    expect(councils[1]?.length).toBeGreaterThan(0)
    expect(new Set(councils.flat()).size).toBe(councils.flat().length)
    for (const part of [open, folded]) {
      const byCouncil = part.split(/<section class="group">/).map((own) => all(own, /class="report-date">([^<]+)/g).map(Date.parse))
      for (const days of [byCouncil.flatMap(([newest]) => newest ?? []), ...byCouncil]) expect(days).toEqual(days.toSorted((a, b) => b - a))
    }
  })

  it('about grades leads with how many councils have each', async () => {
    const { text } = await get('/?q=Which+councils+are+inadequate%3F')
    const held = HELD.filter((_, i) => GRADES[(i + 3) % 4] === 'Inadequate').length
    expect(text).toContain(`${held} councils: Inadequate ${held}`)
  })
})

describe('over the real reports', () => {
  let real: Awaited<ReturnType<typeof realApp>>
  beforeAll(async () => {
    real = await realApp()
  })

  test.each(['/councils', '/councils/staffordshire', '/councils/stoke-on-trent', '/judgements', '/grid', '/mentions?q=thresholds'])(
    '%s is a whole page',
    async (path) => {
      const reply = await real.request(path)
      expect(reply.status).toBe(200)
      expect(await reply.text()).toMatch(/^<!doctype html>/)
    },
  )

  it('a report in two parts shows both overall grades', async () => {
    const text = await (await real.request('/judgements?year=2009')).text()
    expect(text).toContain('Safeguarding services: ')
    expect(text).toContain('Services for looked after children: ')
  })
})
