import { describe, expect, it } from 'vitest'
import { makeApp } from '../../../server/app.ts'
import { STYLES } from '../../../server/cite/styles.ts'
import { readDraft } from '../../../server/drafts/draft.ts'
import { verify } from '../../../server/verify/verify.ts'
import { TEN, TEN_LINK } from '../../support/briefings.ts'
import { realCorpus } from '../../support/corpus.ts'

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
