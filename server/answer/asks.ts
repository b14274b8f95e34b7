/** What kind of answer a question asks for, beside its matter: read once from its words, plain data ever after. */
import type { GradePoint } from '../../index/model/report.ts'
import type { AreaName, PartName } from './understand/cues/areas.ts'

/** What people type that is no question about the reports, by the fixed reply that it gets. */
export type Talk =
  | 'greeting'
  | 'thanks'
  | 'instruction'
  | 'writing'
  | 'danger'
  | 'advice'
  | 'choice'
  | 'legal'
  | 'person'
  | 'own case'
  | 'own life'
  | 'prediction'

/** Talk that is a question about the service as well: it is answered where the reports do, and else gets its reply. */
export const ASKS_AS_WELL: ReadonlySet<Talk> = new Set<Talk>(['own life'])

export type GradesAsked = {
  /** Judgements named; empty where none is, or all are meant. */
  areas: AreaName[]
  part: PartName | null
  /** "Which were inadequate?", "what fell below good?": the grades sought; null where the grade is what is asked for. */
  points: GradePoint[] | null
  /** "The worst-rated area", "the best of the three". */
  extreme: 'best' | 'worst' | 'both' | null
  /** "How many were good?": the number of judgements is asked for. */
  counts: boolean
  /** Whose grade is sought: of whole councils, or of single judgements. */
  of: 'councils' | 'judgements'
  /** Every row of the table, not only the grade as a whole. */
  table: boolean
  /** The latest alone. */
  latest: boolean
  /** More than the latest: "ever", "over time", "which were …". */
  history: boolean
  /** "Ever", "over time": of inspections as well that only a sentence of a later report tells of. */
  ever: boolean
  /** Nothing but a grade is asked for. */
  only: boolean
  /** "All inadequate councils": who they are is all that is asked. */
  members: boolean
}

export type ListAsked = {
  /** What has to improve; else any list that a line of the report opens. */
  improvement: boolean
  /** "Within three months", as reports print it; null for any. */
  deadline: string | null
  part: PartName | null
  /** The list that reports head "Priority and immediate action". */
  priority: boolean
  /** What holds today: of each council the newest list alone. */
  now: boolean
  /** Numbers of the concepts that the items have to speak of: all but those that only ask for a list. */
  topics: number[]
}

/** What a report says of itself. */
export type FactName =
  | 'lead'
  | 'deputy'
  | 'inspectors'
  | 'team size'
  | 'inspected'
  | 'published'
  | 'signed'
  | 'addressee'
  | 'director'
  | 'urn'
  | 'framework'
  | 'previous'
  | 'grade'
  | 'director in post'
  | 'chair in post'
  | 'chief executive in post'
  | 'homes'

/** What can be asked of a quote: who says it, when, what stands beside it, whether it is still so, why. */
export type QuoteAsk = 'who' | 'when' | 'next' | 'before' | 'still' | 'why'

/** Which side of a thing is asked for. */
export type ToneSide = 'praise' | 'concern'

/** `grade` null: the whole scale. `board`: of the safeguarding children board and not of the authority. */
export type MeaningAsked = { grade: { name: string; point: GradePoint } | null; board: boolean }

export type Asks = {
  talk: Talk | null
  /** What the collection holds, or its newest report. */
  collection: 'holdings' | 'newest' | null
  /** What is asked of the first quote of the answer before, and how many sentences on from it. */
  ofQuote: { ask: QuoteAsk; step: number } | null
  /** It leans on a question before it, and there is none. */
  unclear: boolean
  /** What a grade means. */
  meaning: MeaningAsked | null
  /** What a term stands for; `sure` where nothing else can be meant. */
  term: { term: string; sure: boolean } | null
  grades: GradesAsked | null
  /** Facts about the report itself; empty where none is asked for. */
  facts: FactName[]
  /** A grade of everything that the question takes for granted. */
  premise: { grade: string; point: GradePoint } | null
  comparison: boolean
  /** "Then and now": one council's reports are held against each other by their dates. */
  overTime: boolean
  list: ListAsked | null
  side: ToneSide | null
  /** The side is all that is asked for: "what are the strengths?". */
  sideOnly: boolean
  /** How things are, and nothing in particular. */
  broad: boolean
  /** Several things by name: "which partners …?" */
  several: boolean
  /** The most or least that is allowed. */
  limit: boolean
  /** Why. */
  cause: boolean
  /** The reasons for a grade. */
  why: boolean
  /** The words are to be Ofsted's own. */
  ofsted: boolean
  /** The day of the report, not of the inspection. */
  published: boolean
}
