/** Report ⇄ what is kept of it in a file: the same content without its id, and without what can be worked out again. */
import type { Page, Passage, Report, Section, Speaker } from '../model/report.ts'

type PackedPassage = [
  id: string,
  kind: Passage['kind'],
  text: string,
  /** Start, end and speaker of each sentence in turn. */
  sentences: number[],
  number: string | null,
  level: number,
  marker: string | null,
  page: [pdf: number, printed: string | null] | null,
  speaker: number,
  evidence: 0 | 1,
]
/** In place of a sentence's speaker: the passage's own. */
const SAME = -1

type PackedSection = [id: string, heading: PackedPassage | null, path: string[], part: string | null, paragraphs: PackedPassage[]]

export type PackedReport = Omit<Report, 'id' | 'sections' | 'alsoIn'> & { speakers: Speaker[]; sections: PackedSection[] }

/** All ids of a report begin with its own, which is given to it only when it joins a collection. */
export function pack({ id: own, sections, alsoIn: _, ...report }: Report): PackedReport {
  const speakers = new Map<string, { number: number; speaker: Speaker }>()
  const numberOf = (speaker: Speaker): number => {
    const key = JSON.stringify([speaker.name, speaker.voice, speaker.reason])
    const known = speakers.get(key) ?? { number: speakers.size, speaker }
    speakers.set(key, known)
    return known.number
  }
  const cut = (id: string): string => id.slice(own.length)
  const packPassage = (passage: Passage): PackedPassage => [
    cut(passage.id),
    passage.kind,
    passage.text,
    passage.sentences.flatMap(({ start, end, speaker }) => [start, end, speaker ? numberOf(speaker) : SAME]),
    passage.number,
    passage.level,
    passage.marker,
    passage.page && [passage.page.pdf, passage.page.printed],
    numberOf(passage.speaker),
    passage.evidence ? 1 : 0,
  ]
  const packed = sections.map(
    ({ id, heading, path, part, paragraphs }): PackedSection => [
      cut(id),
      heading && packPassage(heading),
      path,
      part,
      paragraphs.map(packPassage),
    ],
  )
  return {
    ...report,
    judgements: report.judgements.map((judgement) => ({
      ...judgement,
      passageId: cut(judgement.passageId),
      statedIn: judgement.statedIn && cut(judgement.statedIn),
    })),
    recommendations: report.recommendations.map((one) => ({ ...one, passageId: cut(one.passageId) })),
    facts: report.facts.map((one) => ({ ...one, passageId: cut(one.passageId) })),
    speakers: [...speakers.values()].map(({ speaker }) => speaker),
    sections: packed,
  }
}

export function unpack({ speakers, sections, ...report }: PackedReport, own: string): Report {
  const unpackPassage = (packed: PackedPassage): Passage => {
    const [cut, kind, text, ends, number, level, marker, page, speaker, evidence] = packed
    const id = own + cut
    const sentences: Passage['sentences'] = []
    for (let i = 0; i < ends.length; i += 3) {
      const other = ends[i + 2]! === SAME ? {} : { speaker: speakers[ends[i + 2]!]! }
      sentences.push({ id: `${id}.s${i / 3 + 1}`, start: ends[i]!, end: ends[i + 1]!, ...other })
    }
    const at: Page | null = page && { pdf: page[0], printed: page[1] }
    return { id, kind, text, sentences, number, level, marker, page: at, speaker: speakers[speaker]!, evidence: evidence === 1 }
  }
  return {
    ...report,
    id: own,
    judgements: report.judgements.map((judgement) => ({
      ...judgement,
      passageId: own + judgement.passageId,
      statedIn: judgement.statedIn && own + judgement.statedIn,
    })),
    recommendations: report.recommendations.map((one) => ({ ...one, passageId: own + one.passageId })),
    facts: report.facts.map((one) => ({ ...one, passageId: own + one.passageId })),
    sections: sections.map(
      ([id, heading, path, part, paragraphs]): Section => ({
        id: own + id,
        heading: heading && unpackPassage(heading),
        path,
        part,
        paragraphs: paragraphs.map(unpackPassage),
      }),
    ),
    alsoIn: [],
  }
}

/** The same report under another id. */
export const renamed = (report: Report, id: string): Report => ({ ...unpack(pack(report), id), alsoIn: report.alsoIn })
