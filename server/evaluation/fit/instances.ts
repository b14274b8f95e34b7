/** Gold questions → what is fitted on: the candidates of each question that is answered by passages, as numbers. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { readQuestion } from '../../answer/ask.ts'
import { compose } from '../../answer/kinds/kinds.ts'
import { retrieve } from '../../answer/rank/retrieve.ts'
import { SIGNALS } from '../../answer/rank/signals.ts'
import { factsOf } from '../../answer/select/confidence.ts'
import { cut } from '../../answer/select/cut.ts'
import type { Picked } from '../../answer/understand/understand.ts'
import { earlierOf, type GoldQuestion } from '../gold.ts'
import { gradeOf } from '../judge.ts'

/** Lists are by candidate. */
export type Instance = {
  id: string
  set: string
  /** No report answers it. */
  unanswerable: boolean
  /** In the order of `SIGNALS`. */
  signals: number[][]
  /** In the order of `FACTS`. */
  facts: number[][]
  /** 2 answers, 1 is on the topic, 0 is neither. */
  grades: number[]
}

/** The kinds whose quotes are weighed candidates. */
const WEIGHED: ReadonlySet<string> = new Set(['passages', 'figure', 'own life'])

/** Null where another kind of answer takes the question (a table of grades, a list, a plain no): there is nothing to be weighed. */
export async function instanceOf(
  gold: GoldQuestion,
  set: string,
  earlier: string[],
  corpus: Corpus,
  picked: Picked = {},
): Promise<Instance | null> {
  const question = await readQuestion(gold.question, earlier, corpus, picked)
  const { kind } = await compose(question, corpus)
  if (!WEIGHED.has(kind.name)) return null
  const candidates = await retrieve(question, corpus)
  return {
    id: gold.id,
    set,
    unanswerable: gold.expect === 'not_found',
    signals: candidates.map((one) => SIGNALS.map(({ of }) => of(one))),
    facts: candidates.map(factsOf),
    grades: candidates.map((one) => gradeOf(cut([one])[0], gold)),
  }
}

export async function instancesOf(sets: Map<string, GoldQuestion[]>, corpus: Corpus): Promise<Instance[]> {
  const all = [...sets.values()].flat()
  const instances: Instance[] = []
  for (const [set, questions] of sets)
    for (const gold of questions) {
      const instance = await instanceOf(gold, set, earlierOf(gold, all), corpus)
      if (instance) instances.push(instance)
    }
  return instances
}
