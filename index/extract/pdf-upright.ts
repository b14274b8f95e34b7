/** Pages that lie on their side, and words set up the side of a page or slantwise over it → words that stand upright. */
import type { Run } from './pdf-pages.ts'

/** `turn` is the direction of the words: 0 upright, 90 from the foot of the page to its head, in degrees. */
export type Turned = Run & { turn: number }

export type Upright = {
  /** Height in points as one reads it. */
  height: number
  runs: Run[]
  /** What stands at right angles to the rest, such as the heads of narrow columns: each direction by itself. */
  asides: Run[][]
  /** Stamps and watermarks, set slantwise: no words of the page. */
  slantwise: string[]
}

/** Degrees by which a scan or a font may be off. */
const SLACK = 5

export const turnOf = ([a = 1, b = 0]: number[]): number => Math.round((Math.atan2(b, a) * 180) / Math.PI + 360) % 360

/** @param view the corners of the page: left, bottom, right and top in points. */
export function upright(turned: Turned[], view: number[]): Upright {
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const letters = new Map<number, number>()
  const slanted: Turned[] = []
  const straight: Turned[] = []
  for (const run of turned) {
    const turn = quarter(run.turn)
    if (turn === null) slanted.push(run)
    else {
      straight.push({ ...run, turn })
      letters.set(turn, (letters.get(turn) ?? 0) + run.text.trim().length)
    }
  }
  const [main = 0, ...others] = [...letters].sort((a, b) => b[1] - a[1]).map(([turn]) => turn)
  // a page with nothing but slanting words is a page of words
  const words = straight.some(({ text }) => text.trim()) ? straight : slanted
  const inDirection = (wanted: number): Run[] =>
    words.flatMap(({ turn, ...run }) => {
      // a line's end without words has no direction of its own
      const own = run.text.trim() ? (quarter(turn) ?? main) : main
      return own === wanted ? [{ ...run, ...place(run, wanted, [left, bottom, right, top]) }] : []
    })
  return {
    height: main % 180 === 0 ? top - bottom : right - left,
    runs: inDirection(main),
    asides: others.map(inDirection).filter(({ length }) => length > 0),
    slantwise: words === slanted ? [] : slanted.map(({ text }) => text.trim()).filter(Boolean),
  }
}

function quarter(turn: number): number | null {
  const nearest = Math.round(turn / 90) * 90
  return Math.abs(turn - nearest) <= SLACK ? nearest % 360 : null
}

type Corners = [left: number, bottom: number, right: number, top: number]

/** Where words stand from the left and the foot of the page, once it is turned so that they are upright. */
function place({ x, y }: Run, turn: number, [left, bottom, right, top]: Corners): { x: number; y: number } {
  if (turn === 90) return { x: y - bottom, y: right - x }
  if (turn === 180) return { x: right - x, y: top - y }
  if (turn === 270) return { x: top - y, y: x - left }
  return { x: x - left, y: y - bottom }
}
