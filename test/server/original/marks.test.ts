/** The mark lies on the words: what stands under each box is read back from the drawn page by another library than the one that read the report. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readReport } from '../../../index/library/ingest.ts'
import { placesOf } from '../../../index/library/originals/places.ts'
import type { Passage } from '../../../index/model/report.ts'
import { passagesOf } from '../../../index/model/report.ts'
import { markOf, type Wanted } from '../../../server/original/marks.ts'
import { type Glyph, withPage } from '../../../server/original/pdfium.ts'
import { diceOf } from '../../support/dice.ts'
import { type Line, makePdf } from '../../support/pdf-maker.ts'

/** Beside the project where it is developed; elsewhere there are only the made files. */
const REAL = new URL('../../../../shared/reports/', import.meta.url)
const isHere = existsSync(REAL)
const QUOTES = 500
/** The aim: of all quotes at least so many lie wholly on their words. */
const AIM = 0.995

type Quote = { passage: Passage; start: number; end: number; wanted: Wanted[] }

async function quotesOf(bytes: Uint8Array): Promise<Quote[]> {
  const source = await extractText(bytes, 'report.pdf')
  const report = readReport('r', source)
  const places = placesOf(report, source)!
  return report.sections.flatMap(passagesOf).flatMap((passage) =>
    passage.sentences.map(({ start, end }) => {
      const own = (places.get(passage.id.slice(report.id.length)) ?? []).filter((place) => place.start < end && place.end > start)
      const wanted = own.map((place) => ({
        words: passage.text.slice(place.start, place.end),
        from: Math.max(0, start - place.start),
        to: Math.min(place.end, end) - place.start,
        spot: place.spot,
      }))
      return { passage, start, end, wanted }
    }),
  )
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00ad]/g, '')
    .replace(/[\u0002\ufffe\u2010\u2011]/g, '-')

/** The letters of a page, read once. */
type Read = (page: number) => Promise<Glyph[]>
function readerOf(bytes: Uint8Array): Read {
  const read = new Map<number, Promise<Glyph[]>>()
  return (page) => {
    const glyphs = read.get(page) ?? withPage(bytes, page, (open) => open.glyphs())
    read.set(page, glyphs)
    return glyphs
  }
}

/** What one reads under the boxes, letter by letter: those whose middle lies in one. */
async function underMarks(read: Read, { wanted }: Quote): Promise<string> {
  let text = ''
  for (const one of wanted) {
    const glyphs = await read(one.spot.page)
    const corners = markOf(one, glyphs)?.corners
    if (!corners) continue
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const within = ({ left, right, y }: Glyph): boolean =>
      (left + right) / 2 > Math.min(...xs) && (left + right) / 2 < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys)
    text += glyphs
      .filter(within)
      .map((glyph) => glyph.text)
      .join('')
  }
  return letters(text)
}

async function share(bytes: Uint8Array, quotes: Quote[]): Promise<{ right: number; wrong: string[] }> {
  const wrong: string[] = []
  const read = readerOf(bytes)
  for (const quote of quotes) {
    const [should, is] = [letters(quote.passage.text.slice(quote.start, quote.end)), await underMarks(read, quote)]
    if (should !== is) wrong.push(`${should} / ${is}`)
  }
  return { right: quotes.length - wrong.length, wrong }
}

const WORDS =
  'children care plans social workers visit homes well-planned help early leaders know (their) services: children’s timely; families'.split(
    ' ',
  )

/** Pages of numbered paragraphs and bullets, tagged or not, whose sentences run over lines and pages. */
function madePages(seed: number, tagged: boolean): Line[][] {
  const roll = diceOf(seed)
  const pick = (most: number): number => Math.floor(roll() * most)
  let number = 0
  return Array.from({ length: 4 }, (_, page) => {
    const lines: Line[] = [{ text: `Inspection report ${page + 1}`, y: 30, size: 9, ...(tagged && { tag: 'Artifact' }) }]
    for (let y = 760; y > 90; y -= 16) {
      const begins = pick(4) === 0 || y === 760
      if (begins) number++
      const words = Array.from({ length: 4 + pick(6) }, () => WORDS[pick(WORDS.length)]!)
      const stop = pick(3) === 0 ? '. Then ' : ' '
      const text = `${begins ? `${number}. Children ` : ''}${words.slice(0, 3).join(' ')}${stop}${words.slice(3).join(' ')}${pick(4) === 0 ? '.' : ''}`
      lines.push({ text, x: begins ? 72 : 90, y: begins ? y - 8 : y, ...(tagged && { tag: `L/LI#${number}/LBody` }) })
      if (begins) y -= 8
    }
    return lines
  })
}

describe('the mark of a quote', () => {
  it.each([true, false])(
    'lies on its words and on no others in made files (tagged: %s)',
    async (tagged) => {
      let [right, all] = [0, 0]
      const wrong: string[] = []
      for (let seed = 1; all < QUOTES / 2; seed++) {
        const bytes = makePdf(madePages(seed, tagged))
        const quotes = await quotesOf(bytes)
        const found = await share(bytes, quotes)
        right += found.right
        all += quotes.length
        wrong.push(...found.wrong)
      }
      expect(right / all, wrong.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(AIM)
    },
    120_000,
  )

  it('has a box for each line and page that the words stand on, and marks nothing where the page says otherwise', async () => {
    const bytes = makePdf([
      [
        { text: '1. First. Plans are', y: 700, tag: 'P#1' },
        { text: 'too long and', y: 685, tag: 'P#1' },
      ],
      [{ text: 'late.', y: 750, tag: 'P#1' }],
    ])
    const quote = (await quotesOf(bytes)).find(
      ({ start, end, passage }) => passage.text.slice(start, end) === 'Plans are too long and late.',
    )!
    expect(quote.wanted.map(({ spot }) => spot.page)).toEqual([1, 1, 2])
    expect(await underMarks(readerOf(bytes), quote)).toBe('Plansaretoolongandlate.')
    await withPage(bytes, 2, (page) => {
      expect(markOf({ ...quote.wanted[0]!, spot: quote.wanted[2]!.spot }, page.glyphs())).toBeNull()
    })
  })

  it.skipIf(!isHere)(
    `lies on its words in real reports${isHere ? '' : ' (which are not here: skipped)'}`,
    { timeout: 600_000 },
    async () => {
      const roll = diceOf(7)
      const files = readdirSync(REAL, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.pdf'))
        .sort()
      let [right, all] = [0, 0]
      const wrong: string[] = []
      for (const name of files) {
        const bytes = new Uint8Array(readFileSync(new URL(name.split('/').map(encodeURIComponent).join('/'), REAL)))
        const quotes = await quotesOf(bytes).catch(() => [])
        if (quotes.length === 0) continue
        const drawn = Array.from({ length: Math.ceil(QUOTES / files.length) + 1 }, () => quotes[Math.floor(roll() * quotes.length)]!)
        const found = await share(bytes, drawn)
        right += found.right
        all += drawn.length
        wrong.push(...found.wrong)
      }
      console.info(`${right} of ${all} quotes of ${files.length} real files lie on their words`)
      expect(right / all, wrong.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(AIM)
    },
  )
})
