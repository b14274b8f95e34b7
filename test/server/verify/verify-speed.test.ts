import { describe, expect, it } from 'vitest'
import { passagesOf, type Report } from '../../../index/model/report.ts'
import { type Corpus, makeCorpus, type WholeCorpus } from '../../../index/search/corpus.ts'
import { printOf } from '../../../server/verify/print.ts'
import { TooManyQuotations, verify } from '../../../server/verify/verify.ts'
import { realCorpus } from '../../support/corpus.ts'
import { diceOf } from '../../support/dice.ts'
import { plantedSet } from '../../support/planted.ts'

const corpus = await realCorpus()
/** Milliseconds of the processor, not of the clock: other tests run beside this one. */
function worked(task: () => void): number {
  const start = process.cpuUsage()
  task()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const timed = (text: string, held: Corpus = corpus): number =>
  worked(() => {
    try {
      verify(text, held)
    } catch (error) {
      // refused with a reason: that too takes no longer than allowed
      if (!(error instanceof TooManyQuotations)) throw error
    }
  })
/** The best of three is what the code takes once it is warm. */
const best = (text: string, held?: Corpus): number => Math.min(...[1, 2, 3].map(() => timed(text, held)))

/** Fifty pages: 180 planted quotations with prose between them. */
const PROSE =
  'The committee met in March and agreed a plan for the coming year, with a budget that the annex sets out and a timetable. '.repeat(6)
const FIFTY_PAGES = plantedSet(corpus, 77, 12)
  .flatMap(({ paragraph }) => [paragraph, PROSE])
  .join('\n\n')

/** The five reports many times over, three words in ten replaced by others of theirs. */
function large(copies: number): WholeCorpus {
  const dice = diceOf(5)
  const words = [...corpus.all].flatMap(({ passage }) => passage.text.split(' '))
  const other = (text: string): string =>
    text
      .split(' ')
      .map((word) => (dice() < 0.3 ? words[Math.floor(dice() * words.length)]! : word))
      .join(' ')
  const copy = (report: Report, k: number): Report => ({
    ...report,
    id: `${report.id}x${k}`,
    sections: report.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((passage) => ({ ...passage, id: `${passage.id}x${k}`, text: other(passage.text), sentences: [] })),
    })),
  })
  const reports = [...corpus.reports, ...Array.from({ length: copies }, (_, k) => corpus.reports.map((report) => copy(report, k))).flat()]
  const passages: WholeCorpus['passages'] = new Map()
  for (const report of reports)
    for (const section of report.sections)
      for (const passage of passagesOf(section)) passages.set(passage.id, { passage, section, report, ordinal: -1 })
  return { ...makeCorpus([]), reports, passages, all: [...passages.values()] }
}

describe('checking is fast', () => {
  it('a draft of fifty pages against the five reports takes less than a second', () => {
    expect(FIFTY_PAGES.split(/\s+/).length).toBeGreaterThan(25_000)
    expect(best(FIFTY_PAGES)).toBeLessThan(1000)
  })
  it('the same against more than 50,000 passages takes less than two', () => {
    const held = large(150)
    expect(held.passages.size).toBeGreaterThan(50_000)
    expect(worked(() => void printOf(held))).toBeLessThan(10_000)
    expect(best(FIFTY_PAGES, held)).toBeLessThan(2000)
  })
})

const N = 100_000
const all = [...corpus.all].map(({ passage }) => passage.text).join(' ')
/** Texts made to catch out a rule that looks far ahead again and again. */
const HOSTILE: Record<string, string> = {
  'one long word': 'a'.repeat(N),
  'open brackets': '[a'.repeat(N / 2),
  'bracketed words': 'a[b]'.repeat(N / 4),
  dots: '. '.repeat(N / 2),
  'double marks': '"'.repeat(N),
  'opening marks never closed': '“a '.repeat(N / 3),
  'two opening marks to a closing one': '“a “a ” '.repeat(4000),
  'single marks never closed': "'a ".repeat(N / 3),
  'possessives in marks': "'as' ".repeat(900),
  'block quotes of one word': '> a\n\n'.repeat(900),
  'one block quote with a thousand years': '> a (2019\n'.repeat(N / 10),
  'footnote marks': '[^1]'.repeat(N / 4),
  'halves of links': '[a](b'.repeat(N / 5),
  'one phrase of the trade over and over': `“${'children and young people in care '.repeat(N / 34)}”`,
  'ellipses between all words': `“${'children in care … and the … '.repeat(N / 29)}”`,
  'empty lines': '\n'.repeat(N),
  'paragraphs of one letter': 'a\n\n'.repeat(N / 3),
  'all reports in one quotation, changed': `“${all.replaceAll(' the ', ' a ')}”`,
  'all reports copied': all,
  'one name before a quotation': `${'Stoke '.repeat(N / 6)}“children in care and care leavers”`,
}

describe('a hostile draft takes no more than its length is worth', () => {
  for (const [name, text] of Object.entries(HOSTILE)) it(name, () => expect(timed(text)).toBeLessThan(3000))
  it('and one with too many quotations is refused with a reason', () => {
    expect(() => verify('“a b c d” '.repeat(5001), corpus)).toThrow(TooManyQuotations)
  })
})
