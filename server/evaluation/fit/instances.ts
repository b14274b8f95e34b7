/** Gold questions → what is fitted on: the candidates of each question that is answered by passages, with their signals and labels. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { readQuestion } from '../../answer/ask.ts'
import { compose } from '../../answer/kinds/kinds.ts'
import type { Candidate } from '../../answer/rank/candidate.ts'
import { retrieve } from '../../answer/rank/retrieve.ts'
import type { Scored } from '../../answer/rank/score.ts'
import { SIGNALS } from '../../answer/rank/signals.ts'
import { cut } from '../../answer/select/cut.ts'
import { earlierOf, type GoldQuestion } from '../gold.ts'
import { gradeOf } from '../judge.ts'

export type Instance = {
  id: string
  set: string
  /** No report answers it. */
  unanswerable: boolean
  candidates: Scored[]
  /** By candidate, by signal. */
  signals: Float64Array[]
  /** By candidate: 2 answers, 1 is on the topic, 0 is neither. */
  grades: number[]
}

/** The kinds whose quotes are weighed candidates. */
const WEIGHED: ReadonlySet<string> = new Set(['passages', 'figure'])

/** Questions that another kind of answer takes (a table of grades, a list, a plain no) have nothing to be weighed. */
export async function instancesOf(sets: Map<string, GoldQuestion[]>, corpus: Corpus): Promise<Instance[]> {
  const all = [...sets.values()].flat()
  const instances: Instance[] = []
  for (const [set, questions] of sets)
    for (const gold of questions) {
      const question = await readQuestion(gold.question, earlierOf(gold, all), corpus)
      const { kind } = await compose(question, corpus)
      if (!WEIGHED.has(kind.name)) continue
      const candidates = await retrieve(question, corpus)
      instances.push({
        id: gold.id,
        set,
        unanswerable: gold.expect === 'not_found',
        candidates,
        signals: candidates.map(signalsOf),
        grades: candidates.map((one) => gradeOf(cut([one])[0], gold)),
      })
    }
  return instances
}

const signalsOf = (candidate: Candidate): Float64Array => Float64Array.from(SIGNALS, ({ of }) => of(candidate))
