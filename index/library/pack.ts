/** Report ⇄ what is kept of it in a file: the same content without its id, and without what can be worked out again. */
import type { Page, Passage, Report, Section, Speaker } from '../model/report.ts'
import { isUnread, unreadOf } from '../model/unread.ts'

export type PackedPassage = [
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

/** @param own the report's id, with which the passage's begins. @param numberOf the place of a speaker in a list of them. */
export const packPassage = (passage: Passage, own: string, numberOf: (speaker: Speaker) => number): PackedPassage => [
  passage.id.slice(own.length),
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

export function unpackPassage(packed: PackedPassage, own: string, speakers: readonly Speaker[]): Passage {
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

/** Each speaker once, in the order in which they are first asked for. */
export function collectSpeakers(): { numberOf(speaker: Speaker): number; all(): Speaker[] } {
  const known = new Map<string, { number: number; speaker: Speaker }>()
  return {
    numberOf(speaker) {
      const key = JSON.stringify([speaker.name, speaker.voice, speaker.reason])
      const one = known.get(key) ?? { number: known.size, speaker }
      known.set(key, one)
      return one.number
    },
    all: () => [...known.values()].map(({ speaker }) => speaker),
  }
}

/** All ids of a report begin with its own, which is given to it only when it joins a collection. */
export function pack({ id: own, sections, alsoIn: _, ...report }: Report): PackedReport {
  const speakers = collectSpeakers()
  const cut = (id: string): string => id.slice(own.length)
  const packOne = (passage: Passage): PackedPassage => packPassage(passage, own, speakers.numberOf)
  const packed = sections.map(
    ({ id, heading, path, part, paragraphs }): PackedSection => [cut(id), heading && packOne(heading), path, part, paragraphs.map(packOne)],
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
    speakers: speakers.all(),
    sections: packed,
  }
}

export function unpack({ speakers, sections, ...report }: PackedReport, own: string): Report {
  const unpackOne = (packed: PackedPassage): Passage => unpackPassage(packed, own, speakers)
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
        heading: heading && unpackOne(heading),
        path,
        part,
        paragraphs: paragraphs.map(unpackOne),
      }),
    ),
    alsoIn: [],
  }
}

/** The same report under another id. */
export function renamed(report: Report, id: string): Report {
  const read = (): Report => ({ ...unpack(pack(report), id), alsoIn: report.alsoIn })
  return isUnread(report) ? unreadOf(read(), () => read().sections) : read()
}
