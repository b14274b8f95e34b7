/** "What was COUNCIL's overall effectiveness?": the latest grade of that council, its printed row first. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { authorityNamed } from '../../../../index/library/authority-names.ts'
import { collect } from '../../../../index/library/collection.ts'
import { readFolder } from '../../../../index/library/ingest.ts'
import { readSource } from '../../../../index/library/ingest-file.ts'
import { type Corpus, makeCorpus } from '../../../../index/search/corpus.ts'
import type { Answer } from '../../../../server/answer/answer.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { gradeName } from '../../../../server/answer/grades.ts'
import { seeds } from '../../../support/corpus.ts'
import { madeReport } from '../../../support/made-report.ts'

const askOverall = (council: string, corpus: Corpus): Promise<Answer> => ask(`What was ${council}'s overall effectiveness?`, [], corpus)
const first = ({ quotes: [quote] }: Answer) => quote && [quote.report.authority, quote.report.inspected?.to, quote.text]

describe('of made-up reports', () => {
  const corpus = makeCorpus([
    madeReport({ authority: 'Kingston upon Hull', day: '2014-12-10', overall: 'Good' }),
    madeReport({ authority: 'Kingston upon Hull', day: '2021-06-08', overall: 'Inadequate' }),
    madeReport({ authority: 'Kingston upon Hull', day: '2022-06-08', overall: 'Good', kind: 'focused_visit' }),
    madeReport({ authority: 'Kingston upon Thames', day: '2019-06-08', overall: 'Outstanding' }),
    madeReport({ authority: 'Windsor and Maidenhead', day: '2020-01-24', overall: 'Good' }),
    madeReport({ authority: 'City of London', day: '2016-07-28', overall: 'Good' }),
    madeReport({ authority: 'Barking and Dagenham', day: '2014-05-22', overall: 'Requires improvement' }),
    madeReport({ authority: 'Isles of Scilly', day: '2023-07-13', overall: 'Inadequate' }),
    madeReport({ authority: 'Derby', day: '2019-07-13', overall: 'Good' }),
    madeReport({ authority: 'Derbyshire', day: '2018-07-13', overall: 'Outstanding' }),
  ])

  test.each([
    ['Hull', 'Kingston upon Hull', 'Inadequate'],
    ['Kingston upon Hull', 'Kingston upon Hull', 'Inadequate'],
    ['Kingston upon Thames', 'Kingston upon Thames', 'Outstanding'],
    ['Windsor & Maidenhead', 'Windsor and Maidenhead', 'Good'],
    ['the Royal Borough of Windsor and Maidenhead', 'Windsor and Maidenhead', 'Good'],
    ['the City of London', 'City of London', 'Good'],
    ['Barking and Dagenham', 'Barking and Dagenham', 'Requires improvement'],
    ['the Isles of Scilly', 'Isles of Scilly', 'Inadequate'],
    ['Derby', 'Derby', 'Good'],
    ['Derbyshire', 'Derbyshire', 'Outstanding'],
  ])('%s is %s, with its latest grade %s', async (called, authority, grade) => {
    const answer = await askOverall(called, corpus)
    expect(answer.interpretation.scope.authorities).toEqual([authority])
    expect(answer.quotes[0]?.text).toBe(`Overall effectiveness ${grade}`)
  })

  it('gives the history after the latest', async () => {
    const { quotes } = await askOverall('Hull', corpus)
    expect(quotes.map(({ report }) => report.inspected?.to)).toEqual(['2021-06-08', '2014-12-10'])
  })

  it('gives the year that is asked for', async () => {
    const answer = await ask("What was Hull's overall effectiveness in 2014?", [], corpus)
    expect(first(answer)).toEqual(['Kingston upon Hull', '2014-12-10', 'Overall effectiveness Good'])
  })
})

it('is found where an older report of the council is in parts', async () => {
  const answer = await askOverall('Staffordshire', makeCorpus(await readFolder(seeds)))
  expect(first(answer)).toEqual(['Staffordshire', '2019-02-08', 'Overall effectiveness Good'])
})

type Gold = {
  path: string
  authority: string
  authorityPrinted: string | null
  inspectionEnd: string | null
  judgements: { name: string; grade: string }[] | null
}
const folder = new URL('../../../../../shared/reports/', import.meta.url)
const isHere = existsSync(new URL('gold.json', folder))

describe.skipIf(!isHere)(`of every council of ../shared/reports${isHere ? '' : ' (which is not here: skipped)'}`, () => {
  let corpus: Corpus
  let latest: Map<string, Gold>
  beforeAll(async () => {
    const gold: Gold[] = JSON.parse(await readFile(new URL('gold.json', folder), 'utf8'))
    const read = []
    for (const { path } of gold)
      read.push((await readSource(await readFile(new URL(path.split('/').map(encodeURIComponent).join('/'), folder)), path)).report)
    corpus = makeCorpus(
      collect(
        await readFolder(seeds),
        read.flatMap((report) => report ?? []),
      ),
    )
    latest = new Map()
    for (const one of gold) {
      const name = authorityNamed(one.authorityPrinted ?? one.authority)?.name ?? one.authority
      if (one.judgements && one.judgements.length > 0 && (one.inspectionEnd ?? '') > (latest.get(name)?.inspectionEnd ?? ''))
        latest.set(name, one)
    }
  }, 180_000)

  it('is the latest grade, printed, by any of the council’s names', async () => {
    const wrong: unknown[] = []
    for (const [name, { authorityPrinted, authority, inspectionEnd, judgements }] of latest) {
      const overall = judgements?.find((one) => /^overall/i.test(one.name))
      for (const called of new Set([name, authorityPrinted ?? name, authority])) {
        const quote = (await askOverall(called, corpus)).quotes[0]
        const [from = 0, to = 0] = quote?.marks[0] ?? []
        const said = quote?.text.slice(from, to).replace(/^require\b/i, 'requires') ?? ''
        const right =
          quote?.report.authority === name &&
          quote.report.inspected?.to === inspectionEnd &&
          said !== '' &&
          gradeName({ grade: said }) === gradeName({ grade: overall?.grade ?? '' })
        if (!right) wrong.push([called, quote?.report.authority, quote?.report.inspected?.to, quote?.text])
      }
    }
    expect(latest.size).toBe(32)
    expect(wrong).toEqual([])
  })

  it('comes from one report where the seed and the PDF are of one inspection', () => {
    const twice = corpus.reports.filter(({ alsoIn }) => alsoIn.length > 0)
    expect(twice.map(({ id, authority }) => [id, authority])).toEqual([
      ['000', 'Staffordshire'],
      ['004', 'Stoke-on-Trent'],
    ])
    for (const { source, alsoIn } of twice) expect([source, ...alsoIn].filter((name) => name.endsWith('.txt'))).toHaveLength(1)
  })
})
