import { describe, expect, it } from 'vitest'
import { makeApp } from '../../../server/app.ts'
import { STYLES } from '../../../server/cite/styles.ts'
import { readDraft } from '../../../server/drafts/draft.ts'
import { verify } from '../../../server/verify/verify.ts'
import { TEN, TEN_LINK } from '../../support/briefings.ts'
import { realCorpus } from '../../support/corpus.ts'
import { docxLines } from '../../support/docx-parts.ts'

const corpus = await realCorpus()
const app = makeApp({ corpus, loadedAt: null }, { clock: () => '2026-11-21' })
const exported = (rest: string) => app.request(`/briefing/export?${TEN_LINK}&${rest}`)

describe('a briefing of ten quotes from all five reports', () => {
  it.each(STYLES.flatMap((style) => ['docx', 'md', 'txt'].map((format) => [style, format] as const)))(
    'in %s style as %s is found ten times when its quotes are checked',
    async (style, format) => {
      const response = await exported(`format=${format}&style=${style}`)
      expect(response.status).toBe(200)
      const { text } = await readDraft(new Uint8Array(await response.arrayBuffer()), `briefing.${format}`)
      const { quotations, tooShort } = verify(text, corpus)
      expect(quotations.map(({ verdict, text: words, reason }) => [verdict, verdict === 'found' ? '' : `${words} ${reason}`])).toEqual(
        TEN.map(() => ['found', '']),
      )
      // The note of the writer has a word in marks.
      expect(tooShort.map((one) => one.text)).toEqual(['marks'])
      expect(new Set(quotations.flatMap(({ places }) => places.map(({ report }) => report.id))).size).toBe(5)
    },
  )
})

describe('whose words a quote in the body is', () => {
  /** A table of one council and then quotes of others: nothing of these may read as that council's. */
  const MIXED = '004.r5&quote=000.r5&quote=000.u11.s1&quote=000.i3&quote=001.u11&quote=002.p24.s1-2&quote=003.u26.s1&quote=004.p24.s2'
  const councilOf = (id: string): string => corpus.reports.find((report) => report.id === id.slice(0, 3))!.authority!
  const expected = MIXED.split('&quote=').map(councilOf)
  const fileOf = async (format: string) => app.request(`/briefing/export?quote=${MIXED}&format=${format}`)

  it('stands under it in Word, in quotation marks, and no heading of a table reaches the quotes after it', async () => {
    const lines = docxLines(await (await fileOf('docx')).arrayBuffer())
    const body = lines.slice(
      0,
      lines.findIndex(({ text }) => text === 'Appendix'),
    )
    expect(body.filter(({ style }) => style.startsWith('Heading'))).toEqual([])
    const said = body.flatMap(({ style, text }, i) => {
      const note = /^“.+”\[(\d+)\]$/s.exec(text)?.[1]
      if (!note) return []
      const of = style === 'Quote' ? body[i + 1]! : body.slice(0, i).findLast((one) => one.style === 'TableCaption')!
      return [[Number(note), of.text.replace(/^Judgements: /, '').split(', ')[0]]]
    })
    expect(said).toEqual(expected.map((council, i) => [i + 1, council]))
    expect(body.find(({ style }) => style === 'QuoteSource')?.text).toMatch(/ \d{4}/)
  })

  it.each(['md', 'txt', 'html'])('stands under it as %s', async (format) => {
    const text = (await (await fileOf(format)).text()).split(/^(?:## |<h2>)?(?:Appendix|Sources)/m)[0]!
    const lines = text.split(/\n+|<\/?(?:p|figcaption|caption|td)>/).filter((line) => line.trim())
    const said = lines.flatMap((line, i) => {
      const quote = /“.+”.*(?:\[\^?\d+\]|<sup>)/.test(line)
      if (!quote) return []
      const caption = lines.slice(0, i).findLast((one) => one.includes('Judgements: '))
      const under = lines.slice(i + 1).find((one) => /\d{4}/.test(one)) ?? ''
      return [line.includes('|') || (format === 'html' && line.includes('td')) ? caption : under]
    })
    expect(said).toHaveLength(expected.length)
    for (const [i, line] of said.entries()) expect(`${i} ${line}`).toContain(format === 'html' && i < 2 ? '' : expected[i]!)
  })
})
