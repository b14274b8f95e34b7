/** Report model → the objects of the public contract. */
import type { z } from '@hono/zod-openapi'
import type { Report } from '../../index/model/report.ts'
import { aboutOf } from '../../index/model/unread.ts'
import type { ReportEntry, ReportSchema } from './schemas.ts'

export function entryOf(report: Report): z.infer<typeof ReportEntry> {
  const { id, source, sha256, title, authority, publisher, kind, framework, inspected, published, leadInspector, licence, pages } = report
  return {
    id,
    source,
    sha256,
    title,
    authority,
    councilFound: report.councilFound,
    publisher,
    kind,
    framework,
    inspected,
    published,
    leadInspector,
    licence,
    pages,
    judgements: report.judgements.map(({ area, part, grade, verbatim, passageId }) => ({
      area,
      part,
      grade,
      verbatim,
      paragraphId: passageId,
    })),
    paragraphs: aboutOf(report).paragraphs,
    url: `/reports/${encodeURIComponent(id)}`,
  }
}

export function reportOf(report: Report): z.infer<typeof ReportSchema> {
  return {
    ...entryOf(report),
    sections: report.sections.map(({ heading, path, paragraphs }) => ({
      heading: heading?.text ?? null,
      path,
      paragraphs: paragraphs.map(({ id, number, page, kind, text, sentences, speaker, evidence }) => ({
        id,
        number,
        page: page?.printed ?? null,
        kind,
        text,
        sentences,
        speaker: speaker.name,
        evidence,
      })),
    })),
    recommendations: report.recommendations.map(({ text, part, deadline, passageId }) => ({
      text,
      part,
      deadline,
      paragraphId: passageId,
    })),
    facts: report.facts.map(({ name, value, printed, passageId }) => ({ name, value, printed, paragraphId: passageId })),
    health: report.health,
  }
}
