/**
 * An answer as plain data, the same for page, API, command line and evaluation.
 *
 * To add a kind of question: write `server/answer/intents/<name>.ts` (an `Intent`), add it to the list in `intents.ts`
 * above `passages`, add its name to `IntentName`, and add gold questions of that kind to `test/gold`.
 */
import type { ReportKind, Voice } from '../../index/report.ts'
import type { Correction, IntentName, Scope } from './question.ts'

export type Outcome = 'answered' | 'not_found' | 'needs_clarifying'

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
  /** Cuts the same text again: the source's hash, the passage, its offsets there and the text's own hash. */
  proof: { source: string; passage: string; start: number; end: number; text: string }
}

/** The quotes of one side of a comparison. */
export type Side = { name: string; quotes: string[] }

export type Coverage = { searched: string[]; quoted: string[]; silent: string[] }

export type Answer = {
  question: string
  interpretation: {
    question: string
    intent: IntentName
    scope: Scope
    terms: { word: string; also: string[] }[]
    corrections: Correction[]
  }
  outcome: Outcome
  /** Why there is no answer, in one plain sentence; null where there is one. */
  reason: string | null
  summary: string
  /** Best first. Empty unless `answered`. */
  quotes: Quote[]
  /** For a comparison, which quotes (by id) stand on which side; else empty. */
  sides: Side[]
  coverage: Coverage
  /** Where there is no answer: the nearest quotes, which do not answer. */
  related: Quote[]
  /** What a careful reader should know of the answer as a whole: a later report, unlike grade scales, whose words. */
  notes: string[]
  /** Questions that have an answer. */
  suggestions: string[]
}
