/** For reference managers: CSL-JSON (Zotero, Pandoc) and RIS (EndNote, Mendeley). One record for each document, its quotes in it. */
import type { Report } from '../../index/model/report.ts'
import { plainRuns } from '../cite/styles.ts'
import type { Briefing, CitedQuote } from './briefing.ts'

const dateParts = (day: string): { 'date-parts': number[][] } => ({ 'date-parts': [day.split('-').map(Number)] })

/** Null where only the catalogue knows the year. */
const issuedOn = ({ published, inspected }: Report): string | null => published ?? inspected?.to ?? null

const quotesOf = ({ quotes }: Briefing, report: Report): CitedQuote[] => quotes.filter(({ quote }) => quote.report.id === report.id)

export function cslOf(briefing: Briefing): string {
  const items = briefing.quoted.map(({ report, attribution }) => {
    const issued = issuedOn(report)
    return {
      id: `ofsted-quotes-${report.id}`,
      type: 'report',
      title: report.title,
      author: [{ literal: report.publisher }],
      publisher: report.publisher,
      ...(issued ? { issued: dateParts(issued) } : report.years[0] && { issued: { ...dateParts(String(report.years[0])), circa: true } }),
      ...(report.reference && { number: report.reference }),
      accessed: dateParts(briefing.viewed),
      ...(briefing.base && { URL: `${briefing.base}/reports/${encodeURIComponent(report.id)}` }),
      language: 'en-GB',
      note: attribution.text,
      custom: {
        collection: briefing.fingerprint,
        quotes: quotesOf(briefing, report).map(({ number, quote, cited }) => ({
          number,
          id: quote.id,
          text: quote.text,
          ...(quote.paragraph && { label: 'paragraph', locator: quote.paragraph }),
          section: quote.section,
          page: quote.page,
          citation: plainRuns(cited.note),
          proof: quote.proof,
        })),
      },
    }
  })
  return `${JSON.stringify(items, null, 2)}\n`
}

/** A tag's value is one line. */
const tag = (name: string, value: string): string => `${name}  - ${value.replace(/\s+/g, ' ').trim()}`

export function risOf(briefing: Briefing): string {
  const records = briefing.quoted.map(({ report, attribution }) => {
    const issued = issuedOn(report)
    return [
      'TY  - RPRT',
      tag('TI', report.title),
      tag('AU', report.publisher),
      tag('PB', report.publisher),
      ...(issued
        ? [tag('PY', issued.slice(0, 4)), tag('DA', issued.replaceAll('-', '/'))]
        : report.years[0]
          ? [tag('PY', String(report.years[0]))]
          : []),
      ...(report.reference ? [tag('SN', report.reference)] : []),
      ...(briefing.base ? [tag('UR', `${briefing.base}/reports/${encodeURIComponent(report.id)}`)] : []),
      tag('Y2', briefing.viewed.replaceAll('-', '/')),
      tag('C1', attribution.text),
      ...quotesOf(briefing, report).map(({ quote, cited }) => tag('N1', `“${quote.text}” (${plainRuns(cited.note)}; quote ${quote.id})`)),
      'ER  - ',
    ].join('\r\n')
  })
  return `${records.join('\r\n\r\n')}\r\n`
}
