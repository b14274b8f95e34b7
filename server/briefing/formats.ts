/** The formats that a briefing can be taken away in. To add one: a file beside this, a line here, a line in its test. */
import type { Briefing } from './briefing.ts'
import { csvOf } from './csv.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { plainTextOf } from './plain-text.ts'
import { cslOf, risOf } from './references.ts'
import { wordOf } from './word.ts'

type Format = { label: string; type: string; extension: string; write(briefing: Briefing): string | Promise<Uint8Array<ArrayBuffer>> }

export const FORMATS = {
  docx: {
    label: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: wordOf,
  },
  md: { label: 'Markdown', type: 'text/markdown; charset=utf-8', extension: 'md', write: markdownOf },
  txt: { label: 'Plain text', type: 'text/plain; charset=utf-8', extension: 'txt', write: plainTextOf },
  html: { label: 'HTML for print', type: 'text/html; charset=utf-8', extension: 'html', write: htmlOf },
  csv: { label: 'CSV (spreadsheet)', type: 'text/csv; charset=utf-8', extension: 'csv', write: csvOf },
  csl: { label: 'CSL-JSON (Zotero, Pandoc)', type: 'application/vnd.citationstyles.csl+json', extension: 'json', write: cslOf },
  ris: { label: 'RIS (EndNote, Mendeley)', type: 'application/x-research-info-systems', extension: 'ris', write: risOf },
} satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS
export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name)
