/** Fits the classifier of what a question is for, and says what it is worth on questions left out. */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { spelledOut } from '../../../index/lexicon/short-forms.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { PurposeWeights } from '../../answer/understand/purpose/classifier.ts'
import { NO_PURPOSE, PURPOSES } from '../../answer/understand/purpose/purposes.ts'
import { understand } from '../../answer/understand/understand.ts'
import { fitSoftmax, type Labelled, sharesOf } from './softmax.ts'

const CLASSES = [NO_PURPOSE, ...Object.keys(PURPOSES)]
/** Prior on the weights (0.00001 and 0.00002 were tried, and told alike). */
const STRENGTH = 0.00001
const FOLDS = 3
/** One in so many of the reader's training questions stands in for questions about topics. */
const TOPICS_TAKEN = 6

const Line = z.object({ question: z.string().min(1), purpose: z.enum([NO_PURPOSE, ...Object.keys(PURPOSES)]) })
type Line = z.infer<typeof Line>

const lines = (file: URL): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const filesOf = (folder: URL): URL[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => new URL(name, folder))

/** @throws Error naming the file whose line is none. */
export function readPurposes(folder: URL): Line[] {
  return filesOf(folder).flatMap((file) =>
    lines(file).map((line, at) => {
      const { success, data, error } = Line.safeParse(line)
      if (!success) throw new Error(`${file.pathname}, line ${at + 1}: ${z.prettifyError(error)}`)
      return data
    }),
  )
}

const Pair = z.object({ question: z.string(), answers: z.array(z.object({ passage: z.string() })) })
/** Questions that numbered paragraphs answer, or none: they ask about a topic, not for a grade, a date or a name. */
export function readTopics(pairs: URL): Line[] {
  const rounds = readdirSync(pairs)
    .filter((name) => name.startsWith('round-'))
    .sort()
  return rounds
    .flatMap((round) => filesOf(new URL(`${round}/`, pairs)).flatMap(lines))
    .map((line) => Pair.parse(line))
    .filter(({ answers }) => answers.length > 0 && answers.every(({ passage }) => /^[pb]\d/.test(passage)))
    .filter((_, at) => at % TOPICS_TAKEN === 0)
    .map(({ question }) => ({ question, purpose: NO_PURPOSE }))
}

async function labelled(from: readonly Line[], corpus: Corpus): Promise<Labelled[]> {
  const all: Labelled[] = []
  for (const { question, purpose } of from) {
    const vector = await corpus.reader!.encode(spelledOut(understand(question, [], corpus).topic))
    all.push({ features: Float32Array.from(vector, (value) => value / 127), label: CLASSES.indexOf(purpose) })
  }
  return all
}

/** Weights of all, and a table of what they are worth. The corpus needs its reader. */
export async function fitPurposes(from: readonly Line[], corpus: Corpus): Promise<{ fitted: PurposeWeights; table: string }> {
  const examples = await labelled(from, corpus)
  const guesses = leftOut(examples)
  const weights = fitSoftmax(examples, CLASSES.length, STRENGTH)
  const hundredths = (value: number): number => Math.round(value * 100)
  const fitted = {
    reader: corpus.reader!.version,
    classes: CLASSES,
    bias: weights.map((row) => hundredths(row[0]!)),
    weights: weights.map((row) => [...row.slice(1)].map(hundredths)),
  }
  return { fitted, table: tableOf(examples, guesses) }
}

type Guess = { label: number; probability: number }
function leftOut(examples: readonly Labelled[]): Guess[] {
  const guesses: Guess[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = Float64Array.from(
      fitSoftmax(
        examples.filter((_, at) => at % FOLDS !== fold),
        CLASSES.length,
        STRENGTH,
      ).flatMap((row) => [...row]),
    )
    examples.forEach(({ features }, at) => {
      if (at % FOLDS !== fold) return
      const shares = new Float64Array(CLASSES.length)
      sharesOf(features, weights, shares, features.length + 1)
      const label = shares.indexOf(Math.max(...shares))
      guesses[at] = { label, probability: shares[label]! }
    })
  }
  return guesses
}

const SURE = [0.5, 0.6, 0.7, 0.8, 0.9]
/** By threshold: of the questions with a purpose those that are told, and told rightly; of those without, those taken for one. */
function tableOf(examples: readonly Labelled[], guesses: readonly Guess[]): string {
  const rows = SURE.map((least) => {
    const told = (at: number): boolean => guesses[at]!.label > 0 && guesses[at]!.probability >= least
    const share = (some: number[], of: number[]): string => `${((100 * some.length) / Math.max(1, of.length)).toFixed(1)}%`.padStart(7)
    const all = examples.map((_, at) => at)
    const [purposed, plain] = [all.filter((at) => examples[at]!.label > 0), all.filter((at) => examples[at]!.label === 0)]
    const right = purposed.filter((at) => told(at) && guesses[at]!.label === examples[at]!.label)
    return `sure from ${least}: told ${share(purposed.filter(told), purposed)}, rightly ${share(right, purposed)}; of ${plain.length} others taken for one ${share(plain.filter(told), plain)}`
  })
  const each = CLASSES.slice(1).map((name, i) => {
    const own = examples.flatMap(({ label }, at) => (label === i + 1 ? [at] : []))
    const right = own.filter((at) => guesses[at]!.label === i + 1).length
    const missed = new Map<string, number>()
    for (const at of own)
      if (guesses[at]!.label !== i + 1) missed.set(CLASSES[guesses[at]!.label]!, (missed.get(CLASSES[guesses[at]!.label]!) ?? 0) + 1)
    const most = [...missed]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([other, count]) => `${other} ${count}`)
    return `${name.padEnd(24)} ${String(right).padStart(3)} of ${String(own.length).padStart(3)}${most.length > 0 ? `; taken for ${most.join(', ')}` : ''}`
  })
  return [...rows, ...each].join('\n')
}
