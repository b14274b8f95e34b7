/** The catalogue's address → the reports that it shows. */

import type { Collection, ReportCard } from '../../../views/parts/report-card.ts'
import type { Shelf, Wanted } from '../../../views/reports/catalogue.tsx'

/** Reports on one page. */
export const PAGE_SIZE = 50

export function readShelf(query: URLSearchParams): Wanted {
  const text = (name: string): string => (query.get(name) ?? '').trim().slice(0, 100)
  const sort = text('sort')
  const page = Number(query.get('page'))
  return {
    words: text('words'),
    authority: text('authority'),
    year: text('year'),
    kind: text('kind'),
    sort: sort === 'oldest' || sort === 'council' ? sort : 'newest',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

const ORDERS: Record<Wanted['sort'], (a: ReportCard, b: ReportCard) => number> = {
  newest: (a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id),
  oldest: (a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id),
  council: (a, b) => a.authority.localeCompare(b.authority) || b.day.localeCompare(a.day),
}

export function shelfOf({ cards }: Collection, wanted: Wanted): Shelf {
  const words = wanted.words.toLowerCase().split(/\s+/)
  const matching = cards
    .filter(
      (card) =>
        (!wanted.authority || card.authority === wanted.authority) &&
        (!wanted.year || card.years.includes(Number(wanted.year))) &&
        (!wanted.kind || card.kind === wanted.kind) &&
        words.every((word) => `${card.title} ${card.authority} ${card.kindName} ${card.date}`.toLowerCase().includes(word)),
    )
    .sort(ORDERS[wanted.sort])
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE))
  const page = Math.min(wanted.page, pages)
  return { wanted: { ...wanted, page }, cards: matching.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: matching.length, pages }
}
