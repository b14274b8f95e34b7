/**
 * The report model: what a careful reader sees on the pages of one document, as plain data.
 *
 * To read a new kind of report, write `index/formats/<name>.ts` (a `Format`), add it to the list in
 * `index/formats/formats.ts` above `plain`, and put a short real file of that kind into `test/fixtures`.
 */

import type { Printed } from './printed.ts'

/** What a document is. `other` is read as plain text with headings. */
export const REPORT_KINDS = [
  'ilacs_inspection',
  'focused_visit',
  'monitoring_visit',
  'single_inspection',
  'safeguarding_inspection',
  'committee_report',
  'other',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** A page as counted in the file (from 1) and as printed on it (null where nothing is printed). */
export type Page = { pdf: number; printed: string | null }

/**
 * One piece of a source in reading order, before anyone knows what kind of report it is.
 * `text` has its white space folded and its list mark and number taken off; both are kept beside it.
 */
export type Block = {
  kind: 'heading' | 'text' | 'item' | 'row'
  text: string
  /** The printed paragraph number without its full stop, such as "14". */
  number: string | null
  /** The list mark as printed ("-", "B", "•", "a)"). */
  marker: string | null
  /** Headings: 1 is the outermost, 0 not known. Items: 0 is the outermost list. */
  level: number
  /** The cells of a table row, in printed order. */
  cells: string[] | null
  page: Page | null
}

/** Words that the source prints and the model leaves out or keeps elsewhere, with the reason. */
export type Furniture = { text: string; why: 'list mark' | 'paragraph number' | 'page furniture' }

/** A file, read but not yet understood. */
export type SourceText = {
  /** The file's name, or its path under the folder that it was read from. */
  source: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  sha256: string
  blocks: Block[]
  /** For each block the words on the pages that it is made of; empty where the file has no pages. */
  printed: Printed[][]
  /** Number of pages, null where the file has none. */
  pages: number | null
  furniture: Furniture[]
  /** What could not be read, and what was guessed: one sentence each, for whoever hands in the file. */
  warnings: string[]
  /** As in `Health`. */
  recognised?: boolean
}

/** In what capacity the words are said. */
export type Voice =
  | 'finding'
  | 'recommendation'
  | 'judgement'
  | 'fact'
  | 'definition'
  | 'self-report'
  | 'members'
  | 'reported finding'
  | 'furniture'

/** Whose words a passage holds, in what capacity, and the rule that says so. */
export type Speaker = { name: string; voice: Voice; reason: string }

/** `[start, end)` in UTF-16 code units of the passage's text; `speaker` only where it is another than the passage's. */
export type Sentence = { id: string; start: number; end: number; speaker?: Speaker }

/** Anything that can be read and pointed at: a heading, a paragraph, a list item or a table row. */
export type Passage = {
  /** Unique in the corpus and stable for unchanged files: `004.p24` (printed number), `000.u7`, `000.h3`. */
  id: string
  kind: 'heading' | 'text' | 'item' | 'row'
  text: string
  sentences: Sentence[]
  number: string | null
  /** List depth, 0 outermost. */
  level: number
  marker: string | null
  page: Page | null
  speaker: Speaker
  /** False for what may be read but is never quoted as an answer. */
  evidence: boolean
}

/** A heading with what stands under it, up to the next heading. */
export type Section = {
  id: string
  /** Null for what stands above the first heading. */
  heading: Passage | null
  /** The headings above this one, outermost first. */
  path: string[]
  /** The part of a two-part report, such as "Safeguarding services". */
  part: string | null
  paragraphs: Passage[]
}

/**
 * A point of a four-point scale, 1 the best. The third point's name tells the scale: "Adequate" until 2013, "Requires
 * improvement to be good" since. The two are not the same grade, so answers name the scale where both occur.
 */
export type GradePoint = 1 | 2 | 3 | 4
export const SCALES = {
  adequate: ['Outstanding', 'Good', 'Adequate', 'Inadequate'],
  requiresImprovement: ['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate'],
} as const
export type ScaleName = keyof typeof SCALES

export type Judgement = {
  /** The judgement's name, whole and in order, such as "Overall effectiveness". */
  area: string
  part: string | null
  /** As printed, with a capital: "Requires improvement" where the table leaves out "to be good". */
  grade: string
  point: GradePoint
  /** The row or line exactly as printed, however scrambled. */
  verbatim: string
  /** The passage that prints it. */
  passageId: string
  /** A sentence or heading elsewhere in the report that states the same grade, where there is one. */
  statedIn: string | null
}

export type Recommendation = {
  text: string
  part: string | null
  /** The printed deadline, such as "Within three months". */
  deadline: string | null
  passageId: string
}

export type Licence = { name: string | null; sentence: string | null; copyright: string | null }

/**
 * Where a fact comes from: printed in the text, from the catalogue file, from the file's name or folder, from the
 * list of authorities, or set by a person (all but the first with a note).
 */
export type Provenance = { from: 'text' | 'catalogue' | 'path' | 'authorities' | 'person'; note: string | null }

export type Facts = {
  title: string
  /** The authority's everyday name, such as "Stoke-on-Trent". */
  authority: string | null
  council: string | null
  urn: string | null
  publisher: string
  kind: ReportKind
  framework: string | null
  /** ISO days. */
  inspected: { from: string; to: string } | null
  published: string | null
  leadInspector: string | null
  inspectors: string[]
  reference: string | null
  licence: Licence
  /** Calendar years by which a reader would ask for this report. */
  years: number[]
  /** The grade scale in use when it was written; null where nothing is graded. */
  scale: ScaleName | null
}

/** What a report may print about itself. */
export const FACT_NAMES = [
  'inspected',
  'published',
  'lead inspector',
  'number of inspectors',
  'director of children’s services',
  'framework',
  'previous inspection',
  'previous grade',
  'unique reference number',
  'addressee',
  'signatory',
] as const
export type FactName = (typeof FACT_NAMES)[number]

/** Days and spans of days are ISO ("2019-02-04/2019-02-08"); other values, and `printed`, are the passage's own words. */
export type PrintedFact = { name: FactName; value: string; printed: string; passageId: string }

/** One thing that tells a report's council, weightiest kind first; `authority` is null where a person says that there is none. */
export type CouncilEvidence = {
  from: 'person' | 'catalogue' | 'title' | 'head' | 'path' | 'text'
  authority: string | null
  /** The words that name it, as printed. */
  printed: string
}

/** How sure it is which council a report is about. */
export type CouncilFound = {
  /** 0 (not known) to 1 (a person or the catalogue says so). */
  confidence: number
  /** Why a person has to look: nothing names a council, two are named as strongly, or the one named is on no list. Null where it is settled. */
  open: 'none' | 'two' | 'not listed' | null
  evidence: CouncilEvidence[]
}

/** What reading found and lost, for one who has to trust it. */
export type Health = {
  sections: number
  paragraphs: number
  sentences: number
  items: number
  numbersFound: number
  /** Missing before the last that is printed, and after it where every gap before has as many paragraphs without a number. */
  numbersLost: number[]
  tables: number
  /** Characters that no printed page of English holds: replacement marks, private-use and control characters, "ı". */
  oddCharacters: number
  /** Some words are what a program took from pictures of pages (OCR); missing where none are. */
  recognised?: boolean
}

export type Report = Facts & {
  id: string
  source: string
  sha256: string
  pages: number | null
  provenance: Partial<Record<keyof Facts, Provenance>>
  councilFound: CouncilFound
  sections: Section[]
  judgements: Judgement[]
  recommendations: Recommendation[]
  /** What it prints about itself, each with the line that proves it. */
  facts: PrintedFact[]
  health: Health
  /** Other files that hold the same inspection, read less well. */
  alsoIn: string[]
}

/** Everything of a section that can be pointed at, its heading first. */
export const passagesOf = (section: Section): Passage[] => (section.heading ? [section.heading, ...section.paragraphs] : section.paragraphs)

/** Nobody knows yet which council the report is about, so that no answer about a council can count on it. */
export const needsPerson = ({ councilFound }: Pick<Report, 'councilFound'>): boolean => councilFound.open !== null
