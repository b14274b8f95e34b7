/** Words by which questions are put, as data: lists of them in `questions/`, each file with what it is and where it comes from. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Lists = z.strictObject({ source: z.string(), lists: z.record(z.string(), z.array(z.string().min(1)).min(1)) })

/** The lists of one file by name; a list may be a space-separated text where its entries are single words. */
export const questionLists = (file: string): Record<string, string[]> =>
  Lists.parse(JSON.parse(readFileSync(new URL(`./questions/${file}.json`, import.meta.url), 'utf8'))).lists

/** Words of a list whose lines hold several each. */
export const wordsOf = (lines: readonly string[] = []): Set<string> => new Set(lines.flatMap((line) => line.split(/\s+/)).filter(Boolean))
