import type { GradePoint, ReportKind } from '../../index/model/report.ts'

/** `area` begins with the part of the report where it has parts. `passage`: where it is printed. */
export type GradeTag = { area: string; part: string | null; label: string; grade: string; point: GradePoint; passage: string }

/** A report in a few words: what stands above its quotes and in the catalogue. */
export type ReportCard = {
  id: string
  title: string
  authority: string
  /** The last part of the address of its page; null where no council is named. */
  council: string | null
  publisher: string
  kind: ReportKind
  kindName: string
  /** In words, such as "4 to 15 February 2019". */
  date: string
  years: number[]
  /** For sorting: the latest day known, or "". */
  day: string
  /** The overall judgements: two where a report has two parts. */
  overall: GradeTag[]
  judgements: GradeTag[]
}

/** What is in the collection, in figures and names. */
export type Collection = { cards: ReportCard[]; authorities: string[]; years: number[]; kinds: ReportKind[] }
