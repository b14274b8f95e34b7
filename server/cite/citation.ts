/** How a quote is cited in the assistant itself; the export styles stand in `styles.ts`. */

import type { Report } from '../../index/model/report.ts'
import type { Placed } from '../../index/search/corpus.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** ISO day → "4 February 2019". */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** "4 to 15 February 2019", leaving out what both ends share. */
export function daysInWords({ from, to }: { from: string; to: string }): string {
  if (from === to) return dayInWords(from)
  const [first, last] = [dayInWords(from).split(' '), dayInWords(to).split(' ')]
  const short = first[2] !== last[2] ? first : first[1] !== last[1] ? first.slice(0, 2) : first.slice(0, 1)
  return `${short.join(' ')} to ${last.join(' ')}`
}

/** When a report was made, as a reader would say it. */
export function reportDate({ inspected, published, years }: Pick<Report, 'inspected' | 'published' | 'years'>): string {
  if (inspected) return daysInWords(inspected)
  if (published) return dayInWords(published)
  return years.length > 0 ? `${years.join(' and ')} (undated)` : 'undated'
}

/** "paragraph 24", or where it stands when no number is printed. */
export function pinpoint({ passage, section }: Placed): string {
  const page = passage.page?.printed ? `, page ${passage.page.printed}` : ''
  if (passage.number) return `paragraph ${passage.number}${page}`
  const under = section.heading && section.heading !== passage ? ` under “${section.heading.text}”` : ''
  const part = section.part ? ` (${section.part})` : ''
  const what = { heading: 'heading', item: 'list item', row: 'table row', text: 'unnumbered paragraph' }[passage.kind]
  return `${what}${under}${part}${page}`
}

/** "Ofsted, Inspection of children's social care services: Stoke-on-Trent City Council, 4 to 15 February 2019, paragraph 24". */
export const citationOf = (placed: Placed): string =>
  [placed.report.publisher, placed.report.title, reportDate(placed.report), pinpoint(placed)].join(', ')
