/** Pages of kept originals, drawn when somebody opens them and never before. */
import { createHash } from 'node:crypto'
import { readOriginal, readPlaces } from '../../index/library/originals/originals.ts'
import type { Place } from '../../index/library/originals/places.ts'
import { programBeside } from '../../index/library/reading/program.ts'
import { type Limits, openRoom, RoomFault } from '../../index/library/reading/room.ts'
import type { Report } from '../../index/model/report.ts'
import type { Wanted } from './marks.ts'
import type { DrawnPage } from './page.ts'
import type { PageToDraw } from './page-reader.ts'

/** A process takes some 180 MB and the largest page of forty reports 60 more; a page takes 0.2 s, its first letters 0.5 s. */
const LIMITS: Limits = { memoryMb: 600, seconds: 12, renewMb: 350, waiting: 8 }
/** What is kept drawn, in bytes (1 to 256 MiB): some two hundred pages. */
const MOST_BYTES = 24 * 1024 * 1024
/** Pixels across: sharp on a screen of two pixels a point, and a small picture beside a quote. */
export const WIDTHS = { page: 1190, small: 440 } as const
/** Changes whenever the same page would be drawn otherwise. */
const DRAWING = 1

/** `[start, end)` of a passage's text. */
export type Stretch = { passage: string; start: number; end: number }
export type PageAsked = { report: Report; page: number; quote: Stretch | null; size: keyof typeof WIDTHS }

export type Pages = {
  /** The pages that a stretch stands on, in order; empty where that is not known. */
  pagesOf(report: Report, quote: Stretch): Promise<number[]>
  /** Null where the original is not kept. @throws RoomFault where it cannot be drawn. */
  draw(asked: PageAsked): Promise<DrawnPage | null>
  close(): void
}

/** What a reply to the same question can be known by, before anything is drawn. */
export const tagOf = ({ report: { sha256 }, page, quote, size }: PageAsked): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([DRAWING, sha256, page, quote, size]))
    .digest('base64url')
    .slice(0, 22)}"`

export function openPages(dataDir: string, keepOriginals: boolean, limits: Partial<Limits> = {}): Pages {
  const room = openRoom<PageToDraw, DrawnPage>(programBeside(import.meta.url, './page-reader'), { ...LIMITS, ...limits })
  const drawn = new Map<string, DrawnPage>()
  let size = 0

  const keep = (tag: string, page: DrawnPage): void => {
    drawn.set(tag, page)
    size += page.png.length
    for (const [oldest, { png }] of drawn) {
      if (size <= MOST_BYTES) return
      drawn.delete(oldest)
      size -= png.length
    }
  }

  return {
    pagesOf: async (report, quote) => {
      const places = await placesOf(dataDir, report, quote)
      return [...new Set(places.map(({ spot }) => spot.page))].sort((a, b) => a - b)
    },
    draw: async (asked) => {
      const tag = tagOf(asked)
      const before = drawn.get(tag)
      if (before) return before
      const { report, page, quote } = asked
      const bytes = keepOriginals ? await readOriginal(dataDir, report.sha256) : null
      if (!bytes) return null
      const places = quote ? await placesOf(dataDir, report, quote) : []
      const marks = quote
        ? places.filter(({ spot }) => spot.page === page).map((place) => wantedOf(place, quote, textOf(report, quote)))
        : []
      const made = await room.read({ bytes: new Uint8Array(bytes), page, width: WIDTHS[asked.size], marks, burnIn: asked.size === 'small' })
      keep(tag, made)
      return made
    },
    close: room.close,
  }
}

export { RoomFault }

const textOf = ({ sections }: Report, { passage }: Stretch): string => {
  for (const { heading, paragraphs } of sections)
    for (const one of heading ? [heading, ...paragraphs] : paragraphs) if (one.id === passage) return one.text
  return ''
}

async function placesOf(dataDir: string, report: Report, { passage, start, end }: Stretch): Promise<Place[]> {
  const places = (await readPlaces(dataDir, report.sha256))?.get(passage.slice(report.id.length)) ?? []
  return places.filter((place) => place.start < end && place.end > start)
}

/** Marks are of whole words, wherever the stretch begins and ends. */
function wantedOf({ start, end, spot }: Place, quote: Stretch, text: string): Wanted {
  let [from, to] = [quote.start, quote.end]
  while (from > 0 && /\S/.test(text[from - 1]!)) from--
  while (to < text.length && /\S/.test(text[to]!)) to++
  return { words: text.slice(start, end), from: Math.max(0, from - start), to: Math.min(end, to) - start, spot }
}
