/** Which words the sentences nearest in meaning to a question have in common, that other sentences have not. */
import type { Voice } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Question } from '../question.ts'
import { type Run, runsOf } from './runs.ts'

/** `units`: ordinals of those of the nearest that hold it. */
export type Shared = { stems: string[]; words: string; units: ReadonlySet<number> }

/** Nearest sentences that are read (20 to 60). */
const NEAREST = 40
/** Where even the nearest is farther off than this (a cosine), what stands near it tells nothing (0.25 to 0.4). */
const NEAR_ENOUGH = 0.27
/** What is less than this share as near as the nearest is no neighbour: in a small scope all forty may be (0.3 to 0.6). */
const BESIDE = 0.35
/** So many of the nearest have to share it. */
const LEAST = 3
/** It has to be so many times as frequent among them as in all sentences (3 to 5). */
const LIFT = 4
/** Printed lines of names and dates stand near whatever asks who or when. */
const TELLS_NOTHING: ReadonlySet<Voice> = new Set<Voice>(['fact', 'definition'])

/** The most telling first: by how near its sentences are, and how much rarer it is elsewhere. None without a reader. */
export function sharedByNearest({ vector, reports }: Pick<Question, 'vector' | 'reports'>, corpus: Corpus): Shared[] {
  if (!vector || !corpus.reader) return []
  const inScope = new Set(reports)
  const places = corpus.reports.flatMap(({ id }, place) => (inScope.has(id) ? [place] : []))
  const nearest = corpus.reader.nearest(vector, NEAREST, places)
  const best = nearest[0]?.similarity ?? 0
  if (best < NEAR_ENOUGH) return []
  const near = nearest.filter(({ similarity }) => similarity >= best * BESIDE)
  const farthest = near.at(-1)!.similarity
  const names = namesIn(corpus)
  const groups = new Map<string, { runs: Run[]; units: Set<number>; nearness: number }>()
  for (const { ordinal, similarity } of near) {
    const unit = corpus.units.at(ordinal)
    if (!unit || TELLS_NOTHING.has(unit.placed.passage.speaker.voice)) continue
    for (const run of runsOf(unit, names)) {
      const group = groups.get(run.key) ?? { runs: [], units: new Set(), nearness: 0 }
      groups.set(run.key, group)
      if (!group.units.has(ordinal)) group.nearness += similarity - farthest
      group.units.add(ordinal)
      group.runs.push(run)
    }
  }
  const { documents, frequency } = corpus.sentenceIndex.statistics
  return [...groups]
    .flatMap(([key, { runs, units, nearness }]) => {
      const { stems } = runs[0]!
      const usual = Math.min(...stems.map((stem) => frequency(stem))) / documents
      const lift = units.size / near.length / usual
      return units.size < LEAST || lift < LIFT ? [] : [{ key, score: nearness * Math.log(lift), stems, words: oftenest(runs), units }]
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
}

/** As most of them print it; capitals only where they are more than a sentence's or a heading's. */
function oftenest(runs: Run[]): string {
  const counts = new Map<string, number>()
  for (const { words } of runs) {
    const plain = words
      .replace(/\s+/g, ' ')
      .replace(/(?<!\p{L})\p{Lu}(?=\p{Ll}|’|\b)/gu, (letter) => letter.toLowerCase())
      .replace(/[’']s?$/, '')
    counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0]
}

/** Words of the councils' names. */
const namesIn = ({ reports }: Corpus): Set<string> =>
  new Set(reports.flatMap(({ authority }) => (authority ?? '').toLowerCase().match(/\p{L}+/gu) ?? []))
