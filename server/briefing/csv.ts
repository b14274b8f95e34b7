import { plainRuns } from '../cite/styles.ts'
import { type Cell, csvText } from '../http/csv.ts'
import { type Briefing, type BriefingPart, sourcesOf } from './briefing.ts'

const COLUMNS = [
  'number',
  'kind',
  'text',
  'citation',
  'report',
  'title',
  'publisher',
  'authority',
  'inspected from',
  'inspected to',
  'published',
  'section',
  'paragraph',
  'page',
  'speaker',
  'link',
  'quote id',
  'source sha256',
  'passage',
  'start',
  'end',
  'text sha256',
  'changed since taken',
  'attribution',
  'viewed',
  'collection',
] as const

/** One row for each entry and each source of it, proofs included. */
export function csvOf(briefing: Briefing): string {
  const rows = briefing.parts.flatMap((part) => cells(part, briefing))
  return csvText([COLUMNS, ...rows])
}

function cells(part: BriefingPart, briefing: Briefing): Cell[][] {
  if (part.kind === 'heading' || part.kind === 'note') return [[null, part.kind, part.text, ...Array<null>(COLUMNS.length - 3).fill(null)]]
  return (part.kind === 'quote' ? sourcesOf(part) : part.rows).map(({ number, quote, cited, changed }) => {
    const { report, proof } = quote
    const document = briefing.quoted.find((one) => one.report.id === report.id)
    return [
      number,
      quote.kind === 'row' ? 'row' : 'quote',
      quote.text,
      plainRuns(cited.note),
      report.id,
      report.title,
      report.publisher,
      report.authority,
      report.inspected?.from ?? null,
      report.inspected?.to ?? null,
      report.published,
      quote.section,
      quote.paragraph,
      quote.page,
      quote.speaker,
      `${briefing.base ?? ''}${quote.url}`,
      quote.id,
      proof.source,
      proof.passage,
      proof.start,
      proof.end,
      proof.text,
      changed ? 'yes' : 'no',
      document?.attribution.text ?? null,
      briefing.viewed,
      briefing.fingerprint,
    ]
  })
}
