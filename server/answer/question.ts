/** A question as understood: plain data that the page shows and lets the reader change. */
import type { Report, ReportKind } from '../../index/model/report.ts'
import type { Vector } from '../../index/search/reader.ts'
import type { Asks } from './asks.ts'
import type { GradeName } from './grades.ts'

export type IntentName = 'passages' | 'judgement' | 'list' | 'figure' | 'comparison'

/** What was picked in the page, or named in the words of the question. Empty lists do not narrow. */
export type Scope = {
  /** Everyday names, such as "Stoke-on-Trent". */
  authorities: string[]
  years: number[]
  /** Report ids. */
  reports: string[]
}

/**
 * A run of stems with the words that they are of; `asked` in the question itself or added by the thesaurus. A form is `exact` where the word itself has to stand there: a single
 * word that the thesaurus adds, since its stem would bring "prevention" to every "prevents".
 */
export type ConceptForm = {
  stems: string[]
  words: string[]
  exact: boolean
  asked: boolean
  worth: number
}

/** One thing that a quote has to speak of: a word or phrase of the question with everything that says the same. */
export type Concept = {
  /** As asked, after spelling correction. */
  words: string
  /** Every form that counts, the asked one first. */
  forms: ConceptForm[]
  /** The forms that the thesaurus adds, in words. */
  also: string[]
  /** How much a match is worth: the inverse document frequency of its forms, scaled. */
  weight: number
  /** It only shades the question or says whom it is about. */
  light: boolean
  /** It is what "how many" asks the number of. */
  counted: boolean
  /** No form of it stands in any report. */
  unknown: boolean
  /** An answer without it is no answer. */
  required: boolean
}

/** What kind of detail the answer has to hold. */
export type Wanted = 'number' | 'share' | 'money' | 'date' | 'person' | 'duration' | 'grade'

/** The parts of the answerer that the evaluation switches off one by one, to see what each adds. All are on in use. */
export const ALL_PARTS = {
  /** Councils, years and kinds that the words name narrow the search. */
  scope: true,
  thesaurus: true,
  /** Neighbouring sentences and headings count. */
  context: true,
  /** Grades, lists, figures and comparisons are answered in their own ways. */
  intents: true,
  /** What speaks of too little of the question is no answer. */
  coverage: true,
  spelling: true,
  followUps: true,
  /** Words side by side, at the beginning, and in a sentence about little else. */
  closeness: true,
}
export type Parts = typeof ALL_PARTS

export type Correction = { from: string; to: string }

/** Something named in the question that the collection does not hold. */
export type Missing = {
  authority: string | null
  year: number | null
  /** The words by which the year was named against the clock: "last year". */
  clock: string | null
  /** Where several years were named as a span: "since 2019". */
  range: { from: number; to: number } | null
  /** Where the place is no council of England: it is known to lie outside, or nobody knows it. */
  elsewhere: 'outside' | 'unknown' | null
}

/** Councils named together: by latest overall grade, region or kind. Empty lists do not narrow. */
export type Group = { grades: GradeName[]; regions: string[]; kinds: CouncilKind[] }
export type CouncilKind = 'county councils' | 'London boroughs' | 'unitary authorities' | 'metropolitan boroughs'

/** A group with its members in the collection. */
export type Members = {
  group: Group
  councils: string[]
  /** "9 councils in London whose latest overall grade is Good". */
  words: string
  reports: Report[]
}

export type Question = {
  /** As typed. */
  asked: string
  /** As understood: spelling corrected, what a follow-up leaves out filled in. */
  text: string
  /** The same without where and when: with short forms in full it is what the reader is asked. */
  topic: string
  /** What kind of answer is asked for. */
  asks: Asks
  scope: Scope
  /** Ids of the reports that the scope selects, never empty unless something is missing. */
  reports: string[]
  /** Kinds named in the question ("the letter", "the select committee"). */
  kinds: ReportKind[]
  missing: Missing | null
  /** Councils named beside others that the collection has no report on: the rest is answered, and this is said. */
  absent: string[]
  /** Words for a time that no report prints, which narrow nothing. */
  vague: string[]
  concepts: Concept[]
  /** Runs of stems that must stand in a quote, from "quoted phrases". */
  phrases: string[][]
  /** Stems that must not, from -word. */
  excluded: string[]
  wanted: Wanted | null
  /** Details of that kind that the question holds itself: repeating them is no answer. */
  given: string[]
  /** The question is about the document itself: when it was made, by whom. */
  aboutDocument: boolean
  corrections: Correction[]
  /** Years that no report in scope is of, but that a passage has to name. */
  events: number[]
  /** Councils that were named together. */
  group: Members | null
  parts: Parts
  /** What the reader makes of the text; null without one. */
  vector: Vector | null
  /** The newest report was asked for. */
  latest: boolean
}
