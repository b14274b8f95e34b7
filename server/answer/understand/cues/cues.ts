/** All cues of a question, read in one place: what kind of answer it asks for. */
import type { Asks } from '../../asks.ts'
import type { Concept, Members, Wanted } from '../../question.ts'
import { comparesIn, comparesTimes } from './comparison.ts'
import { factsIn } from './facts.ts'
import { gradesIn, premiseIn } from './grades.ts'
import { listIn } from './improvement.ts'
import { meaningIn, termIn } from './meaning.ts'
import * as shape from './shape.ts'
import { isSideOnly, sideIn } from './tone.ts'

export type Read = {
  concepts: Concept[]
  phrases: string[][]
  wanted: Wanted | null
  group: Members | null
  latest: boolean
  topic: string
}

/** @param text the question as understood: spelling mended, what a follow-up leaves out filled in. */
export function asksIn(text: string, read: Read): Omit<Asks, 'talk' | 'collection' | 'ofQuote' | 'unclear'> {
  const { concepts, phrases, wanted } = read
  const meaning = meaningIn(text)
  const side = sideIn(text)
  const bare = phrases.length === 0 && wanted === null
  return {
    meaning,
    term: meaning ? null : termIn(read.topic),
    grades: meaning ? null : gradesIn(text, read),
    facts: meaning ? [] : factsIn(text, concepts),
    premise: premiseIn(text),
    comparison: comparesIn(text),
    overTime: comparesTimes(text),
    list: listIn(text, concepts, read.topic),
    side,
    sideOnly: side !== null && bare && isSideOnly(concepts),
    broad: bare && (concepts.length === 0 || shape.isBroad(text, concepts)),
    several: shape.asksForSeveral(text),
    limit: shape.asksForLimit(text),
    cause: shape.asksForCause(text),
    why: shape.asksWhy(text),
    ofsted: shape.namesOfsted(text),
    published: shape.asksForPublication(text),
  }
}
