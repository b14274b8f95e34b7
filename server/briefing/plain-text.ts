import { plainRuns } from '../cite/styles.ts'
import { appendixOf } from './appendix.ts'
import { type Briefing, type BriefingPart, type ShownQuote, sourcesOf } from './briefing.ts'
import { sourceLines, tableLine } from './source-line.ts'

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
  const rows: ShownQuote[] = one.kind === 'quote' ? [one] : one.rows.map((row) => ({ ...row, also: [] }))
  const quoted = (row: ShownQuote): string => {
    const marks = sourcesOf(row).map(({ number, cited }) => `${cited.inText ? ` ${cited.inText}` : ''} [${number}]`)
    return `“${row.quote.text}”${marks.join('')}\n   ${sourceLines(row)}`
  }
  const table = one.kind === 'judgements' ? `${tableLine(one.report)}\n\n` : ''
  return table + rows.map(quoted).join('\n\n')
}
