/**
 * Questions over reports that the project does not ship, as the numbers that are fitted on: signals, facts and grades of each
 * candidate. The reader was trained without these councils, so they tell what its nearness is worth where it knows nothing.
 * Made anew, whenever a signal changes, by `npm run -s fit -- --elsewhere FOLDER` where the reports are at hand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { collect } from '../../../index/library/collection.ts'
import { readFolder } from '../../../index/library/ingest.ts'
import type { Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { GoldQuestion } from '../gold.ts'
import { type Instance, instanceOf } from './instances.ts'

/** Left out of the reader's training (`index/vectors/README.md`). */
const COUNCILS = ['Islington', 'Kent', 'Leicester']
const PAIRS = new URL('../../../index/vectors/pairs/', import.meta.url)

type Pair = { question: string; kind: string; report: string; answers: Sentence[]; near: Sentence[] }
type Sentence = { passage: string; start: number; end: number; text?: string }

/** The shipped reports and those of the councils left out, from a folder of their files. @throws Error where one is missing. */
export async function elsewhereReports(seeds: Report[], folder: string): Promise<Report[]> {
  const others = (await readFolder(folder, () => undefined)).filter(({ authority }) => COUNCILS.includes(authority ?? ''))
  if (others.length < COUNCILS.length) throw new Error(`The folder ${folder} lacks reports on ${COUNCILS.join(', ')}.`)
  return collect(seeds, others)
}

/** Each question is asked of its own report, as one picks a report in the page. */
export async function elsewhereOf(corpus: Corpus): Promise<Instance[]> {
  const instances: Instance[] = []
  for (const report of corpus.reports.filter(({ authority }) => COUNCILS.includes(authority ?? '')))
    for (const [at, pair] of pairsOf(report).entries()) {
      const gold = goldOf(pair, `${report.authority} ${at + 1}`, report)
      const instance = await instanceOf(gold, `elsewhere: ${report.authority}`, [], corpus, { reports: [report.id] })
      if (instance) instances.push(slim(instance))
    }
  return instances
}

const pairsOf = ({ sha256 }: Report): Pair[] =>
  readdirSync(PAIRS)
    .filter((name) => name.endsWith('.jsonl') && name !== 'phrases.jsonl')
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(new URL(name, PAIRS), 'utf8').split('\n').filter(Boolean)
      const [first] = lines
      return first && (JSON.parse(first) as Pair).report === sha256 ? lines.map((line) => JSON.parse(line) as Pair) : []
    })

function goldOf({ question, kind, answers, near }: Pair, id: string, report: Report): GoldQuestion {
  const texts = new Map(report.sections.flatMap(({ paragraphs }) => paragraphs.map(({ id: passage, text }) => [passage, text])))
  const textOf = ({ passage, start, end, text }: Sentence): string => text ?? texts.get(`${report.id}.${passage}`)?.slice(start, end) ?? ''
  const labelled = (list: Sentence[], grade: 1 | 2) => list.map((one) => ({ report: report.id, text: textOf(one), grade }))
  const unanswerable = kind === 'unanswerable'
  return {
    id,
    type: kind,
    question,
    scope: null,
    gold: unanswerable ? [] : [...labelled(answers, 2), ...labelled(near, 1)],
    answer: null,
    expect: unanswerable ? 'not_found' : 'answered',
    followUpOf: null,
  }
}

/** Candidates kept of each question, and decimals of each number: enough to fit on, and a megabyte instead of ten. */
const MOST = 30
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
