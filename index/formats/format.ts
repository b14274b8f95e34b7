/** What a kind of report gives back when it reads a source: blocks with their roles, and facts. */
import type { PrintedGrade } from '../model/judgements.ts'
import type { Block, Facts, SourceText, Speaker } from '../model/report.ts'

/** What a block is for. Only `body`, `judgement`, `grade` and `fact` are evidence. */
export type Role = 'title' | 'heading' | 'body' | 'judgement' | 'grade' | 'fact' | 'definition' | 'contents' | 'footnote' | 'furniture'

export type MarkedBlock = Block & {
  role: Role
  /** The part of a two-part report that it stands in. */
  part: string | null
  speaker: Speaker
  /** Whose words each sentence holds, where the block mixes speakers. */
  speakers?: Speaker[]
  /** The judgement that a row, sentence or heading states, where it is no plain row of area and grade. */
  judges?: { area: string } & PrintedGrade
}

export type Format = {
  name: string
  matches(source: SourceText): boolean
  /** Never fails: what it cannot find is left out of `facts`, and unknown blocks are `body`. */
  read(source: SourceText): { facts: Partial<Facts>; blocks: MarkedBlock[] }
}
