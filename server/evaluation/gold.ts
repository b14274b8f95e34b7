/** Gold questions (topics) and their labelled sentences (qrels). */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const GoldSentence = z.object({
  /** First part of the report's id. */
  report: z.string(),
  text: z.string(),
  /** 2 answers the question by itself, 1 is on the topic and fit to show. */
  grade: z.union([z.literal(1), z.literal(2)]),
  /** Other forms of the same, such as a table row put in order. */
  alt: z.array(z.string()).optional(),
})
const GoldQuestion = z.object({
  id: z.string(),
  type: z.string(),
  question: z.string(),
  scope: z
    .object({ authority: z.string().nullable(), years: z.array(z.number()).nullable(), reports: z.array(z.string()).nullable() })
    .nullable(),
  gold: z.array(GoldSentence),
  /** The short answer expected: a grade, a number, a date. */
  answer: z.string().nullable(),
  expect: z.enum(['answered', 'not_found']),
  followUpOf: z.string().nullable(),
  /** The report ids of each side of a comparison. */
  sides: z.array(z.array(z.string())).optional(),
})
export type GoldSentence = z.infer<typeof GoldSentence>
export type GoldQuestion = z.infer<typeof GoldQuestion>

/** Every gold set of a folder, in the order of their names. @throws Error naming file and line of a faulty question. */
export const readGold = (folder: URL): GoldQuestion[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readGoldFile(new URL(name, folder)))

/** One gold set. @throws Error naming file and line of a faulty question. */
export function readGoldFile(file: URL): GoldQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return []
      const parsed = GoldQuestion.safeParse(JSON.parse(line))
      if (!parsed.success) throw new Error(`${file.pathname} line ${i + 1}: ${z.prettifyError(parsed.error)}`)
      return [parsed.data]
    })
}

/** The earlier questions of a follow-up, oldest first. */
export function earlierOf(question: GoldQuestion, all: GoldQuestion[]): string[] {
  const before = all.find(({ id }) => id === question.followUpOf)
  return before ? [...earlierOf(before, all), before.question] : []
}
