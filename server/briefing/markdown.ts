import type { Run } from '../cite/styles.ts'
import { appendixOf } from './appendix.ts'
import { type Briefing, type BriefingPart, sourcesOf } from './briefing.ts'
import { sourceLines, tableLine } from './source-line.ts'

/** Report text is no Markdown: what would be read as such is escaped. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^([-+>]|\d+(?=\.))/g, '\\$1')
const runs = (list: Run[]): string =>
  list.map(({ text, italic, href }) => (href ? `[${escaped(text)}](${href})` : italic ? `*${escaped(text)}*` : escaped(text))).join('')

/** CommonMark with footnotes, as Pandoc and GitHub read them. */
export function markdownOf(briefing: Briefing): string {
  const appendix = appendixOf(briefing).map(({ heading, lines }) => `### ${heading}\n\n${lines.map((one) => `- ${runs(one)}`).join('\n')}`)
  const notes = briefing.quotes.map(({ number, cited }) => `[^${number}]: ${runs(cited.note)}`)
  return `${[`# ${briefing.title}`, ...briefing.parts.map(part), '## Appendix', ...appendix, notes.join('\n')].join('\n\n')}\n`
}

function part(one: BriefingPart): string {
  if (one.kind === 'heading') return `## ${escaped(one.text)}`
  if (one.kind === 'note') return `**Note by the writer:** ${one.text.split('\n').map(escaped).join('  \n')}`
  if (one.kind === 'quote') {
    // With the style's citation beside it the quotation is its marks, and no longer the whole block.
    const sources = sourcesOf(one)
    const inText = sources.flatMap(({ cited }) => cited.inText ?? []).join(' ')
    const quoted = `“${escaped(one.quote.text)}”`
    const marks = sources.map(({ number }) => `[^${number}]`).join('')
    return `${inText ? `${quoted} ${escaped(inText)}` : `> ${quoted}`}${marks}\n\n${escaped(sourceLines(one))}`
  }
  const rows = one.rows.map(
    ({ area, grade, quote, cited, number }) =>
      `| ${escaped(area)} | ${escaped(grade)} | “${escaped(quote.text)}”${cited.inText ? ` ${escaped(cited.inText)}` : ''}[^${number}] |`,
  )
  return [`*${escaped(tableLine(one.report))}*`, '', '| Judgement | Grade | As printed |', '| --- | --- | --- |', ...rows].join('\n')
}
