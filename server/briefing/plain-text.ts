import { plainRuns } from '../cite/styles.ts'
import { appendixOf } from './appendix.ts'
import type { Briefing, BriefingPart, CitedQuote } from './briefing.ts'
import { sourceLine, tableLine } from './source-line.ts'

const underlined = (text: string, mark: string): string => `${text}\n${mark.repeat(Math.min(text.length, 80))}`

/** UTF-8 text; notes at the end under the numbers of the quotes. */
export function plainTextOf(briefing: Briefing): string {
  const appendix = appendixOf(briefing).map(({ heading, lines }) => `${heading}\n${lines.map((one) => `* ${plainRuns(one)}`).join('\n')}`)
  const notes = briefing.quotes.map(({ number, cited }) => `[${number}] ${plainRuns(cited.note)}`)
  return `${[underlined(briefing.title, '='), ...briefing.parts.map(part), underlined('Sources', '-'), ...notes, underlined('Appendix', '-'), ...appendix].join('\n\n')}\n`
}

function part(one: BriefingPart): string {
  if (one.kind === 'heading') return underlined(one.text, '-')
  if (one.kind === 'note') return `Note by the writer: ${one.text}`
  const rows: CitedQuote[] = one.kind === 'quote' ? [one] : one.rows
  const quoted = (row: CitedQuote): string =>
    `“${row.quote.text}”${row.cited.inText ? ` ${row.cited.inText}` : ''} [${row.number}]\n   ${sourceLine(row)}`
  const table = one.kind === 'judgements' ? `${tableLine(one.report)}\n\n` : ''
  return table + rows.map(quoted).join('\n\n')
}
