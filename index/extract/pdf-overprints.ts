/** Words that were set over one another: struck twice to look bold, or a watermark across a paragraph. */
import type { Run } from './pdf-pages.ts'

/** Times the size of the type. Bold by a second strike is 0.01 to 0.05 to the side, a shadow up to 0.1; the next line is 1.0 away. */
const STRIKE = 0.12
/** Part of a word's width that lies on other words where it is struck over them. */
const OVER = 0.5
/** Characters in a line, all of them twice, below which it could be chance. */
const LEAST_TWICE = 8
/** Times the usual size of the page's words, from which words that lie over others are a watermark. */
const WATERMARK = 2
/** Times its size that a capital is high. */
const CAPITAL = 0.7

/** The words of each strike but the first left out; what was struck twice is bold. */
export function struckOnce(runs: Run[]): Run[] {
  const kept: Run[] = []
  const lines = new Map<number, Run[]>()
  // letter by letter first: among letters alone, a second "s" may lie over another
  for (const run of glyphsOnce(runs)) {
    if (run.text.trim()) {
      const near = [-1, 0, 1].flatMap((by) => lines.get(Math.round(run.y) + by) ?? [])
      const under = near.filter((other) => Math.abs(other.y - run.y) <= run.size * STRIKE && overlap(other, run) > run.width * OVER)
      if (under.length > 0 && inked(under).includes(inked([run])) && coversAs(under, run)) {
        for (const other of under) other.bold = true
        const last = kept.at(-1)
        if (last && run.ends) last.ends = true
        continue
      }
      lines.set(Math.round(run.y), [...(lines.get(Math.round(run.y)) ?? []), run])
    }
    kept.push(run)
  }
  return kept
}

const overlap = (a: Run, b: Run): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
const inked = (runs: Run[]): string => runs.map(({ text }) => text.replace(/\s/g, '')).join('')
/** One word printed twice in a longer one may not be mistaken for it: the places have to agree. */
const coversAs = (under: Run[], run: Run): boolean =>
  Math.min(...under.map(({ x }) => x)) <= run.x + run.size * STRIKE &&
  Math.max(...under.map(({ x, width }) => x + width)) >= run.x + run.width - run.size * STRIKE * 4

/** Lines of which every letter was struck twice before the next: "PPllaannss". */
function glyphsOnce(runs: Run[]): Run[] {
  const lines: Run[][] = []
  for (const run of runs) {
    const line = lines.at(-1)
    const first = line?.find(({ text }) => text.trim())
    const beside = !run.text.trim() || !first || Math.abs(first.y - run.y) <= first.size * STRIKE
    if (line && beside && !line.at(-1)?.ends) line.push(run)
    else lines.push([run])
  }
  return lines.flatMap((line) => {
    const words = halved(line.map(({ text }) => text).join(''))
    const first = line.find(({ text }) => text.trim())
    const last = line.findLast(({ text }) => text.trim())
    if (words === null || !first || !last) return line
    const [begin, end] = [first.spot, last.spot]
    const spot = { ...begin, dx: end.x + end.dx - begin.x, dy: end.y + end.dy - begin.y }
    return [{ ...first, text: words, bold: true, ends: line.some(({ ends }) => ends), width: last.x + last.width - first.x, spot }]
  })
}

/** "PPllaannss aarree" → "Plans are"; null where some letter stands alone. */
function halved(text: string): string | null {
  const letters = [...text]
  if (letters.filter((letter) => letter.trim()).length < LEAST_TWICE) return null
  let words = ''
  let open: string | null = null
  for (const letter of letters) {
    if (!letter.trim()) {
      if (open === null && words && !words.endsWith(' ')) words += ' '
    } else if (open === null) open = letter
    else if (open === letter) {
      words += letter
      open = null
    } else return null
  }
  return open === null ? words.trim() : null
}

/** Words far larger than the others that lie over them. Marks them as no words of the page and returns them. */
export function watermarksOf(runs: Run[], body: number): string[] {
  const large = runs.filter(({ text, size, artifact }) => !artifact && text.trim() && size >= body * WATERMARK)
  if (large.length === 0 || body === 0) return []
  const found = large.filter((mark) =>
    runs.some(
      (run) =>
        run.text.trim() &&
        run.size < mark.size / WATERMARK &&
        overlap(mark, run) > 0 &&
        run.y > mark.y + run.size * STRIKE &&
        run.y + run.size * CAPITAL < mark.y + mark.size * CAPITAL,
    ),
  )
  for (const mark of found) mark.artifact = true
  return found.map(({ text }) => text.trim())
}
