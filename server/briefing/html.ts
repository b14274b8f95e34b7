import type { Run } from '../cite/styles.ts'
import { appendixOf } from './appendix.ts'
import { type Briefing, type BriefingPart, sourcesOf } from './briefing.ts'
import { sourceLines, tableLine } from './source-line.ts'

const CODES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => CODES[sign] ?? sign)
const runs = (list: Run[]): string =>
  list
    .map(({ text, italic, href }) =>
      href ? `<a href="${escaped(href)}">${escaped(text)}</a>` : italic ? `<i>${escaped(text)}</i>` : escaped(text),
    )
    .join('')

const STYLE = `body{font:12pt/1.45 Arial,sans-serif;color:#0b0c0c;max-width:44em;margin:2em auto;padding:0 1em}
figure{margin:1.2em 0 1.2em 1.5em;padding-left:1em;border-left:4px solid #0b0c0c;break-inside:avoid}blockquote{margin:0}figcaption{margin-top:.3em;color:#505a5f}caption{text-align:left;font-weight:700;padding:.4em 0}
.note{background:#f3f2f1;padding:.6em 1em;white-space:pre-line}.note b{display:block}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #b1b4b6;padding:.4em;text-align:left;vertical-align:top}
h2,h3,tr,blockquote{break-inside:avoid}h2,h3{break-after:avoid}ol,ul{padding-left:1.4em}
@media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}}`

/** One file that needs nothing else, to open and print. */
export function htmlOf(briefing: Briefing): string {
  const notes = briefing.quotes.map(
    ({ number, cited }) =>
      `<li id="note-${number}">${runs(cited.note)} <a href="#quote-${number}" aria-label="Back to quote ${number}">↑</a></li>`,
  )
  const appendix = appendixOf(briefing).map(
    ({ heading, lines }) => `<h3>${escaped(heading)}</h3>\n<ul>\n${lines.map((one) => `<li>${runs(one)}</li>`).join('\n')}\n</ul>`,
  )
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(briefing.title)}</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(briefing.title)}</h1>
${briefing.parts.map(part).join('\n')}
<h2>Sources</h2>
<ol>
${notes.join('\n')}
</ol>
<h2>Appendix</h2>
${appendix.join('\n')}
</body>
</html>
`
}

const mark = (number: number): string =>
  `<sup><a id="quote-${number}" href="#note-${number}" aria-label="Source ${number}">${number}</a></sup>`

function part(one: BriefingPart): string {
  if (one.kind === 'heading') return `<h2>${escaped(one.text)}</h2>`
  if (one.kind === 'note') return `<p class="note"><b>Note by the writer</b>${escaped(one.text)}</p>`
  const inText = (text: string | null): string => (text ? ` ${escaped(text)}` : '')
  if (one.kind === 'quote') {
    const marks = sourcesOf(one).map(({ number, cited }) => `${inText(cited.inText)}${mark(number)}`)
    return `<figure><blockquote><p>“${escaped(one.quote.text)}”${marks.join('<sup>, </sup>')}</p></blockquote><figcaption>${escaped(sourceLines(one))}</figcaption></figure>`
  }
  const rows = one.rows.map(
    ({ area, grade, quote, cited, number }) =>
      `<tr><td>${escaped(area)}</td><td>${escaped(grade)}</td><td>“${escaped(quote.text)}”${inText(cited.inText)}${mark(number)}</td></tr>`,
  )
  return `<table><caption>${escaped(tableLine(one.report))}</caption><thead><tr><th scope="col">Judgement</th><th scope="col">Grade</th><th scope="col">As printed</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}
