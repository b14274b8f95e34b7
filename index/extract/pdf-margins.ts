/** Headers, footers and printed page numbers, found by what returns from page to page. */
import { fold } from './clean-text.ts'
import type { RawPage } from './pdf-pages.ts'

/** Header and footer stand within this part of the page's height from its edge. */
const MARGIN = 0.085
/** A page number stands within this many characters of either end of its line. */
const EDGE = 12
/** A line returns if this part of the pages has it, figures aside. */
const RETURNS = 0.4

/** For each page what is printed as its number (null where nothing is), and the margin lines that are no text. */
export function marginsOf(pages: RawPage[]): { printed: (string | null)[]; furniture: Set<string>[] } {
  const lines = pages.map(marginLines)
  const seen = new Map<string, number>()
  for (const page of lines) for (const key of new Set(page.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const least = Math.max(2, pages.length * RETURNS)
  const numbers = lines.map((page) =>
    page.filter((line) => /^[-–\s]*\d{1,3}[-–\s]*$/.test(line) || (seen.get(keyOf(line)) ?? 0) >= least).flatMap(numbersOf),
  )
  const offset = commonest(numbers.flatMap((own, i) => own.map((n) => n - i - 1)))
  const printed = numbers.map((own, i) => {
    const number = offset === null ? undefined : own.find((n) => n - i - 1 === offset)
    return number === undefined ? null : String(number)
  })
  const furniture = lines.map((page, i) => new Set(page.filter((line) => line === printed[i] || (seen.get(keyOf(line)) ?? 0) >= least)))
  return { printed, furniture }
}

const keyOf = (line: string): string => line.replace(/\d+/g, '#')
const numbersOf = (line: string): number[] => {
  const ends = [/^\W*(\d{1,3})\b/.exec(line.slice(0, EDGE))?.[1], /\b(\d{1,3})\W*$/.exec(line.slice(-EDGE))?.[1]]
  return [...new Set(ends.flatMap((n) => (n ? [Number(n)] : [])))]
}

/** What the file calls an artifact, or what stands at the edges of the page, line by line. */
function marginLines({ runs, height }: RawPage): string[] {
  const lines = new Map<number, string>()
  for (const { text, artifact, y } of runs) {
    if (!artifact && y > height * MARGIN && y < height * (1 - MARGIN)) continue
    lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + text)
  }
  return [...lines.values()].map(fold).filter(Boolean)
}

function commonest(values: number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
