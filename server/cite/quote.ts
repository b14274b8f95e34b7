/** Passage + sentences → Quote, and back from a quote's id. */
import { createHash } from 'node:crypto'
import type { ReportKind, Voice } from '../../index/model/report.ts'
import type { Corpus, Placed } from '../../index/search/corpus.ts'
import { citationOf } from './citation.ts'

export type QuotedReport = {
  id: string
  source: string
  title: string
  authority: string | null
  publisher: string
  kind: ReportKind
  inspected: { from: string; to: string } | null
  published: string | null
}

/** A slice of a report with all that is needed to find it there again. */
export type Quote = {
  /** `004.p24.s2`, a run `004.p24.s2-3`, or a whole passage `004.i3`. */
  id: string
  text: string
  /** `[start, end)` in `text` of the words that answer. */
  marks: [number, number][]
  report: QuotedReport
  /** The heading that it stands under; null above the first. */
  section: string | null
  /** Headings above that one. */
  path: string[]
  part: string | null
  /** The number printed in the report. Never invented. */
  paragraph: string | null
  page: string | null
  kind: 'heading' | 'text' | 'item' | 'row'
  speaker: string
  voice: Voice
  url: string
  citation: string
  /** Why it was chosen, in words. */
  why: string
  /** What a careful reader should know before using it alone; null where there is nothing. */
  caution: string | null
  /** Other reports that were searched and print the very same words. */
  alike: AlsoPrinted[]
  /** Cuts the same text again: the source's hash, the passage, its offsets there and the text's own hash. */
  proof: { source: string; passage: string; start: number; end: number; text: string }
}

/** Another place of the same words: all that it takes to cite them from there. */
export type AlsoPrinted = Pick<Quote, 'id' | 'report' | 'paragraph' | 'page' | 'url' | 'citation' | 'proof'>

export const alsoPrinted = ({ id, report, paragraph, page, url, citation, proof }: Quote): AlsoPrinted => ({
  ...{ id, report, paragraph, page, url, citation, proof },
})

/** Places of the same words that are named one by one (3 to 6): a sentence that every report prints has a hundred. */
const NAMED = 4
export const namedOf = ({ alike }: Quote): AlsoPrinted[] => alike.slice(0, NAMED)
/** Ids of the quote and of the places named with it: what is kept for the briefing together. */
export const idsOf = (quote: Quote): string[] => [quote.id, ...namedOf(quote).map(({ id }) => id)]

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export type Cut = {
  placed: Placed
  /** Numbers of the first and last sentence, from 0; null for the whole passage. */
  sentences: [number, number] | null
  /** Stretches to mark, `[start, end)` in the passage's text. */
  marks?: [number, number][]
  why?: string
  caution?: string | null
}

/** Said with every quote of such a report. */
const RECOGNISED = 'These words were recognised from a picture of the page (OCR) and may be wrong: compare them with the page.'

/** Cuts a quote out of its passage. The text is a slice: nothing is added, left out or changed. */
export function quoteOf({ placed, sentences, marks = [], why = '', caution = null }: Cut): Quote {
  const { passage, section, report } = placed
  const first = sentences ? passage.sentences[sentences[0]] : undefined
  const last = sentences ? passage.sentences[sentences[1]] : undefined
  const speaker = first?.speaker ?? passage.speaker
  const start = first?.start ?? 0
  const end = last?.end ?? passage.text.length
  const text = passage.text.slice(start, end)
  const id =
    !sentences || passage.sentences.length === 1
      ? passage.id
      : `${passage.id}.s${sentences[0] + 1}${sentences[1] > sentences[0] ? `-${sentences[1] + 1}` : ''}`
  return {
    id,
    text,
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]),
    report: {
      id: report.id,
      source: report.source,
      title: report.title,
      authority: report.authority,
      publisher: report.publisher,
      kind: report.kind,
      inspected: report.inspected,
      published: report.published,
    },
    section: section.heading?.text ?? null,
    path: section.path,
    part: section.part,
    paragraph: passage.number,
    page: passage.page?.printed ?? null,
    kind: passage.kind,
    speaker: speaker.name,
    voice: speaker.voice,
    url: `/reports/${report.id}?quote=${encodeURIComponent(id)}#${passage.id}`,
    citation: citationOf(placed),
    why,
    caution: report.health.recognised ? [caution, RECOGNISED].filter(Boolean).join(' ') : caution,
    alike: [],
    proof: { source: report.sha256, passage: passage.id, start, end, text: sha256(text) },
  }
}

/** The passage and sentences that a quote's id names; null for an id that no report holds. */
export function cutOf(id: string, corpus: Corpus): Cut | null {
  const whole = corpus.passages.get(id)
  if (whole) return { placed: whole, sentences: null }
  const match = /^(.+)\.s(\d{1,4})(?:-(\d{1,4}))?$/.exec(id)
  const placed = match?.[1] ? corpus.passages.get(match[1]) : undefined
  if (!match || !placed) return null
  const from = Number(match[2]) - 1
  const to = match[3] ? Number(match[3]) - 1 : from
  return placed.passage.sentences[from] && placed.passage.sentences[to] && from <= to ? { placed, sentences: [from, to] } : null
}
