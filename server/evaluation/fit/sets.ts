/** Everything that is fitted on: the gold sets of the project, and the kept numbers of questions over reports that are not shipped. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Corpus } from '../../../index/search/corpus.ts'
import { type GoldQuestion, readGoldFile } from '../gold.ts'
import { type Instance, instancesOf } from './instances.ts'

const GOLD = new URL('../../../test/gold/', import.meta.url)
export const ELSEWHERE = new URL('./elsewhere.json', import.meta.url)
export type Elsewhere = Record<'words' | 'meaning', Instance[]>

const goldSets = (): Map<string, GoldQuestion[]> =>
  new Map(
    readdirSync(GOLD)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => [name, readGoldFile(new URL(name, GOLD))]),
  )

/** @param corpus the shipped reports, with the reader for `meaning` and without it for `words`. */
export async function allInstances(corpus: Corpus, part: keyof Elsewhere): Promise<Instance[]> {
  const elsewhere = JSON.parse(readFileSync(ELSEWHERE, 'utf8')) as Elsewhere
  return [...(await instancesOf(goldSets(), corpus)), ...elsewhere[part]]
}
