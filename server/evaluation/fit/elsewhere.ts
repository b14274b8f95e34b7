/**
 * Gold questions over reports that the project does not ship, as the numbers that are fitted on: signals, facts and grades of each
 * candidate. The reader was trained without these councils, so they tell what its nearness is worth where it knows nothing.
 * Made anew, whenever a signal or the reader changes, by `npm run -s fit -- --elsewhere FOLDER` where the reports' files are at hand.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { collect } from '../../../index/library/collection.ts'
import { readFolder } from '../../../index/library/ingest.ts'
import type { Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { GoldQuestion } from '../gold.ts'
import { type Instance, instanceOf } from './instances.ts'

/** Sentences are named by passage and offsets, since most of these reports are not ours to copy. */
const Line = z.object({
  /** SHA-256 of the report's file. */
  report: z.string(),
  type: z.string(),
  question: z.string(),
  expect: z.enum(['answered', 'not_found']),
  gold: z.array(
    z.object({ passage: z.string(), start: z.number(), end: z.number(), hash: z.string(), grade: z.union([z.literal(1), z.literal(2)]) }),
  ),
})
type Line = z.infer<typeof Line>
const LINES = new URL('./elsewhere-gold.jsonl', import.meta.url)
const linesOf = (): Line[] =>
  readFileSync(LINES, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Line.parse(JSON.parse(line)))

/** The shipped reports and those of the gold lines, from a folder of their files. @throws Error where one is missing. */
export async function elsewhereReports(seeds: Report[], folder: string): Promise<Report[]> {
  const wanted = new Set(linesOf().map(({ report }) => report))
  const others = (await readFolder(folder, () => undefined)).filter(({ sha256 }) => wanted.has(sha256))
  const missing = [...wanted].filter((sha256) => !others.some((report) => report.sha256 === sha256))
  if (missing.length > 0) throw new Error(`The folder ${folder} lacks the reports with these checksums: ${missing.join(', ')}.`)
  return collect(seeds, others)
}

/** Each question is asked of its own report, as one picks a report in the page. */
export async function elsewhereOf(corpus: Corpus): Promise<Instance[]> {
  const instances: Instance[] = []
  for (const [at, line] of linesOf().entries()) {
    const report = corpus.reports.find(({ sha256 }) => sha256 === line.report)
    if (!report) continue
    const gold = goldOf(line, `${report.authority} ${at + 1}`, report)
    const instance = await instanceOf(gold, `elsewhere: ${report.authority}`, [], corpus, { reports: [report.id] })
    if (instance) instances.push(slim(instance))
  }
  return instances
}

function goldOf({ type, question, expect, gold }: Line, id: string, report: Report): GoldQuestion {
  const texts = new Map(
    report.sections.flatMap(({ heading, paragraphs }) =>
      [...(heading ? [heading] : []), ...paragraphs].map((passage) => [passage.id, passage.text]),
    ),
  )
  return {
    id,
    type,
    question,
    scope: null,
    gold: gold.map(({ passage, start, end, grade }) => ({
      report: report.id,
      text: texts.get(`${report.id}.${passage}`)?.slice(start, end) ?? '',
      grade,
    })),
    answer: null,
    expect,
    followUpOf: null,
  }
}

/** Candidates kept of each question, and decimals of each number: enough to fit on, and a megabyte instead of ten. */
const MOST = 24
const slim = ({ signals, facts, grades, ...rest }: Instance): Instance => {
  const order = [...signals.keys()].sort((a, b) => total(signals[b]!) - total(signals[a]!) || a - b).slice(0, MOST)
  const rounded = (row: number[]): number[] => row.map((value) => Math.round(value * 1000) / 1000)
  return {
    ...rest,
    signals: order.map((i) => rounded(signals[i]!)),
    facts: order.map((i) => rounded(facts[i]!)),
    grades: order.map((i) => grades[i]!),
  }
}
const total = (row: number[]): number => row.reduce((sum, value) => sum + value, 0)
