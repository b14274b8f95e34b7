/** A question set run through an answerer, figures by type. */
import { passagesOf } from '../../index/model/report.ts'
import type { Corpus } from '../../index/search/corpus.ts'
import type { GoldQuestion } from './gold.ts'
import { earlierOf } from './gold.ts'
import { FIGURES, type Figures, judge, type Reply } from './judge.ts'

export type Row = { type: string; questions: number; quotes: number } & Figures
export type Evaluation = { rows: Row[]; all: Row; failed: { question: GoldQuestion; reply: Reply }[]; verbatim: boolean }

export async function evaluate(
  gold: GoldQuestion[],
  corpus: Corpus,
  answer: (question: string, earlier: string[]) => Promise<Reply>,
): Promise<Evaluation> {
  const results: { question: GoldQuestion; reply: Reply; figures: Figures }[] = []
  for (const question of gold) {
    const reply = await answer(question.question, earlierOf(question, gold))
    results.push({ question, reply, figures: judge(question, reply, corpus.reports) })
  }
  const row = (type: string, part: typeof results): Row => ({
    type,
    questions: part.length,
    quotes: mean(part.map(({ reply }) => reply.quotes.length)) ?? 0,
    ...(Object.fromEntries(FIGURES.map((name) => [name, mean(part.map(({ figures }) => figures[name]))])) as Figures),
  })
  const types = [...new Set(gold.map(({ type }) => type))]
  return {
    rows: types.map((type) =>
      row(
        type,
        results.filter(({ question }) => question.type === type),
      ),
    ),
    all: row('all', results),
    failed: results.filter(({ figures }) => figures.success === 0),
    verbatim: results.every(({ reply }) => reply.quotes.every(({ text, report }) => isPrinted(text, report.id, corpus))),
  }
}

function mean(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}

const isPrinted = (text: string, id: string, { reports }: Corpus): boolean =>
  reports.some((report) => report.id === id && report.sections.flatMap(passagesOf).some((passage) => passage.text.includes(text)))

export function table({ rows, all }: Evaluation): string {
  const line = (row: Row): string =>
    [
      row.type.padEnd(14),
      String(row.questions).padStart(4),
      ...FIGURES.map((name) => (row[name]?.toFixed(3) ?? '-').padStart(9)),
      row.quotes.toFixed(1).padStart(7),
    ].join(' ')
  const head = ['type'.padEnd(14), '   n', ...FIGURES.map((name) => name.padStart(9)), ' quotes'].join(' ')
  return [head, ...rows.map(line), line(all)].join('\n')
}
