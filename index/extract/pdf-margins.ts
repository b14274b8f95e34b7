/** Headers, footers and printed page numbers, found by what returns from page to page. */
import { fold } from './clean-text.ts'
import type { RawPage, Run } from './pdf-pages.ts'

/** Header and footer stand within this part of the page's height from its edge. */
const MARGIN = 0.085
/** A page number stands within this many characters of either end of its line. */
const EDGE = 12
/** A line returns if this part of the pages has it, figures aside. */
const RETURNS = 0.4
/** A page number may stand higher than the foot or lower than the head: within this part of the page's height, alone on its line. */
const NUMBER_MARGIN = 0.2
/** Points by which the numbers of two pages may stand higher or lower. */
const SAME_HEIGHT = 3
/** Part of the pages that must have their number at that height, and two at the least. */
const NUMBERED = 0.5
const NUMBER_LINE = /^(?:page\s+)?[-–—\s|]*(\d{1,3})[-–—\s|]*(?:(?:of|\/)\s*\d{1,3})?$/i

/** For each page what is printed as its number (null where nothing is), and the margin lines that are no text. */
export function marginsOf(pages: RawPage[]): { printed: (string | null)[]; furniture: Set<string>[] } {
  markNumbers(pages)
  const lines = pages.map(marginLines)
  const seen = new Map<string, number>()
  for (const page of lines) for (const key of new Set(page.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const least = Math.max(2, pages.length * RETURNS)
  const numbers = lines.map((page) =>
    page.filter((line) => NUMBER_LINE.test(line) || (seen.get(keyOf(line)) ?? 0) >= least).flatMap(numbersOf),
  )
  const offset = commonest(numbers.flatMap((own, i) => own.map((n) => n - i - 1)))
  const printed = numbers.map((own, i) => {
    const number = offset === null ? undefined : own.find((n) => n - i - 1 === offset)
    return number === undefined ? null : String(number)
  })
  const furniture = lines.map(
    (page, i) => new Set(page.filter((line) => isNumber(line, printed[i]) || (seen.get(keyOf(line)) ?? 0) >= least)),
  )
  return { printed, furniture }
}

const isNumber = (line: string, printed: string | null | undefined): boolean => printed != null && NUMBER_LINE.exec(line)?.[1] === printed

/**
 * Marks as page furniture the numbers that stand alone, count the pages, and stand at one height on most of them: printed
 * inside the page they would otherwise be read as the mark of a footnote in a sentence that goes on overleaf.
 */
function markNumbers(pages: RawPage[]): void {
  const found = pages.flatMap((page, i) =>
    linesAt(page, (y) => y < page.height * NUMBER_MARGIN || y > page.height * (1 - NUMBER_MARGIN)).flatMap(({ runs, y, text }) => {
      const number = NUMBER_LINE.exec(text)?.[1]
      return number ? [{ runs, y, offset: Number(number) - i - 1 }] : []
    }),
  )
  for (const one of found) {
    const alike = found.filter(({ y, offset }) => offset === one.offset && Math.abs(y - one.y) < SAME_HEIGHT)
    if (alike.length >= Math.max(2, pages.length * NUMBERED)) for (const run of one.runs) run.artifact = true
  }
}

const keyOf = (line: string): string => line.replace(/\d+/g, '#')
const numbersOf = (line: string): number[] => {
  const alone = NUMBER_LINE.exec(line)?.[1]
  if (alone) return [Number(alone)]
  const ends = [/^\W*(\d{1,3})\b/.exec(line.slice(0, EDGE))?.[1], /\b(\d{1,3})\W*$/.exec(line.slice(-EDGE))?.[1]]
  return [...new Set(ends.flatMap((n) => (n ? [Number(n)] : [])))]
}

/** What the file calls an artifact, or what stands at the edges of the page, line by line. */
function marginLines(page: RawPage): string[] {
  const artifacts = linesAt(page, (y, artifact) => artifact || y <= page.height * MARGIN || y >= page.height * (1 - MARGIN))
  return artifacts.map(({ text }) => text).filter(Boolean)
}

type Line = { y: number; text: string; runs: Run[] }

function linesAt({ runs }: RawPage, wanted: (y: number, artifact: boolean) => boolean): Line[] {
  const lines = new Map<number, Run[]>()
  for (const run of runs) {
    if (!wanted(run.y, run.artifact)) continue
    const line = lines.get(Math.round(run.y))
    if (line) line.push(run)
    else lines.set(Math.round(run.y), [run])
  }
  return [...lines].map(([y, own]) => ({ y, runs: own, text: fold(own.map(({ text }) => text).join('')) }))
}

function commonest(values: number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
